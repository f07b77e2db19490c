/** Where the program sets attributes and items on objects that are not `self`, by name: a cheap test before inference. */
import { type ExpressionId, UNKNOWN } from '../summary/model.ts';
import { expressionAt, kindAt } from '../summary/packed-expressions.ts';
import { writesOf } from '../summary/packed-writes.ts';
import type { Module } from './definitions.ts';
import type { ModuleIndex } from './modules.ts';

export interface WriteSite {
  readonly module: Module;
  readonly object: ExpressionId;
  /** The key of an item, where it is no literal; else UNKNOWN. */
  readonly key: ExpressionId;
  readonly value: ExpressionId;
  readonly annotation: ExpressionId;
  readonly isInTest: boolean;
}

/** The name of items whose key is no literal. */
export const BY_CONSTANT = Symbol('constant key');

/** The attribute's name, or the item's key. */
export type WriteName = string | typeof BY_CONSTANT;

export type WriteIndex = ReadonlyMap<WriteName, readonly WriteSite[]>;

/** The writes of attributes or items in `modules` by name, but for those of literals: what calls a method of None or 5 raises, it does not block. */
export function indexWrites(modules: Iterable<Module>, index: ModuleIndex, of: 'attribute' | 'subscript'): WriteIndex {
  const sites = new Map<WriteName, WriteSite[]>();
  for (const module of modules) {
    const isInTest = index.isTest(module.path);
    for (const { target, value, annotation } of writesOf(module.summary.writes)) {
      const place = kindAt(module.summary.expressions, target) === of ? placeOf(module, target) : null;
      if (place === null || kindAt(module.summary.expressions, value) === 'literal') continue;
      const { name, object, key } = place;
      const site = { module, object, key, value, annotation, isInTest };
      const known = sites.get(name);
      if (known === undefined) sites.set(name, [site]);
      else known.push(site);
    }
  }
  return sites;
}

interface Place {
  readonly name: WriteName;
  readonly object: ExpressionId;
  readonly key: ExpressionId;
}

function placeOf({ summary }: Module, target: ExpressionId): Place | null {
  const expression = expressionAt(summary.expressions, target);
  if (expression?.kind === 'attribute') return { name: expression.name, object: expression.object, key: UNKNOWN };
  if (expression?.kind !== 'subscript') return null;
  const { object, index } = expression;
  const key = expressionAt(summary.expressions, index);
  if (key?.kind === 'literal') {
    return typeof key.value === 'string' ? { name: key.value, object, key: UNKNOWN } : null;
  }
  // A local name is no constant.
  const isLocal = key?.kind === 'name' && key.scope !== 0 && key.reaching !== null;
  return isLocal ? null : { name: BY_CONSTANT, object, key: index };
}
