/** Which names of classes run code without being called: a cheap test before inference. */

import type { Scope } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { scopeAt, scopesOf } from '../summary/packed-scopes.ts';
import type { Module } from './definitions.ts';

/** Special methods, whatever is decorated, and what is assigned a property or an object of a class of descriptors. */
export function memberNames(modules: readonly Module[]): ReadonlySet<string> {
  const names = new Set<string>();
  const makers = new Set(['property', 'cached_property', 'abstractproperty']);
  for (const { summary } of modules) {
    for (const scope of scopesOf(summary.scopes)) {
      const owner = scope.kind === 'function' ? scopeAt(summary.scopes, scope.parent) : undefined;
      if (owner?.kind !== 'class') continue;
      if (scope.name.startsWith('__') || scope.decorators.length > 0) names.add(scope.name);
      if (scope.name === '__get__' || scope.name === '__set__') makers.add(owner.name);
    }
  }
  for (const module of modules) {
    // A file without the word makes none.
    if (!module.summary.expressions.strings.some((text) => makers.has(text))) continue;
    for (const scope of scopesOf(module.summary.scopes)) {
      if (scope.kind === 'class') for (const name of madeIn(module, scope, makers)) names.add(name);
    }
  }
  return names;
}

/** The names that the class body `scope` binds to a call of one of `makers`. */
function madeIn({ summary }: Module, scope: Scope, makers: ReadonlySet<string>): readonly string[] {
  return scope.names.filter((name) =>
    (scope.bindingsOf(name) ?? []).some((id) => {
      const value = bindingAt(summary.bindings, id)?.value;
      const call = value?.kind === 'assign' ? expressionAt(summary.expressions, value.value) : undefined;
      const callee = call?.kind === 'call' ? expressionAt(summary.expressions, call.callee) : undefined;
      return callee !== undefined && 'name' in callee && makers.has(callee.name);
    }),
  );
}
