/** Waiting for what only the waiting thread could do: a task for another of its own pool, the loop's thread for its own loop. */
import type { Call } from '../program/calls.ts';
import { located, siteOf } from '../program/chains.ts';
import {
  type Definition,
  definitionOf,
  isSameText,
  type Module,
  ownerOf,
  qualifiedName,
} from '../program/definitions.ts';
import { functionsOf, type Handover } from '../program/handovers.ts';
import { dottedName } from '../program/spelling.ts';
import { libraryNameOf } from '../program/types.ts';
import type { Event, ExpressionId } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { callOf, expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const poolDeadlock: Rule = {
  id: 'pool-deadlock',
  category: 'executor',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'Waiting for a task of the own pool, or for a coroutine of the own loop: nobody is left to run it.',
  explanation: `A task that submits to its own pool of threads and waits for the result occupies a worker. When all workers do so, what they wait for
never starts: with one worker at once, with several under load.

\`asyncio.run_coroutine_threadsafe(work(), loop).result()\` on the thread of that loop waits for what only this thread could run: forever,
or until its timeout.

Let the task return and submit what follows from outside, or use another pool for the inner tasks; on the loop, await the coroutine.`,
  bad: `from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(4)


def size(folder):
    inner = pool.submit(len, folder)
    return inner.result()


def sizes(folders):
    return list(pool.map(size, folders))
`,
  good: `from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(4)


def size(folder):
    return len(folder)


def sizes(folders):
    return list(pool.map(size, folders))
`,
  check,
};

function check(report: Report): void {
  for (const module of report.modules) {
    checkPools(report, module);
    if (!module.summary.expressions.strings.includes('run_coroutine_threadsafe')) continue;
    for (let id = 0; id < module.summary.scopes.length; id++) checkOwnLoop(report, definitionOf(module, id));
  }
}

const OF_THREADS = /^concurrent\.futures\.(?:ThreadPool)?Executor\.(?:submit|map)$/;

function checkPools(report: Report, module: Module): void {
  const tasks = report.program
    .handoversIn(module)
    .filter(({ runs, callee, method }) => runs === 'thread' && method === null && OF_THREADS.test(callee));
  for (const inner of tasks) {
    const pool = poolOf(inner);
    const waiting = pool === null ? null : waitingFor(inner);
    if (pool === null || waiting === null) continue;
    const outer = tasks.find((task) => poolOf(task) === pool && runsIn(report, task, inner.definition));
    if (outer !== undefined) complainOfPool(report, inner, outer, waiting);
  }
}

/** Which one pool of its module the task is given to: a global, or an attribute of `self`; null where that may be several. */
function poolOf({ definition, call }: Handover): string | null {
  const { module } = definition;
  const callee = expressionAt(module.summary.expressions, call.callee);
  const object = callee?.kind === 'attribute' ? expressionAt(module.summary.expressions, callee.object) : undefined;
  if (object?.kind === 'name') {
    const isGlobal = definition.scope.kind !== 'module' && object.reaching === null;
    return isGlobal && (definitionOf(module, 0).scope.bindingsOf(object.name)?.length ?? 0) === 1 ? object.name : null;
  }
  const self = object?.kind === 'attribute' ? expressionAt(module.summary.expressions, object.object) : undefined;
  const owner = ownerOf(definition);
  if (object?.kind !== 'attribute' || self?.kind !== 'name' || self.name !== 'self' || owner === null) return null;
  const writes = owner.scope.attributes.filter(({ name }) => name === object.name);
  return writes.length === 1 ? `${owner.id}.${object.name}` : null;
}

/** The event that waits in the same function for the future of `handover`, by `.result()`; null where none does. */
function waitingFor({ definition: { module, scope }, event }: Handover): Event | null {
  return (
    scope.events.find((each) => {
      const asked = resultOf(module, each);
      return asked !== null && madeBy(module, asked.object).includes(event.call);
    }) ?? null
  );
}

/** `future` in `future.result(…)`, with that call. */
function resultOf(module: Module, event: Event): { readonly object: ExpressionId; readonly call: Call } | null {
  const { expressions } = module.summary;
  const call = callOf(expressions, event);
  const callee = call !== undefined ? expressionAt(expressions, call.callee) : undefined;
  return call !== undefined && callee?.kind === 'attribute' && callee.name === 'result'
    ? { object: callee.object, call }
    : null;
}

/** The expressions that `id` is the value of: itself, what its name was given, or what stands in the list that its loop goes through. */
function madeBy({ summary: { bindings, expressions } }: Module, id: ExpressionId): readonly ExpressionId[] {
  const valuesOf = (each: ExpressionId): readonly ExpressionId[] => {
    const expression = expressionAt(expressions, each);
    if (expression?.kind !== 'name') return [each];
    return (expression.reaching ?? []).flatMap((binding) => {
      const value = bindingAt(bindings, binding)?.value;
      if (value?.kind === 'assign' && value.path.length === 0) return [value.value];
      return value?.kind === 'iterate' && value.path.length === 0 ? valuesOf(value.value).flatMap(itemsOf) : [];
    });
  };
  const itemsOf = (each: ExpressionId): readonly ExpressionId[] => {
    const expression = expressionAt(expressions, each);
    if (expression?.kind === 'comprehension') return [expression.element];
    return expression?.kind === 'sequence' ? expression.items : [];
  };
  return valuesOf(id);
}

/** Whether the worker that `task` occupies runs `definition`: as the task, or called by it. */
function runsIn({ program }: Report, { target }: Handover, definition: Definition): boolean {
  const handed = functionsOf(target).filter(({ scope }) => !scope.isAsync);
  if (!target.isComplete) return false;
  if (handed.some((each) => isSameText(each, definition))) return true;
  const callers = program.callersOf(definition) ?? [];
  return handed.some((each) => callers.some((caller) => isSameText(each, caller)));
}

function complainOfPool(report: Report, inner: Handover, outer: Handover, waiting: Event): void {
  const { module } = inner.definition;
  const callee = expressionAt(module.summary.expressions, inner.call.callee);
  const pool = (callee?.kind === 'attribute' ? dottedName(module, callee.object) : null) ?? 'the pool';
  report.add({
    module,
    event: waiting,
    message: `A worker of \`${pool}\` waits here for another task of \`${pool}\`: when all workers do, nobody is left to run what they wait for`,
    advice: 'Let the task return and submit what follows from outside, or use another pool for the inner tasks.',
    evidence: [
      {
        ...located(outer.definition.module, siteOf(outer.definition.module, outer.event)),
        text: `\`${pool}\` runs \`${qualifiedName(inner.definition)}\``,
      },
      { ...located(module, siteOf(module, inner.event)), text: `which hands a task to \`${pool}\`` },
      { ...located(module, siteOf(module, waiting)), text: 'and waits for it' },
    ],
    cause: 'concurrent.futures.Future.result',
    confidence: 'likely',
  });
}

function checkOwnLoop(report: Report, definition: Definition): void {
  const { module, scope } = definition;
  for (const event of scope.events) {
    const asked = resultOf(module, event);
    if (asked === null || !madeBy(module, asked.object).some((made) => isForOwnLoop(report, definition, made)))
      continue;
    const isForever = asked.call.arguments.length === 0;
    report.add({
      module,
      event,
      message: `The loop's own thread waits here for a coroutine of that loop, which cannot run meanwhile: ${isForever ? 'it waits forever' : 'it waits in vain until its timeout'}`,
      advice: 'Await the coroutine.',
      evidence: [{ ...located(module, siteOf(module, event)), text: 'waits for what was given to the running loop' }],
      cause: 'concurrent.futures.Future.result',
      confidence: 'certain',
    });
  }
}

/** `run_coroutine_threadsafe(work(), loop)` with the loop that runs `definition`. */
function isForOwnLoop({ program: { inference } }: Report, { module, scope }: Definition, id: ExpressionId): boolean {
  const call = expressionAt(module.summary.expressions, id);
  const loop = call?.kind === 'call' ? (call.arguments[1] ?? null) : null;
  if (call?.kind !== 'call' || loop === null || loop.isSpread) return false;
  const names = (callee: ExpressionId) => inference.answer(module, callee).types.map(libraryNameOf);
  if (!names(call.callee).includes('asyncio.run_coroutine_threadsafe')) return false;
  const sources = madeBy(module, loop.value);
  return (
    sources.length > 0 &&
    sources.every((source) => {
      const asked = expressionAt(module.summary.expressions, source);
      const [name = null, ...others] = asked?.kind === 'call' ? names(asked.callee) : [];
      // Without a running loop the first raises; the second gives another one then.
      return (
        others.length === 0 &&
        (name === 'asyncio.get_running_loop' || (scope.isAsync && name === 'asyncio.get_event_loop'))
      );
    })
  );
}
