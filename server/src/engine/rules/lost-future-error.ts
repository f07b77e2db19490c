/** A future of a pool that nobody keeps: an exception of its task vanishes. */
import { chainOf, located, siteOf } from '../program/chains.ts';
import { type Definition, qualifiedName } from '../program/definitions.ts';
import type { Effect, EffectKind } from '../program/effect-set.ts';
import { displayName, unconditional } from '../program/found.ts';
import { functionsOf, type Handover } from '../program/handovers.ts';
import type { Type } from '../program/types.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const lostFutureError: Rule = {
  id: 'lost-future-error',
  category: 'executor',
  level: 'information',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A future of a pool that nobody keeps: an exception of its task vanishes.',
  explanation: `What a task raises is kept in its future, and raised again by \`future.result()\`. Nobody hears of it where the future is dropped:
unlike asyncio, \`concurrent.futures\` and \`multiprocessing\` log nothing.

Keep the future and ask for its result, give it a callback that looks at \`future.exception()\` (\`error_callback=\` for \`apply_async\`), or
let the task catch and log what it raises. The rule reports tasks that
reach out of the program, to files, other programs and the network, and is silent where all of it is caught.`,
  bad: `from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


def save(path, text):
    with open(path, "w") as file:
        file.write(text)


def later(path, text):
    pool.submit(save, path, text)
`,
  good: `import logging
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


def save(path, text):
    with open(path, "w") as file:
        file.write(text)


def failed(future):
    if future.exception() is not None:
        logging.error("not saved", exc_info=future.exception())


def later(path, text):
    pool.submit(save, path, text).add_done_callback(failed)
`,
  check,
};

const POOL_METHOD =
  /^(?:concurrent\.futures\.\w+\.submit|multiprocessing\.(?:pool\.ThreadPool|Pool|pool\.Pool)\.apply_async)$/;

function check(report: Report): void {
  for (const module of report.modules) {
    if (report.program.isTest(module)) continue;
    for (const handover of report.program.handoversIn(module)) {
      if (handover.call.isDiscarded && isOfPool(report, handover)) checkTask(report, handover);
    }
  }
}

/** An executor that the program makes of its own may look at its futures itself. */
function isOfPool(
  { program: { inference } }: Report,
  { callee, call, method, definition: { module } }: Handover,
): boolean {
  if (method !== null || !POOL_METHOD.test(callee)) return false;
  const isAnswered = call.arguments.some(({ keyword }) => keyword === 'error_callback');
  return !isAnswered && inference.answer(module, call.callee).types.every(({ kind }) => kind === 'member');
}

function checkTask(report: Report, { definition: { module }, event, target, callee, argument }: Handover): void {
  const { types, isComplete } = target;
  if (!isComplete || types.length === 0 || !types.every((type) => mayRaise(report, type))) return;
  const [task] = functionsOf(target);
  const name = task === undefined ? 'the task' : `\`${qualifiedName(task).replace(/.*<lambda>$/, 'the lambda')}\``;
  const span = expressionAt(module.summary.expressions, argument) ?? siteOf(module, event);
  const failure = task === undefined ? null : failureOf(report, task);
  const evidence = task === undefined || failure === null ? [] : chainOf(task, failure);
  report.add({
    module,
    event,
    message: `Nobody keeps the future of \`${displayName(callee)}()\`: what ${name} raises vanishes without a trace`,
    advice: 'Keep the future and ask for its result, or let the task catch and log what it raises.',
    evidence: [{ ...located(module, span), text: `hands over ${name}` }, ...evidence],
    cause: callee,
    confidence: 'certain',
  });
}

/** What reaches out of the program, and so fails some day. */
const FAILS = new Set<EffectKind>(['http', 'file', 'subprocess', 'socket', 'database', 'sdk']);

/** What a task does that may fail, outside of any function that catches everything; null where that is not known. */
function failureOf({ program: { effects } }: Report, task: Definition): Effect | null {
  if (task.scope.isAsync || task.scope.isGenerator) return null;
  effects.settleOnce(task);
  const leaves = (definition: Definition, { next }: Effect): boolean =>
    !definition.scope.catchesAll && (next === null || leaves(next.definition, next.effect));
  return effects.effectsOf(task).all.find((effect) => FAILS.has(effect.kind) && leaves(task, effect)) ?? null;
}

function mayRaise(report: Report, type: Type): boolean {
  if (type.kind === 'partial')
    return type.target.types.length > 0 && type.target.types.every((each) => mayRaise(report, each));
  if (type.kind === 'function') return failureOf(report, type.definition) !== null;
  if (type.kind !== 'external') return false;
  const facts = unconditional(report.program.inference.catalogue.verdictOn(type.name), type.name);
  return facts.some((fact) => fact.kind === 'fact' && fact.row.kind !== undefined && FAILS.has(fact.row.kind));
}
