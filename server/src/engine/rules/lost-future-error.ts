/** A future of a pool that nobody keeps: an exception of its task vanishes. */
import { chainOf, located, siteOf } from '../program/chains.ts';
import { type Definition, qualifiedName } from '../program/definitions.ts';
import { displayName } from '../program/found.ts';
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
let the task catch and log what it raises. The rule is silent where the task catches everything itself, and where it is not known.`,
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
  report.add({
    module,
    event,
    message: `Nobody keeps the future of \`${displayName(callee)}()\`: what ${name} raises vanishes without a trace`,
    advice: 'Keep the future and ask for its result, or let the task catch and log what it raises.',
    evidence: [{ ...located(module, span), text: `hands over ${name}` }, ...evidenceOf(report, task)],
    cause: callee,
    confidence: 'certain',
  });
}

/** What the task does that may fail, where that is known. */
function evidenceOf({ program: { effects } }: Report, task: Definition | undefined) {
  if (task === undefined) return [];
  effects.settleOnce(task);
  const effect = effects.effectsOf(task).all.find(({ kind }) => kind !== 'computes' && kind !== 'sleep');
  return effect === undefined ? [] : chainOf(task, effect);
}

function mayRaise(report: Report, type: Type): boolean {
  if (type.kind === 'partial')
    return type.target.types.length > 0 && type.target.types.every((each) => mayRaise(report, each));
  if (type.kind === 'function') return canFail(report, type.definition, 0);
  if (type.kind !== 'external' || isHarmless(type)) return false;
  const verdict = report.program.inference.catalogue.verdictOn(type.name);
  return typeof verdict === 'object' && verdict.kind !== 'sleep';
}

/** Calls of functions that only call on are followed so far. */
const MAX_DEPTH = 3;

/** Whether an exception may leave `definition`: it calls something outside of a `try` that catches all. */
function canFail(report: Report, definition: Definition, depth: number): boolean {
  const { module, scope } = definition;
  // A coroutine only would be made, which is another rule's.
  if (scope.catchesAll || scope.isStub || scope.isAsync) return false;
  const calls = scope.events.filter((event) => event.kind === 'call');
  return calls.some((event) => {
    const call = expressionAt(module.summary.expressions, event.call);
    if (call?.kind !== 'call') return false;
    const { types, isComplete } = report.program.inference.answer(module, call.callee);
    if (!isComplete || types.length === 0) return true;
    return types.some((type) => {
      if (type.kind !== 'function') return !isHarmless(type);
      return depth >= MAX_DEPTH || canFail(report, type.definition, depth + 1);
    });
  });
}

function isHarmless(type: Type): boolean {
  if (type.kind === 'member') return /^(?:logging\.Logger|threading\.\w+)$/.test(type.class);
  return type.kind === 'external' && /^(?:builtins\.(?:print|len|str|repr)|logging\.\w+|time\.\w+)$/.test(type.name);
}
