/** Pure-Python CPU work given to a pool of threads, which the GIL makes take turns. */

import { chainOf, located } from '../program/chains.ts';
import { functionsOf, type Handover } from '../program/handovers.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const cpuBoundInThreadPool: Rule = {
  id: 'cpu-bound-in-thread-pool',
  category: 'executor',
  level: 'warning',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'Pure-Python CPU work given to a pool of threads.',
  explanation: `A thread that computes in pure Python holds the GIL, so the threads of a pool take turns: two of them need as long as one after
the other (measured: 2.02 times one task, against 1.00 in an interpreter pool and 1.07 in a process pool).

Use \`InterpreterPoolExecutor\` (Python 3.14) or \`ProcessPoolExecutor\`. The rule is silent for free-threaded targets.`,
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

const POOL_METHODS = new Set([
  'concurrent.futures.ThreadPoolExecutor.submit',
  'concurrent.futures.ThreadPoolExecutor.map',
]);

function check(report: Report): void {
  if (report.settings.isFreeThreaded) return;
  for (const module of report.modules) {
    for (const handover of report.program.handoversIn(module)) {
      if (POOL_METHODS.has(handover.callee)) checkHandover(report, handover);
    }
  }
}

function checkHandover(report: Report, handover: Handover): void {
  const [task, ...others] = functionsOf(handover.target);
  if (task === undefined || others.length > 0 || !handover.target.isComplete) return;
  const { effects } = report.program;
  effects.settle([task]);
  const effect = effects.effectsOf(task).get('computes');
  // What mostly waits is well placed in a thread, whatever it computes besides.
  if (
    effect === undefined ||
    effects.effectsOf(task).all.some(({ kind }) => kind !== 'computes') ||
    !effects.computing.onlyComputes(task)
  )
    return;
  const { module } = handover.definition;
  const name = task.scope.name;
  const span = expressionAt(module.summary.expressions, handover.argument) ?? handover.call;
  report.add({
    module,
    event: handover.event,
    message: `\`${name}\` computes in pure Python: threads take turns under the GIL, so this pool makes it no faster`,
    advice:
      report.settings.target.minor >= 14
        ? 'Use concurrent.futures.InterpreterPoolExecutor, or ProcessPoolExecutor.'
        : 'Use concurrent.futures.ProcessPoolExecutor.',
    evidence: [{ ...located(module, span), text: `hands over \`${name}\`` }, ...chainOf(task, effect)],
    cause: 'hot-loop',
    confidence: 'likely',
  });
}
