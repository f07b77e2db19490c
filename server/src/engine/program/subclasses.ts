/** Which classes of the program inherit from which. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import { scopesOf } from '../summary/packed-scopes.ts';
import { classExpression } from './attributes.ts';
import { type Definition, definitionOf, type Module } from './definitions.ts';
import type { Inference } from './inference.ts';

export class SubclassIndex {
  /** By the class that they name as a base; one outside the program by its qualified name. */
  readonly #direct = new Map<Definition | string, Definition[]>();
  /** What was asked for, by the class or by the name of one outside the program. */
  readonly #found = new Map<Definition | string, readonly Definition[]>();
  readonly #catalogue: Catalogue;
  readonly #isTest: (definition: Definition) => boolean;

  constructor(inference: Inference, modules: Iterable<Module>) {
    this.#catalogue = inference.catalogue;
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
        if (type.kind !== 'class' && type.kind !== 'external') continue;
        const key = type.kind === 'class' ? type.definition : type.name;
        const known = this.#direct.get(key);
        if (known === undefined) this.#direct.set(key, [subclass]);
        else known.push(subclass);
      }
    }
  }

  /** The classes that inherit from `definition`, directly or not; those of tests are stand-ins, and count for tests only. */
  of(definition: Definition): readonly Definition[] {
    return this.#once(definition, () => {
      const found = this.#below([definition]);
      return this.#isTest(definition) ? found : found.filter((subclass) => !this.#isTest(subclass));
    });
  }

  /** The same for the class `name`, which is outside the program. */
  ofExternal(name: string): readonly Definition[] {
    return this.#once(name, () => {
      const bases = [...this.#direct.keys()].filter(
        (base) => typeof base === 'string' && this.#catalogue.lineage(base).includes(name),
      );
      return this.#below(bases).filter((subclass) => !this.#isTest(subclass));
    });
  }

  #once(base: Definition | string, find: () => readonly Definition[]): readonly Definition[] {
    const known = this.#found.get(base);
    if (known !== undefined) return known;
    const found = find();
    this.#found.set(base, found);
    return found;
  }

  #below(bases: readonly (Definition | string)[]): readonly Definition[] {
    const found = new Set<Definition>();
    const pending = bases.flatMap((base) => this.#direct.get(base) ?? []);
    for (let subclass = pending.pop(); subclass !== undefined; subclass = pending.pop()) {
      if (found.has(subclass)) continue;
      found.add(subclass);
      pending.push(...(this.#direct.get(subclass) ?? []));
    }
    return [...found];
  }
}
