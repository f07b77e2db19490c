/** A lambda or nested function handed to a worker in a loop, which reads the loop's variable when it runs. */
import { located } from '../program/chains.ts';
import { displayName } from '../program/found.ts';
import type { Handover } from '../program/handovers.ts';
import { lateNamesOf } from '../program/late-names.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const lateBindingTask: Rule = {
  id: 'late-binding-task',
  category: 'executor',
  level: 'warning',
  isRecommended: true,
  alsoKnownAs: ['B023'],
  summary: 'A lambda submitted in a loop reads the loop variable when it runs.',
  explanation: `A lambda or nested function holds the variable and not its value: by the time that a worker runs it, the loop has gone on, and
several tasks work on the same, last item. It depends on timing, so tests rarely show it.

Hand over the function and its arguments, \`pool.submit(load, url)\`, or bind the value: \`lambda url=url: load(url)\`. The rule is silent
where the loop waits for the task before it goes on.`,
  bad: `from concurrent.futures import ThreadPoolExecutor


def load(url):
    return f"{url} is loaded"


def load_all(urls):
    pool = ThreadPoolExecutor()
    futures = []
    for url in urls:
        futures.append(pool.submit(lambda: load(url)))
    return [future.result() for future in futures]
`,
  good: `from concurrent.futures import ThreadPoolExecutor


def load(url):
    return f"{url} is loaded"


def load_all(urls):
    pool = ThreadPoolExecutor()
    futures = []
    for url in urls:
        futures.append(pool.submit(load, url))
    return [future.result() for future in futures]
`,
  check,
};

/** Processes and interpreters get copies of values, and refuse closures. */
const SHARING = new Set<string>(['thread', 'elsewhere']);

function check(report: Report): void {
  for (const module of report.modules) {
    for (const handover of report.program.handoversIn(module)) {
      if (SHARING.has(handover.runs) && handover.method === null) checkHandover(report, handover);
    }
  }
}

function checkHandover(report: Report, handover: Handover): void {
  const late = lateNamesOf(handover);
  const [first = ''] = late?.names ?? [];
  if (late === null) return;
  const { definition, event, call, argument, callee } = handover;
  const { module } = definition;
  const isLambda = late.closure.scope.kind === 'lambda';
  const names = late.names.map((name) => `\`${name}\``).join(', ');
  const what = isLambda ? 'The lambda' : `\`${late.closure.scope.name}\``;
  const span = expressionAt(module.summary.expressions, argument) ?? call;
  report.add({
    module,
    event,
    span,
    message: `${what} reads ${names} when it runs in the worker: the loop may have gone on to another value by then`,
    advice: isLambda
      ? `Bind the value: \`lambda ${first}=${first}: …\`, or hand over the function and its arguments.`
      : `Pass the value as an argument, or bind it: \`def ${late.closure.scope.name}(${first}=${first})\`.`,
    evidence: [{ ...located(module, span), text: `hands it to \`${displayName(callee)}\` in a loop` }],
    cause: callee,
    confidence: 'likely',
  });
}
