/**
 * Late names: what a function reads, when a worker runs it, of a loop that has gone on meanwhile. A closure holds variables, not
 * their values: `pool.submit(lambda: load(url))` in `for url in urls` loads whatever `url` is by then.
 */
import { type Binding, type Event, type ExpressionId, NONE, type ScopeId, type Span } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt, expressionsOf } from '../summary/packed-expressions.ts';
import { scopeAt } from '../summary/packed-scopes.ts';
import { expressionOf } from './chains.ts';
import { type Definition, definitionOf, isAround, type Module } from './definitions.ts';
import type { Handover } from './handovers.ts';

export interface LateNames {
  /** The lambda or nested function that is handed over. */
  readonly closure: Definition;
  /** The names of the loop that it reads, in the order in which it does. */
  readonly names: readonly string[];
}

/** The names that `handover` reads too late; null where it reads none, or is waited for before the loop goes on. */
export function lateNamesOf(handover: Handover): LateNames | null {
  const { definition, argument } = handover;
  const closure = closureAt(definition.module, argument);
  if (closure === null || !isAround(definition, closure) || closure === definition) return null;
  const names = freeNamesOf(closure).filter((name) => isLate(handover, closure, name));
  return names.length === 0 ? null : { closure, names };
}

/** The lambda that stands at `id`, or the nested function that the name there certainly is. */
function closureAt(module: Module, id: ExpressionId): Definition | null {
  const expression = expressionAt(module.summary.expressions, id);
  if (expression?.kind === 'lambda') return definitionOf(module, expression.scope);
  if (expression?.kind !== 'name' || expression.reaching?.length !== 1) return null;
  const [only = -1] = expression.reaching;
  const value = bindingAt(module.summary.bindings, only)?.value;
  if (value?.kind !== 'scope') return null;
  const definition = definitionOf(module, value.scope);
  return definition.scope.kind === 'function' && definition.scope.decorators.length === 0 ? definition : null;
}

/** The names that the body of `closure`, and what stands in it, reads from the scopes around. */
function freeNamesOf({ module, id, scope }: Definition): readonly string[] {
  const { expressions, scopes } = module.summary;
  const names = new Set<string>();
  for (const expression of expressionsOf(expressions)) {
    if (expression.kind !== 'name' || !isIn(scope.span, expression)) continue;
    for (let at: ScopeId = expression.scope; at !== NONE; at = scopeAt(scopes, at)?.parent ?? NONE) {
      if (scopeAt(scopes, at)?.bindingsOf(expression.name) !== undefined) break;
      if (at !== id) continue;
      names.add(expression.name);
      break;
    }
  }
  // What it sets itself is meant to be shared.
  return [...names].filter((name) => !scope.nonlocals.includes(name) && !scope.globals.includes(name));
}

/** Whether `name`, as `closure` reads it, gets another value in each round of a loop around the handover, which does not wait. */
function isLate(handover: Handover, closure: Definition, name: string): boolean {
  const { module } = closure;
  const { scopes, bindings } = module.summary;
  for (let at = closure.scope.parent; at !== NONE; at = scopeAt(scopes, at)?.parent ?? NONE) {
    const scope = scopeAt(scopes, at);
    const ids = scope?.kind === 'class' ? undefined : scope?.bindingsOf(name);
    if (scope === undefined || ids === undefined) continue;
    if (scope.kind === 'comprehension') {
      if (scope.isGenerator && !isUsedUp(module, at)) return false;
      return isIn(scope.span, handover.call) && !isWaitedFor(handover, scope.span);
    }
    if (at !== handover.definition.id || scope.isGenerator) return false;
    return ids.some((id) => {
      const binding = bindingAt(bindings, id);
      const round = binding === undefined ? null : roundOf(handover, binding);
      return round !== null && !isWaitedFor(handover, round);
    });
  }
  return false;
}

/** What a round of the loop around the handover runs that gives `binding` its value each time; null where none does. */
function roundOf({ definition, event }: Handover, { value }: Binding): Span | null {
  const { module, scope } = definition;
  const { events } = scope;
  const at = events.findIndex(({ id }) => id === event.id);
  if (value.kind === 'iterate') {
    const loop = events.findLastIndex(
      (each, index) => index < at && each.kind === 'iterate' && each.value === value.value,
    );
    const depth = events[loop]?.place.loopDepth ?? 0;
    const isInLoop = loop >= 0 && events.slice(loop + 1, at + 1).every(({ place }) => place.loopDepth > depth);
    return isInLoop ? spanAround(module, events, at, depth + 1) : null;
  }
  if (value.kind !== 'assign') return null;
  const assigned = expressionAt(module.summary.expressions, value.value);
  // The innermost loop around both.
  for (let depth = event.place.loopDepth; depth > 0; depth--) {
    const round = spanAround(module, events, at, depth);
    if (assigned !== undefined && isIn(round, assigned)) return round;
  }
  return null;
}

/** The text of the events around the one at `at` that are in loops at least `depth` deep. */
function spanAround(module: Module, events: readonly Event[], at: number, depth: number): Span {
  const isInside = (event: Event | undefined): boolean => event !== undefined && event.place.loopDepth >= depth;
  let [first, last] = [at, at];
  while (isInside(events[first - 1])) first--;
  while (isInside(events[last + 1])) last++;
  const spans = events
    .slice(first, last + 1)
    .flatMap((event) => expressionAt(module.summary.expressions, expressionOf(event)) ?? []);
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** Names of methods and functions that wait for what was handed over, as far as names tell. */
const WAITS = /^(?:result|results|exception|wait|wait_for|join|get|gather|as_completed|shutdown|acquire)$/;

/** Whether something in `round` waits, behind the handover: perhaps for it; or the handover's place belongs to a block that does. */
function isWaitedFor({ definition, event, call }: Handover, round: Span): boolean {
  const { module, scope } = definition;
  const { expressions } = module.summary;
  const isReturned = scope.returns.some((id) => {
    const value = expressionAt(expressions, id);
    return value !== undefined && isIn(value, call) && isIn(round, value);
  });
  if (isReturned || call.isAwaited) return true;
  for (const expression of expressionsOf(expressions)) {
    if (expression.kind !== 'await' && expression.kind !== 'call') continue;
    if (!isIn(round, expression) || expression.end < call.end) continue;
    if (expression.kind === 'await' || expression.isAwaited) return true;
    const callee = expressionAt(expressions, expression.callee);
    const isNamed = callee?.kind === 'attribute' || callee?.kind === 'name';
    if (isNamed && WAITS.test(callee.name)) return true;
  }
  const at = scope.events.findIndex(({ id }) => id === event.id);
  return scope.events.some((each, index) => {
    if (each.kind !== 'with' || index >= at || index + each.bodyEvents < at) return false;
    const entered = expressionAt(expressions, each.value);
    return entered !== undefined && isIn(round, entered);
  });
}

/** Whether the generator expression with the scope `id` is run through at once: `gather(*(…))`, `list(…)`. */
function isUsedUp(module: Module, id: ScopeId): boolean {
  const { expressions } = module.summary;
  const all = [...expressionsOf(expressions)];
  const generator = all.findIndex((each) => each.kind === 'comprehension' && each.scope === id);
  return all.some((each) => {
    if (each.kind !== 'call') return false;
    const callee = expressionAt(expressions, each.callee);
    const makesContainer = callee?.kind === 'name' && /^(?:list|tuple|set|dict)$/.test(callee.name);
    return each.arguments.some(({ value, isSpread }) => value === generator && (isSpread || makesContainer));
  });
}

function isIn(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
