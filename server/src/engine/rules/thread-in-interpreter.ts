/** A task for another interpreter that calls what only the main one may: fork, exec, signal handlers, daemon threads. */

import type { NotInInterpretersRow } from '../knowledge/rows.ts';
import { allHold } from '../program/arguments.ts';
import { located, siteOf, writtenAs } from '../program/chains.ts';
import type { Definition, Module } from '../program/definitions.ts';
import { functionsOf } from '../program/handovers.ts';
import { type CallEvent, type CertainRun, certainCalls, runFrom } from '../program/import-time.ts';
import { type Task, tasksIn } from '../program/tasks.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const threadInInterpreter: Rule = {
  id: 'thread-in-interpreter',
  category: 'threads',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A task for another interpreter that forks, sets a signal handler, or starts a daemon thread.',
  explanation: `Python refuses some things to a worker of \`InterpreterPoolExecutor\` (Python 3.14), for they concern the whole process: \`os.fork\`, \`os.exec*\`,
\`signal.signal\` and threads with \`daemon=True\` raise there, and a \`ProcessPoolExecutor\` breaks. The error comes with the future's result.

\`subprocess\`, other threads and pools of threads or interpreters work.`,
  bad: `import threading
from concurrent.futures import InterpreterPoolExecutor


def watch(path):
    thread = threading.Thread(target=print, args=(path,), daemon=True)
    thread.start()
    thread.join()


def watch_all(paths):
    with InterpreterPoolExecutor() as pool:
        return list(pool.map(watch, paths))
`,
  good: `import threading
from concurrent.futures import InterpreterPoolExecutor


def watch(path):
    thread = threading.Thread(target=print, args=(path,))
    thread.start()
    thread.join()


def watch_all(paths):
    with InterpreterPoolExecutor() as pool:
        return list(pool.map(watch, paths))
`,
  check,
};

function check(report: Report): void {
  for (const module of report.modules) {
    for (const task of tasksIn(report.program, module)) {
      if (task.worker === 'interpreter') checkTask(report, task);
    }
  }
}

function checkTask(report: Report, task: Task): void {
  const { target } = task.handover;
  const [definition, ...others] = functionsOf(target);
  if (definition === undefined || others.length > 0 || !target.isComplete) return;
  if (definition.scope.isAsync || definition.scope.isGenerator) return;
  const runs = [{ definition, path: [] }, ...runFrom(report.program, definition, certainCalls(definition))];
  for (const { definition: each, path } of runs) {
    for (const event of certainCalls(each)) {
      const row = refusalOf(report, each.module, event);
      if (row === undefined) continue;
      complain(report, task, definition, { row, path: [...path, { module: each.module, event }] });
      return;
    }
  }
}

function refusalOf(
  { program: { inference } }: Report,
  module: Module,
  event: CallEvent,
): NotInInterpretersRow | undefined {
  const call = expressionAt(module.summary.expressions, event.call);
  if (call?.kind !== 'call') return undefined;
  const { types, isComplete } = inference.answer(module, call.callee);
  const [only] = types;
  if (!isComplete || types.length !== 1 || only?.kind !== 'external') return undefined;
  const row = inference.catalogue.interpreters.refusalOf(only.name);
  return row !== undefined && allHold(inference, module, call, row.onlyIf ?? []) ? row : undefined;
}

function complain(
  report: Report,
  { handover }: Task,
  task: Definition,
  { row, path }: { readonly row: NotInInterpretersRow; readonly path: CertainRun['path'] },
): void {
  const { definition, event, argument, call, callee } = handover;
  const { module } = definition;
  const span = expressionAt(module.summary.expressions, argument) ?? call;
  const name = task.scope.kind === 'lambda' ? 'The lambda' : `\`${task.scope.name}\``;
  report.add({
    module,
    event,
    span,
    message: `${name} cannot run in another interpreter: \`${row.name}\` raises ${row.raises} there (${row.why})`,
    advice: 'Use a ThreadPoolExecutor or a ProcessPoolExecutor, or do that in the main interpreter.',
    evidence: [
      { ...located(module, span), text: `handed over by \`${callee}\`` },
      ...path.map((step) => ({
        ...located(step.module, siteOf(step.module, step.event)),
        text: `calls \`${writtenAs(step.module, step.event) ?? row.name}\``,
      })),
    ],
    cause: row.name,
    confidence: 'certain',
  });
}
