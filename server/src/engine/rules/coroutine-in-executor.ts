/** A coroutine function handed to a thread or a pool: calling it there only makes a coroutine. */
import { located } from '../program/chains.ts';
import { displayName } from '../program/found.ts';
import type { Handover } from '../program/handovers.ts';
import { dottedName } from '../program/spelling.ts';
import { isForWorker } from '../program/tasks.ts';
import { type Answer, libraryNameOf, type Type } from '../program/types.ts';
import { expressionAt, expressionsOf } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const coroutineInExecutor: Rule = {
  id: 'coroutine-in-executor',
  category: 'executor',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'An `async def` handed to a thread or a pool: it never runs.',
  explanation: `A worker calls what it is handed. Calling an \`async def\` only makes a coroutine, which nobody awaits there: its body never runs.
\`asyncio.to_thread\` gives the coroutine back, a process or interpreter pool fails to send it back, a \`Thread\` drops it.

Await the coroutine on the loop instead: \`await load(path)\`. Where it has to run on another thread, hand over a function that starts a
loop for it (\`asyncio.run\`), or give it to the loop of that thread with \`asyncio.run_coroutine_threadsafe\`.

The rule is silent for callables that take coroutine functions as well, and for the program's own, which may look at what they are given.`,
  bad: `import asyncio


async def load(path):
    return f"{path} is loaded"


async def main(path):
    return await asyncio.to_thread(load, path)
`,
  good: `import asyncio


async def load(path):
    return f"{path} is loaded"


async def main(path):
    return await load(path)
`,
  check,
};

function check(report: Report): void {
  for (const module of report.modules) {
    for (const handover of report.program.handoversIn(module)) {
      if (isForWorker(handover) && isOfLibrary(report, handover) && makesCoroutine(report, handover.target))
        complain(report, handover);
    }
  }
}

/** A function of the program may test what it is given, or run the coroutine in the thread. */
function isOfLibrary({ program: { inference } }: Report, { definition: { module }, call }: Handover): boolean {
  return inference.answer(module, call.callee).types.every((type) => libraryNameOf(type) !== null);
}

function makesCoroutine(report: Report, { types, isComplete }: Answer): boolean {
  return isComplete && types.length > 0 && types.every((type) => isCoroutineFunction(report, type));
}

/** An `async def`, a partial of one, or a lambda that calls one. */
function isCoroutineFunction(report: Report, type: Type): boolean {
  if (type.kind === 'partial') return makesCoroutine(report, type.target);
  if (type.kind !== 'function') return false;
  const { module, scope } = type.definition;
  if (scope.kind !== 'lambda') return scope.isAsync && scope.decorators.length === 0;
  return scope.returns.every((id) => {
    const { types, isComplete } = report.program.inference.answer(module, id);
    return isComplete && types.length > 0 && types.every(({ kind }) => kind === 'coroutine');
  });
}

function complain(report: Report, handover: Handover): void {
  const { definition, event, argument, callee } = handover;
  const { module } = definition;
  if (isAwaitedTwice(handover)) return;
  const name = dottedName(module, argument);
  const offload = displayName(callee);
  const span = expressionAt(module.summary.expressions, argument) ?? handover.call;
  report.add({
    module,
    event,
    message: `${name === null ? 'What is handed over' : `\`${name}\``} never runs: called by \`${offload}()\`, it only makes a coroutine, which nobody awaits`,
    advice: definition.scope.isAsync
      ? `Await the coroutine here${name === null ? '' : `: \`await ${name}(…)\``}.`
      : 'Hand over a function that runs the coroutine (`asyncio.run`), or give the coroutine to a loop (`asyncio.run_coroutine_threadsafe`).',
    evidence: [{ ...located(module, span), text: `hands a coroutine function to \`${offload}\`` }],
    cause: callee,
    confidence: 'certain',
  });
}

/** `await (await asyncio.to_thread(load))`: the coroutine that comes back is awaited here. */
function isAwaitedTwice({ definition: { module }, event }: Handover): boolean {
  const { expressions } = module.summary;
  return [...expressionsOf(expressions)].some((outer) => {
    const inner = outer.kind === 'await' ? expressionAt(expressions, outer.value) : undefined;
    return inner?.kind === 'await' && inner.value === event.call;
  });
}
