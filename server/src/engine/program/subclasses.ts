/** Which classes of the program inherit from which. */
import { scopesOf } from '../summary/packed-scopes.ts';
import { classExpression } from './attributes.ts';
import { type Definition, definitionOf, type Module } from './definitions.ts';
import type { Inference } from './inference.ts';

export class SubclassIndex {
  readonly #direct = new Map<Definition, Definition[]>();

  readonly #isTest: (definition: Definition) => boolean;

  constructor(inference: Inference, modules: Iterable<Module>) {
    this.#isTest = ({ module }) => inference.surroundings.index.isTest(module.path);
    for (const module of modules) {
      scopesOf(module.summary.scopes).forEach((scope, id) => {
        if (scope.kind === 'class' && scope.bases.length > 0) this.#add(inference, definitionOf(module, id));
      });
    }
  }

  #add(inference: Inference, subclass: Definition): void {
    for (const base of subclass.scope.bases) {
      for (const type of inference.answer(subclass.module, classExpression(subclass, base)).types) {
        if (type.kind !== 'class') continue;
        const known = this.#direct.get(type.definition);
        if (known === undefined) this.#direct.set(type.definition, [subclass]);
        else known.push(subclass);
      }
    }
  }

  /** The classes that inherit from `definition`, directly or not; those of tests are stand-ins, and count for tests only. */
  of(definition: Definition): readonly Definition[] {
    const found = new Set<Definition>();
    const pending = [...(this.#direct.get(definition) ?? [])];
    for (let subclass = pending.pop(); subclass !== undefined; subclass = pending.pop()) {
      if (found.has(subclass)) continue;
      found.add(subclass);
      pending.push(...(this.#direct.get(subclass) ?? []));
    }
    return this.#isTest(definition) ? [...found] : [...found].filter((subclass) => !this.#isTest(subclass));
  }
}
