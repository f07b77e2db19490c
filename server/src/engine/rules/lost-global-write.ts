/** A task for another process or interpreter that changes what only its worker has. */

import { located } from '../program/chains.ts';
import { lostWriteOf } from '../program/lost-writes.ts';
import { tasksIn } from '../program/tasks.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const lostGlobalWrite: Rule = {
  id: 'lost-global-write',
  category: 'executor',
  level: 'warning',
  isRecommended: true,
  alsoKnownAs: [],
  summary:
    'A task for another process or interpreter that writes a global or an argument which its caller reads afterwards.',
  explanation: `Each worker process and each interpreter has module globals of its own, and gets copies of its arguments. What a task sets or
appends there stays there: its caller finds the global, or the list that it passed, as it was.

Return the result and take it from the future. The rule reports only what the function that hands the task over reads afterwards: caches of a
worker's own are well placed in its globals.`,
  bad: `from concurrent.futures import ProcessPoolExecutor

RESULTS = []


def work(n):
    RESULTS.append(n * n)


def main():
    with ProcessPoolExecutor() as pool:
        list(pool.map(work, range(10)))
    print(RESULTS)
`,
  good: `from concurrent.futures import ProcessPoolExecutor


def work(n):
    return n * n


def main():
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(work, range(10)))
    print(results)
`,
  check,
};

function check(report: Report): void {
  for (const module of report.modules) {
    for (const task of tasksIn(report.program, module)) {
      if (task.worker === 'thread') continue;
      const lost = lostWriteOf(report.program, task);
      if (lost === null) continue;
      const { event, argument, call, callee } = task.handover;
      const span = expressionAt(module.summary.expressions, argument) ?? call;
      const { name, writer, reader } = lost;
      report.add({
        module,
        event,
        span,
        message: `This task writes \`${name}\` in ${task.worker === 'process' ? 'its process' : 'its interpreter'}, where it is a copy: what is read here afterwards does not have that`,
        advice: 'Return the result, and take it from the future.',
        evidence: [
          { ...located(module, span), text: `handed over by \`${callee}\`` },
          { ...located(writer.module, writer.span), text: `writes \`${name}\`` },
          { ...located(module, reader), text: `reads \`${name}\`` },
        ],
        cause: name,
        confidence: 'likely',
      });
    }
  }
}
