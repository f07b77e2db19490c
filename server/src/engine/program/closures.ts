/** What a function uses of the code around it: an interpreter can only be given the code of one that uses nothing of that. */

import { NONE, type ScopeId, type Span, UNKNOWN } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt, expressionsOf } from '../summary/packed-expressions.ts';
import { type Definition, definitionOf, type Module } from './definitions.ts';

/** A name from around a function, or that it has a default value (`name` is then the parameter's). */
export interface Use {
  readonly kind: 'closure' | 'global' | 'default';
  readonly name: string;
}

/**
 * What keeps `definition` from being sent as its code alone; null where nothing is seen that does. Python/crossinterp.c and
 * _PyFunction_VerifyStateless in Objects/funcobject.c (3.14): no free variable, no global other than builtins, no default. Code
 * inside of it that has an own code object may read globals.
 */
export function useOfSurroundings(definition: Definition): Use | null {
  const { module, scope } = definition;
  const withDefault = scope.parameters.find((parameter) => parameter.default !== UNKNOWN);
  if (withDefault !== undefined) return { kind: 'default', name: withDefault.name };
  const annotations = annotationsIn(definition);
  for (const expression of expressionsOf(module.summary.expressions)) {
    if (expression.kind !== 'name' || annotations.some((each) => isWithin(expression, each))) continue;
    const depth = depthIn(module, expression.scope, definition.id);
    if (depth === null) continue;
    const owner = ownerOfName(module, expression.scope, expression.name);
    if (owner === null || isInside(module, owner, definition.id)) continue;
    if (owner !== 0) return { kind: 'closure', name: expression.name };
    if (depth === 0) return { kind: 'global', name: expression.name };
  }
  return null;
}

/** The annotations of the function, which are evaluated when somebody asks for them (PEP 649), and of its locals, which never are. */
function annotationsIn({ module, scope }: Definition): readonly Span[] {
  const { expressions, bindings } = module.summary;
  const ofLocals = scope.names.flatMap((name) =>
    (scope.bindingsOf(name) ?? []).flatMap((id) => {
      const value = bindingAt(bindings, id)?.value;
      return value?.kind === 'assign' ? [value.annotation] : [];
    }),
  );
  return [scope.returnAnnotation, ...scope.parameters.map(({ annotation }) => annotation), ...ofLocals]
    .filter((id) => id !== UNKNOWN)
    .flatMap((id) => expressionAt(expressions, id) ?? []);
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** In how many code objects of its own the scope `inner` stands inside of `outer`; null where it stands elsewhere. */
function depthIn(module: Module, inner: ScopeId, outer: ScopeId): number | null {
  let depth = 0;
  for (let at = inner; at !== outer; ) {
    if (at === NONE) return null;
    const { scope } = definitionOf(module, at);
    // Since 3.12 other comprehensions are part of the function's own code (PEP 709).
    if (scope.kind !== 'comprehension' || scope.isGenerator) depth++;
    at = scope.parent;
  }
  return depth;
}

function isInside(module: Module, inner: ScopeId, outer: ScopeId): boolean {
  return depthIn(module, inner, outer) !== null;
}

/** The scope that has `name`, seen from `scope`; null where none of the file does: a builtin, or not known. */
export function ownerOfName(module: Module, scope: ScopeId, name: string): ScopeId | null {
  for (let at = scope; at !== NONE; ) {
    const { scope: each } = definitionOf(module, at);
    if (each.globals.includes(name)) return 0;
    const isSeen = each.kind !== 'class' || at === scope;
    const isLocal = each.bindingsOf(name) !== undefined && !each.nonlocals.includes(name);
    if (isSeen && isLocal) return at;
    at = each.parent;
  }
  return null;
}
