/** A pool that is built and torn down each time that something is done. */
import type { Call } from '../program/calls.ts';
import { located, siteOf } from '../program/chains.ts';
import { type Definition, definitionOf, type Module } from '../program/definitions.ts';
import { displayName } from '../program/found.ts';
import { mayBePlain } from '../program/routes.ts';
import type { Event, ExpressionId } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { callOf, expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const executorPerCall: Rule = {
  id: 'executor-per-call',
  category: 'executor',
  level: 'warning',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A pool built and torn down inside of a coroutine, a loop or a request handler.',
  explanation: `Each pool starts its workers anew (measured: a process pool about 90 ms, an interpreter pool 32 ms), no pool limits how many there are
together, and tearing it down waits for all of its tasks: in a coroutine that stalls the event loop, at the latest when a task is
cancelled or times out.

Build one pool when the program starts, and hand it to those who need it; \`asyncio.to_thread\` has one. The rule is silent in coroutines
that run once (\`asyncio.run(main())\`), in context managers, around a loop that serves, and in tests.`,
  bad: `import asyncio
from concurrent.futures import ProcessPoolExecutor


async def thumbnail(resize, image):
    with ProcessPoolExecutor() as pool:
        return await asyncio.get_running_loop().run_in_executor(pool, resize, image)
`,
  good: `import asyncio
from concurrent.futures import ProcessPoolExecutor

pool = ProcessPoolExecutor()


async def thumbnail(resize, image):
    return await asyncio.get_running_loop().run_in_executor(pool, resize, image)
`,
  check,
};

type Place = 'coroutine' | 'loop' | 'handler';

function check(report: Report): void {
  for (const module of report.modules) {
    if (report.program.isTest(module) || !mayMakePool(module)) continue;
    for (let id = 0; id < module.summary.scopes.length; id++) {
      const definition = definitionOf(module, id);
      for (const event of definition.scope.events) checkEvent(report, definition, event);
    }
  }
}

/** A cheap test before inference. */
function mayMakePool({ summary: { expressions } }: Module): boolean {
  return expressions.strings.some((text) => /(?:Pool|PoolExecutor)$/.test(text));
}

function checkEvent(report: Report, definition: Definition, event: Event): void {
  const { module } = definition;
  const id = event.kind === 'with' && !event.isAsync ? event.value : event.kind === 'call' ? event.call : null;
  const pool = id === null ? null : poolMadeBy(report, module, id);
  if (pool === null || id === null) return;
  const isEntered = event.kind === 'with';
  if (!isEntered && !isTornDown(definition, id) && !isGivenAway(report, definition, id)) return;
  if (isEntered && serves(definition, event)) return;
  const place = placeOf(report, definition, event);
  if (place === null) return;
  const name = displayName(pool);
  report.add({
    module,
    event,
    message: `Each ${WHERE[place]} builds a pool of its own and tears it down: \`${name}\` starts its workers anew every time`,
    advice: definition.scope.isAsync
      ? 'Build one pool when the program starts, or use `asyncio.to_thread`, which has one.'
      : 'Build one pool before, and hand it to those who need it.',
    evidence: [{ ...located(module, siteOf(module, event)), text: `builds a \`${name}\`` }],
    cause: pool,
    confidence: 'likely',
  });
}

const WHERE: Readonly<Record<Place, string>> = {
  coroutine: 'call of this coroutine',
  loop: 'round of the loop',
  handler: 'request',
};

const OTHER_POOLS = /^multiprocessing\.(?:Pool|pool\.(?:Thread)?Pool|dummy\.Pool)$/;

/** The class of the pool that the call at `id` makes; null where it makes none. */
function poolMadeBy({ program: { inference } }: Report, module: Module, id: ExpressionId): string | null {
  const call = expressionAt(module.summary.expressions, id);
  if (call?.kind !== 'call') return null;
  const { types } = inference.answer(module, call.callee);
  const [type] = types;
  if (types.length !== 1 || type?.kind !== 'external') return null;
  return inference.catalogue.workerOf(type.name) !== null || OTHER_POOLS.test(type.name) ? type.name : null;
}

const TEARS_DOWN = new Set(['shutdown', 'close', 'terminate']);

/** Whether the function that makes the pool at `id` and gives it a name shuts it down, too. */
function isTornDown({ module, scope }: Definition, id: ExpressionId): boolean {
  const { bindings, expressions } = module.summary;
  return scope.events.some((event) => {
    const call = callOf(expressions, event);
    const callee = call !== undefined ? expressionAt(expressions, call.callee) : undefined;
    if (callee?.kind !== 'attribute' || !TEARS_DOWN.has(callee.name)) return false;
    const object = expressionAt(expressions, callee.object);
    return (
      object?.kind === 'name' &&
      (object.reaching ?? []).some((each) => {
        const value = bindingAt(bindings, each)?.value;
        return value?.kind === 'assign' && value.value === id;
      })
    );
  });
}

/** `loop.run_in_executor(ThreadPoolExecutor(), f)`: nobody else ever has the pool. */
function isGivenAway({ program }: Report, { module, scope }: Definition, id: ExpressionId): boolean {
  return program
    .handoversIn(module)
    .some(
      ({ call, definition, callee }) =>
        definition.scope === scope && /\.run_in_executor$/.test(callee) && isFirst(call, id),
    );
}

function isFirst(call: Call, id: ExpressionId): boolean {
  return call.arguments[0]?.value === id;
}

/** Where the pool is built again and again; null where that is not seen. */
function placeOf(report: Report, definition: Definition, { place }: Event): Place | null {
  const { scope } = definition;
  if (place.isInMainGuard || scope.isGenerator) return null;
  if (scope.kind !== 'function') return null;
  if (place.loopDepth > 0) return 'loop';
  if (scope.isAsync) return runsOnce(report, definition, []) ? null : 'coroutine';
  return mayBePlain(report.program, definition) ? 'handler' : null;
}

/** Whether the coroutine `definition` is only awaited by what runs once, or run by what starts the loop. */
function runsOnce(report: Report, definition: Definition, awaiting: readonly Definition[]): boolean {
  const { program } = report;
  if (/^_?(?:a|async_?)?_?main(?:_?async)?$/.test(definition.scope.name)) return true;
  const callers = program.callersOf(definition) ?? [];
  if (callers.length === 0 || awaiting.includes(definition)) return false;
  return callers.every((caller) => {
    if (caller.scope.kind === 'module') return true;
    if (caller.scope.isAsync)
      return !isCalledInLoop(report, caller, definition) && runsOnce(report, caller, [...awaiting, definition]);
    program.effects.settleOnce(caller);
    return program.effects.effectsOf(caller).has('runs-loop');
  });
}

function isCalledInLoop(
  { program: { inference } }: Report,
  { module, scope }: Definition,
  called: Definition,
): boolean {
  return scope.events.some((event) => {
    const call =
      event.kind === 'call' && event.place.loopDepth > 0
        ? expressionAt(module.summary.expressions, event.call)
        : undefined;
    return (
      call?.kind === 'call' &&
      inference.answer(module, call.callee).types.some((type) => type.kind === 'function' && type.definition === called)
    );
  });
}

const SERVES = /^(?:serve|serve_forever|run_forever|start_serving|wait_closed|wait_for_termination|run_until_\w+)$/;

/** Whether the block is the life of something: it serves, or loops for as long as a condition holds. */
function serves({ module, scope }: Definition, event: Extract<Event, { kind: 'with' }>): boolean {
  const { expressions } = module.summary;
  const at = scope.events.findIndex(({ id }) => id === event.id);
  const body = scope.events.slice(at + 1, at + 1 + event.bodyEvents);
  return body.some((each, index) => {
    const call = callOf(expressions, each);
    const callee = call !== undefined ? expressionAt(expressions, call.callee) : undefined;
    if (callee?.kind === 'attribute' && SERVES.test(callee.name)) return true;
    // A loop over something starts with iterating that.
    const { loopDepth, isInComprehension } = each.place;
    if (loopDepth <= event.place.loopDepth || isInComprehension) return false;
    return !body.slice(0, index).some((other) => other.kind === 'iterate' && other.place.loopDepth < loopDepth);
  });
}
