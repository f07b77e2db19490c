/** A default executor of the loop that `asyncio.to_thread` cannot use. */

import type { Worker } from '../knowledge/rows.ts';
import { argumentAt } from '../program/arguments.ts';
import { located, siteOf } from '../program/chains.ts';
import { type Definition, definitionOf, type Module } from '../program/definitions.ts';
import { workerOf } from '../program/handed.ts';
import { isNone } from '../program/types.ts';
import type { Event } from '../summary/model.ts';
import { callOf } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const defaultExecutorReplaced: Rule = {
  id: 'default-executor-replaced',
  category: 'executor',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A default executor of interpreters or processes: every `asyncio.to_thread` fails then.',
  explanation: `\`asyncio.to_thread\` gives the default executor a function bound to the current context, which cannot leave its interpreter.

- \`loop.set_default_executor(InterpreterPoolExecutor())\` is accepted, for that is a ThreadPoolExecutor, and then every \`asyncio.to_thread\`
  fails with NotShareableError (run on 3.14.8).
- \`loop.set_default_executor(ProcessPoolExecutor())\` raises TypeError since Python 3.11; before, it was accepted, and every
  \`asyncio.to_thread\` failed to pickle what it is given.

Keep the pool, and name it where you need it: \`loop.run_in_executor(pool, f, x)\`.`,
  bad: `import asyncio
from concurrent.futures import ProcessPoolExecutor


async def main():
    asyncio.get_running_loop().set_default_executor(ProcessPoolExecutor())
    return await asyncio.to_thread(sum, [1, 2])
`,
  good: `import asyncio
from concurrent.futures import ProcessPoolExecutor

pool = ProcessPoolExecutor()


async def main():
    return await asyncio.get_running_loop().run_in_executor(pool, sum, [1, 2])
`,
  check,
};

function check(report: Report): void {
  for (const module of report.modules) {
    if (!module.summary.expressions.strings.includes('set_default_executor')) continue;
    for (let id = 0; id < module.summary.scopes.length; id++) checkFunction(report, definitionOf(module, id));
  }
}

function checkFunction(report: Report, { module, scope }: Definition): void {
  for (const event of scope.events) {
    const worker = replacementAt(report, module, event);
    if (worker === 'process' || worker === 'interpreter') complain(report, module, event, worker);
  }
}

/** What runs the tasks of the executor that `event` makes the default; null where it makes none, or it is not known. */
function replacementAt({ program: { inference } }: Report, module: Module, event: Event): Worker | null {
  const call = callOf(module.summary.expressions, event);
  if (call === undefined) return null;
  const isOfLoop = inference
    .answer(module, call.callee)
    .types.some(
      (type) =>
        type.kind === 'member' &&
        type.path.join('.') === 'set_default_executor' &&
        inference.catalogue.lineage(type.class).includes('asyncio.AbstractEventLoop'),
    );
  const argument = isOfLoop ? argumentAt(call, 0, 'executor') : null;
  if (argument === null) return null;
  const { types, isComplete } = inference.resolved(inference.answer(module, argument));
  const workers = new Set(types.filter((type) => !isNone(type)).map((type) => workerOf(inference, type)));
  const [worker = null] = workers;
  return isComplete && workers.size === 1 ? worker : null;
}

function complain(report: Report, module: Module, event: Event, worker: 'process' | 'interpreter'): void {
  const raises = worker === 'process' && report.settings.target.minor >= 11;
  const kind = worker === 'process' ? 'a process pool' : 'an interpreter pool';
  const error = worker === 'process' ? 'cannot be pickled' : 'cannot be shared (NotShareableError)';
  report.add({
    module,
    event,
    message: raises
      ? '`set_default_executor()` raises TypeError: the default executor has to be a ThreadPoolExecutor'
      : `Every \`asyncio.to_thread()\` fails with ${kind} as the default executor: the context it hands over ${error}`,
    advice: 'Keep the pool, and name it where you need it: `loop.run_in_executor(pool, …)`.',
    evidence: [{ ...located(module, siteOf(module, event)), text: `makes ${kind} the default executor` }],
    cause: 'asyncio.AbstractEventLoop.set_default_executor',
    confidence: 'certain',
  });
}
