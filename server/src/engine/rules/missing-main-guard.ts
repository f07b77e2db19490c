/** Workers that are started when a module is imported: each worker imports it again. */

import { located, siteOf, writtenAs } from '../program/chains.ts';
import { useOfSurroundings } from '../program/closures.ts';
import { type Definition, definitionOf, type Module } from '../program/definitions.ts';
import { functionsOf } from '../program/handovers.ts';
import {
  type CallEvent,
  type CertainRun,
  callsOnImport,
  certainCalls,
  isImported,
  runOnImport,
} from '../program/import-time.ts';
import { mayFork, startsOfCall } from '../program/start-method.ts';
import { type Task, tasksIn } from '../program/tasks.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const missingMainGuard: Rule = {
  id: 'missing-main-guard',
  category: 'executor',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'Processes or interpreters started by importing a module.',
  explanation: `A worker process imports the main module again, and the module of its task. Where that starts workers of its own, Python refuses:
"An attempt has been made to start a new process before the current process has finished its bootstrapping phase", and the
pool breaks. Only forked processes import nothing; that was Linux's way before Python 3.14, where it is \`forkserver\` now. For older targets
the rule is an information: macOS and Windows never forked.

A pool of interpreters runs the script again only where its task is defined there and needs anything of it.

Start workers under \`if __name__ == "__main__":\`.`,
  bad: `from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


with ProcessPoolExecutor() as pool:
    print(list(pool.map(square, range(10))))
`,
  good: `from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


if __name__ == "__main__":
    with ProcessPoolExecutor() as pool:
        print(list(pool.map(square, range(10))))
`,
  check,
};

/** One of these stands in every module that starts workers. */
const SIGNS = new Set([
  'submit',
  'map',
  'run_in_executor',
  'Process',
  'Pool',
  'Manager',
  'apply_async',
  'starmap',
  'imap',
]);

function check(report: Report): void {
  const { program } = report;
  if (!mayStartWorkers(report)) return;
  for (const module of report.modules) {
    const body = definitionOf(module, 0);
    const direct = startIn(report, module, body, callsOnImport(module));
    if (direct !== null) {
      complain(report, module, direct, []);
      continue;
    }
    for (const run of runOnImport(program, module)) {
      const { definition } = run;
      const start = startIn(report, module, definition, certainCalls(definition));
      if (start === null) continue;
      complain(report, module, start, run.path, run.start);
      break;
    }
  }
}

function mayStartWorkers({ program }: Report): boolean {
  for (const { summary } of program.modules) {
    if (
      summary.expressions.strings.some((text) =>
        /^(?:\w*ProcessPool\w*|InterpreterPoolExecutor|multiprocessing.*)$/.test(text),
      )
    )
      return true;
  }
  return false;
}

interface Start {
  readonly module: Module;
  readonly event: CallEvent;
  readonly worker: 'process' | 'interpreter';
  /** By a start method that is certain to import the module. */
  readonly isAnew: boolean;
}

/** The first of `events`, which `definition` runs when `module` is imported, that starts a worker. */
function startIn(report: Report, module: Module, definition: Definition, events: readonly CallEvent[]): Start | null {
  const { program } = report;
  const home = definition.module;
  if (!home.summary.expressions.strings.some((text) => SIGNS.has(text))) return null;
  const tasks = tasksIn(program, home).filter(({ handover }) => handover.definition === definition);
  const isFixed = mayFork(program);
  for (const event of events) {
    const call = expressionAt(home.summary.expressions, event.call);
    const made = call?.kind === 'call' ? startsOfCall(program, home, call) : null;
    const task = tasks.find(({ handover }) => handover.event.call === event.call);
    const starts = made ?? (task === undefined ? null : startsOfTask(report, module, task, events));
    if (starts === 'interpreter') return { module: home, event, worker: 'interpreter', isAnew: true };
    if (starts === 'anew' || (starts === 'default' && !isFixed))
      return { module: home, event, worker: 'process', isAnew: starts === 'anew' };
  }
  return null;
}

function startsOfTask(report: Report, module: Module, task: Task, events: readonly CallEvent[]) {
  const { worker, handover } = task;
  if (worker === 'interpreter') return needsScript(report, module, task) ? 'interpreter' : null;
  if (worker !== 'process') return null;
  if (handover.starts === null) return 'default';
  return isStarted(handover.definition.module, events) ? handover.starts : null;
}

/** `Process(…).start()`, or some other `start()` beside it. */
function isStarted({ summary: { expressions } }: Module, events: readonly CallEvent[]): boolean {
  return events.some((event) => {
    const call = expressionAt(expressions, event.call);
    const callee = call?.kind === 'call' ? expressionAt(expressions, call.callee) : undefined;
    return callee?.kind === 'attribute' && callee.name === 'start';
  });
}

/** Whether a task of an interpreter is of `module`, which is a script as nobody imports it, and uses what stands there. */
function needsScript({ program }: Report, module: Module, { handover }: Task): boolean {
  const [definition, ...others] = functionsOf(handover.target);
  if (definition === undefined || others.length > 0 || definition.module !== module || isImported(program, module))
    return false;
  const { scope } = definition;
  const isOfTheModule = scope.kind === 'function' && scope.parent === 0;
  return isOfTheModule && (scope.decorators.length > 0 || useOfSurroundings(definition) !== null);
}

function complain(
  report: Report,
  module: Module,
  { module: home, event, worker, isAnew }: Start,
  path: CertainRun['path'],
  at: CallEvent = event,
): void {
  const isForked = worker === 'process' && !isAnew && report.settings.target.minor < 14;
  const imported =
    worker === 'process'
      ? 'a worker process, which imports this module again'
      : 'an interpreter, which runs this script again';
  const where = isForked ? ' on macOS and Windows' : '';
  report.add({
    module,
    event: at,
    message: `Importing the module starts ${imported}${where}: it would start workers of its own, and fails`,
    advice: 'Move it under `if __name__ == "__main__":`.',
    evidence: [
      ...path.map((step) => ({
        ...located(step.module, siteOf(step.module, step.event)),
        text: `calls \`${nameOf(step.module, step.event)}\``,
      })),
      { ...located(home, siteOf(home, event)), text: `starts workers by \`${nameOf(home, event)}\`` },
    ],
    cause: worker,
    confidence: path.length === 0 ? 'certain' : 'likely',
    ...(isForked ? { atMost: 'information' as const } : {}),
  });
}

function nameOf(module: Module, event: CallEvent): string {
  return writtenAs(module, event) ?? 'a call';
}
