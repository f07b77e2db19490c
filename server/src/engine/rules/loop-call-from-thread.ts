/** What belongs to the event loop, touched from a worker thread. */
import { located, siteOf, writtenAs } from '../program/chains.ts';
import { type Definition, definitionOf, type Module, qualifiedName } from '../program/definitions.ts';
import { displayName } from '../program/found.ts';
import { sourcesOf } from '../program/sources.ts';
import { libraryNameOf, type Type } from '../program/types.ts';
import { callOf, expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const loopCallFromThread: Rule = {
  id: 'loop-call-from-thread',
  category: 'executor',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A loop, queue, event or future of asyncio, touched from a worker thread.',
  explanation: `Nothing of asyncio is thread-safe but \`loop.call_soon_threadsafe\` and \`asyncio.run_coroutine_threadsafe\`. \`queue.put_nowait\` or
\`event.set\` from a thread does not wake the loop, so that who waits may wait until something else happens, and may break its state;
\`asyncio.create_task\` raises RuntimeError, for no loop runs in the thread.

Write \`loop.call_soon_threadsafe(queue.put_nowait, item)\` and \`asyncio.run_coroutine_threadsafe(work(), loop)\`. The rule reports functions
that only worker threads are seen to run, and is silent in threads that run a loop of their own.`,
  bad: `import asyncio


def read(queue: asyncio.Queue):
    queue.put_nowait("a line")


async def main():
    queue = asyncio.Queue()
    await asyncio.to_thread(read, queue)
    return await queue.get()
`,
  good: `import asyncio


def read(queue: asyncio.Queue, loop: asyncio.AbstractEventLoop):
    loop.call_soon_threadsafe(queue.put_nowait, "a line")


async def main():
    queue = asyncio.Queue()
    await asyncio.to_thread(read, queue, asyncio.get_running_loop())
    return await queue.get()
`,
  check,
};

/** Methods that wake tasks or plan callbacks, by the class that has them (docs.python.org/3/library/asyncio-dev, "Concurrency and Multithreading"). */
const METHODS = new Map([
  ['asyncio.AbstractEventLoop', ['call_soon', 'call_later', 'call_at', 'create_task', 'stop']],
  ['asyncio.Queue', ['put_nowait', 'get_nowait']],
  ['asyncio.Event', ['set']],
  ['asyncio.Future', ['set_result', 'set_exception', 'cancel']],
  ['asyncio.Condition', ['notify', 'notify_all']],
  ['asyncio.Semaphore', ['release']],
  ['asyncio.Lock', ['release']],
]);

const FUNCTIONS = new Set(['asyncio.create_task']);

const NAMES = new Set([...[...METHODS.values()].flat(), 'create_task']);

function check(report: Report): void {
  for (const module of report.modules) {
    if (report.program.isTest(module) || !module.summary.expressions.strings.some((text) => NAMES.has(text))) continue;
    for (let id = 1; id < module.summary.scopes.length; id++) checkFunction(report, definitionOf(module, id));
  }
}

function checkFunction(report: Report, definition: Definition): void {
  const { module, scope } = definition;
  if (scope.isAsync || (scope.kind !== 'function' && scope.kind !== 'lambda')) return;
  const touching = scope.events.filter((event) => event.kind === 'call' && touches(report, module, event.call));
  if (touching.length === 0 || !isInThread(report, definition)) return;
  for (const event of touching) {
    const name = writtenAs(module, event) ?? 'it';
    const isRaised = event.kind === 'call' && isFunction(report, module, event.call);
    report.add({
      module,
      event,
      message: isRaised
        ? `\`${name}()\` raises RuntimeError in a worker thread: no event loop runs there`
        : `\`${name}()\` is not thread-safe, and a worker thread runs it: the loop does not wake for it`,
      advice:
        isRaised || /\.create_task$/.test(name)
          ? 'Use `asyncio.run_coroutine_threadsafe(…, loop)`.'
          : 'Use `loop.call_soon_threadsafe`.',
      evidence: [
        { ...located(module, scope.nameSpan), text: `a thread runs \`${qualifiedName(definition)}\`` },
        { ...located(module, siteOf(module, event)), text: `calls \`${displayName(name)}\`` },
      ],
      cause: 'asyncio',
      confidence: 'certain',
    });
  }
}

function isFunction({ program: { inference } }: Report, module: Module, id: number): boolean {
  const call = expressionAt(module.summary.expressions, id);
  if (call?.kind !== 'call') return false;
  const { types, isComplete } = inference.answer(module, call.callee);
  return isComplete && types.length > 0 && types.every((type) => type.kind === 'external' && FUNCTIONS.has(type.name));
}

/** Whether the call at `id` touches what belongs to a loop, and was not made in the same function. */
function touches(report: Report, module: Module, id: number): boolean {
  const { expressions } = module.summary;
  const call = expressionAt(expressions, id);
  const callee = call?.kind === 'call' ? expressionAt(expressions, call.callee) : undefined;
  if (call?.kind !== 'call' || callee === undefined) return false;
  if (callee.kind !== 'attribute' && callee.kind !== 'name') return false;
  if (!NAMES.has(callee.name)) return false;
  if (isFunction(report, module, id)) return true;
  if (callee.kind !== 'attribute' || isMadeHere(module, callee.object)) return false;
  const { inference } = report.program;
  const { types, isComplete } = inference.resolved(inference.answer(module, call.callee));
  const { types: objects, isComplete: isKnown } = inference.resolved(inference.answer(module, callee.object));
  const isMember = types.length > 0 && isComplete && types.every((type) => isOfLoop(report, type, callee.name));
  return isMember && isKnown && objects.length > 0;
}

function isMadeHere(module: Module, id: number): boolean {
  return sourcesOf(module, id).some((source) => expressionAt(module.summary.expressions, source)?.kind === 'call');
}

function isOfLoop({ program: { inference } }: Report, type: Type, method: string): boolean {
  if (type.kind !== 'member' || libraryNameOf(type) !== `${type.class}.${method}`) return false;
  return inference.catalogue.lineage(type.class).some((name) => METHODS.get(name)?.includes(method) ?? false);
}

/** Whether only threads run `definition`, none of which runs a loop there. */
function isInThread({ program }: Report, definition: Definition): boolean {
  const path = program.threadsPathOf(definition);
  return path?.every((each) => !runsLoop(program, each)) ?? false;
}

function runsLoop(program: Report['program'], definition: Definition): boolean {
  program.effects.settleOnce(definition);
  if (program.effects.effectsOf(definition).has('runs-loop')) return true;
  const { module, scope } = definition;
  return scope.events.some((event) => {
    const call = callOf(module.summary.expressions, event);
    if (call === undefined) return false;
    const { types } = program.inference.answer(module, call.callee);
    return types.some((type) =>
      /^asyncio\.(?:new_event_loop|set_event_loop|run|Runner)$/.test(libraryNameOf(type) ?? ''),
    );
  });
}
