/** Pure-Python CPU work given to a pool of threads, which the GIL makes take turns. */

import type { Confidence, Evidence, Level } from '../findings/finding.ts';
import { chainOf, located } from '../program/chains.ts';
import type { Definition } from '../program/definitions.ts';
import { functionsOf, type Handover } from '../program/handovers.ts';
import { tasksIn } from '../program/tasks.ts';
import { libraryNameOf, type Type } from '../program/types.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const cpuBoundInThreadPool: Rule = {
  id: 'cpu-bound-in-thread-pool',
  category: 'executor',
  level: 'warning',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'CPU work that holds the GIL, given to threads.',
  explanation: `A thread that computes in pure Python holds the GIL, so the threads of a pool take turns: two of them need as long as one after
the other (measured: 2.02 times one task, against 1.00 in an interpreter pool and 1.07 in a process pool).

C code that keeps the GIL for a whole call (\`json.loads\`, \`pickle.dumps\`, \`re\`, \`orjson\`) gains as little. What releases the GIL
(hashing, compression, Pillow, OpenCV, models of torch) does scale, and so does what waits: about those the rule is silent.

Use \`InterpreterPoolExecutor\` (Python 3.14) or \`ProcessPoolExecutor\`. The rule is silent for free-threaded targets.

A single \`asyncio.to_thread\` or \`run_in_executor\` is a hint only: for pure Python it keeps the event loop responsive, which may be all that
is wanted. One call of C that keeps the GIL freezes the event loop even from there.`,
  bad: `from concurrent.futures import ThreadPoolExecutor


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def main():
    with ThreadPoolExecutor() as pool:
        return list(pool.map(crunch, [10_000_000] * 4))
`,
  good: `from concurrent.futures import ProcessPoolExecutor


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def main():
    with ProcessPoolExecutor() as pool:
        return list(pool.map(crunch, [10_000_000] * 4))
`,
  check,
};

/** What runs many tasks at a time. */
const POOLS =
  /^(?:concurrent\.futures\.ThreadPoolExecutor\.(?:submit|map)|multiprocessing\.pool\.ThreadPool\.(?:apply_async|(?:star)?map(?:_async)?|imap(?:_unordered)?))$/;

/** What runs one, for a coroutine that waits for it. */
const OFFLOADS = new Set([
  'anyio.to_thread.run_sync',
  'asyncio.AbstractEventLoop.run_in_executor',
  'asyncio.to_thread',
  'trio.to_thread.run_sync',
]);

/** Computing that holds the GIL. */
interface Work {
  readonly name: string;
  /** What it does with the GIL. */
  readonly gil: 'holds' | 'switches';
  /** From the function down to what computes; empty where the function is a library's. */
  readonly chain: readonly Evidence[];
  /** It certainly takes long. */
  readonly isLong: boolean;
  readonly cause: string;
  readonly confidence: Confidence;
}

function check(report: Report): void {
  if (report.settings.isFreeThreaded) return;
  for (const module of report.modules) {
    for (const { handover, worker } of tasksIn(report.program, module)) {
      const number = worker === 'thread' ? numberOf(handover) : null;
      const work = number === null ? null : workOf(report, handover);
      if (number === 'many' && work !== null) addMany(report, handover, work);
      if (number === 'one' && work?.isLong) addOne(report, handover, work);
    }
  }
}

/** How many tasks compute at a time; null where that is none of our business, as of a thread in the background. */
function numberOf({ callee, event, call }: Handover): 'one' | 'many' | null {
  const isRepeated = event.place.loopDepth > 0 && !call.isAwaited;
  if (POOLS.test(callee) || (callee === 'threading.Thread' && isRepeated)) return 'many';
  if (!OFFLOADS.has(callee)) return null;
  return isRepeated ? 'many' : 'one';
}

function workOf(report: Report, { target }: Handover): Work | null {
  const [type, ...others] = target.types;
  if (type === undefined || others.length > 0 || !target.isComplete) return null;
  const [task] = functionsOf(target);
  return task === undefined ? workOfLibrary(report, type) : workOfTask(report, task);
}

/** What a function of the program computes. */
function workOfTask({ program: { effects } }: Report, task: Definition): Work | null {
  effects.settle([task]);
  const { all } = effects.effectsOf(task);
  const effect = effects.effectsOf(task).get('computes');
  // What mostly waits, or computes without the GIL, is well placed in a thread, whatever it computes besides.
  if (effect === undefined || all.some(({ kind }) => kind !== 'computes') || !effects.computing.onlyComputes(task))
    return null;
  const { cause } = effect;
  return {
    name: task.scope.name,
    gil: cause.kind === 'fact' && cause.step.row.computing?.gil === 'holds' ? 'holds' : 'switches',
    chain: chainOf(task, effect),
    isLong: all.some(({ weight }) => weight !== 'low'),
    cause: cause.kind === 'fact' ? cause.step.row.name : 'hot-loop',
    confidence: 'likely',
  };
}

/**
 * What a function of a library computes. Builtins are left out: what they do depends on what they are given, `list(path.iterdir())`
 * waits for the disk.
 */
function workOfLibrary({ program }: Report, type: Type): Work | null {
  const name = libraryNameOf(type) ?? '';
  const { catalogue } = program.inference;
  const row = catalogue.computingOn(name);
  const waits = catalogue.verdictOn(name);
  if (row === undefined || row.name !== name || /^(?:builtins|itertools|functools)\./.test(name)) return null;
  if (row.gil === 'releases' || (typeof waits === 'object' && waits.effect === 'waits')) return null;
  return { name, gil: row.gil, chain: [], isLong: row.gil === 'holds', cause: name, confidence: 'certain' };
}

function addMany(report: Report, handover: Handover, work: Work): void {
  const { name, gil } = work;
  const why =
    gil === 'holds'
      ? 'keeps the GIL while it computes: threads wait for each other'
      : 'computes in pure Python: threads take turns under the GIL';
  const what = POOLS.test(handover.callee) ? 'this pool makes' : 'threads make';
  add(report, handover, work, {
    message: `\`${name}\` ${why}, so ${what} it no faster`,
    advice: `Use ${poolsFor(report)}.`,
  });
}

function addOne(report: Report, handover: Handover, work: Work): void {
  const { name, gil } = work;
  add(report, handover, work, {
    atMost: 'hint',
    message:
      gil === 'holds'
        ? `\`${name}\` keeps the GIL while it computes: it freezes the event loop from a thread as well`
        : `\`${name}\` computes in pure Python: a thread keeps the event loop responsive, but makes it no faster`,
    advice:
      gil === 'holds'
        ? `If it is given much, use ${poolsFor(report)}.`
        : `If several run at a time, use ${poolsFor(report)}.`,
  });
}

function add(
  report: Report,
  { definition: { module }, event, call, argument }: Handover,
  { name, chain, cause, confidence }: Work,
  said: { readonly message: string; readonly advice: string; readonly atMost?: Level },
): void {
  const span = expressionAt(module.summary.expressions, argument) ?? call;
  const evidence = [{ ...located(module, span), text: `hands over \`${name}\`` }, ...chain];
  report.add({ module, event, evidence, cause, confidence, ...said });
}

function poolsFor({ settings }: Report): string {
  return settings.target.minor >= 14
    ? 'concurrent.futures.InterpreterPoolExecutor, or ProcessPoolExecutor'
    : 'concurrent.futures.ProcessPoolExecutor';
}
