/** Tasks submitted in a loop that waits for each before it submits the next: one after another, for the price of a pool. */
import { argumentAt } from '../program/arguments.ts';
import type { Call } from '../program/calls.ts';
import { located, siteOf } from '../program/chains.ts';
import { type Definition, definitionOf, type Module } from '../program/definitions.ts';
import { displayName } from '../program/found.ts';
import type { Handover } from '../program/handovers.ts';
import { type Event, type ExpressionId, type Span, UNKNOWN } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { callOf, expressionAt, expressionsOf } from '../summary/packed-expressions.ts';
import { scopesOf } from '../summary/packed-scopes.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const serialisedFutures: Rule = {
  id: 'serialised-futures',
  category: 'executor',
  level: 'warning',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A loop that waits for each task before it submits the next.',
  explanation: `\`pool.submit(f, x).result()\` in a loop, and \`pool.apply(f, (x,))\`, wait for each task before the next starts: only one worker ever works, and the
loop takes longer than calling \`f(x)\`.

Submit all, then collect: \`futures = [pool.submit(f, x) for x in xs]\` and \`[future.result() for future in futures]\`, or \`pool.map(f, xs)\`.

The rule is silent where a task needs what the one before it gave, where a timeout says what the future is for, for pools of one worker,
and in \`while\` loops.`,
  bad: `from concurrent.futures import ThreadPoolExecutor


def load_all(load, urls):
    with ThreadPoolExecutor() as pool:
        return [pool.submit(load, url).result() for url in urls]
`,
  good: `from concurrent.futures import ThreadPoolExecutor


def load_all(load, urls):
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(load, url) for url in urls]
        return [future.result() for future in futures]
`,
  check,
};

const SUBMITS = /^concurrent\.futures\.\w+\.submit$/;
const APPLIES = /^multiprocessing\.(?:Pool|pool\.ThreadPool)\.apply$/;
const APPLIES_LATER = /^multiprocessing\.(?:Pool|pool\.ThreadPool)\.apply_async$/;

function check(report: Report): void {
  for (const module of report.modules) {
    if (report.program.isTest(module)) continue;
    for (const handover of report.program.handoversIn(module)) {
      const waiting = waitingFor(handover);
      if (waiting !== null && isIndependent(handover) && !hasOneWorker(report, handover))
        complain(report, handover, waiting);
    }
  }
}

/** The event that waits for what is handed over, at once and without a timeout; null where none does. */
function waitingFor({ definition: { module, scope }, event, callee }: Handover): Event | null {
  if (APPLIES.test(callee)) return event;
  const method = SUBMITS.test(callee) ? 'result' : APPLIES_LATER.test(callee) ? 'get' : null;
  if (method === null) return null;
  const { expressions } = module.summary;
  const found = scope.events.find((each) => {
    const call = callOf(expressions, each);
    const asked = call !== undefined ? expressionAt(expressions, call.callee) : undefined;
    return (
      call !== undefined &&
      asked?.kind === 'attribute' &&
      asked.name === method &&
      asked.object === event.call &&
      call.arguments.length === 0
    );
  });
  return found ?? null;
}

/** Whether each round of a `for` loop hands over something of its own, and nothing that the round before it gave. */
function isIndependent(handover: Handover): boolean {
  const { definition, event, call, argument } = handover;
  if (event.place.loopDepth === 0) return false;
  const { module, scope } = definition;
  const { bindings, expressions } = module.summary;
  let isOfRound = false;
  for (const id of namesIn(module, call)) {
    const expression = expressionAt(expressions, id);
    if (expression?.kind !== 'name' || id === argument) continue;
    const values = (expression.reaching ?? bindingsIn(module, expression.scope, expression.name)).map((each) =>
      bindingAt(bindings, each),
    );
    for (const binding of values) {
      if (binding === undefined) continue;
      const { value } = binding;
      if (value.kind === 'iterate' && isInLoopOver(definition, event, value.value)) isOfRound = true;
      // What is set from the result of a task goes into the next one.
      if (value.kind === 'assign' && isAround(expressionAt(expressions, value.value), call)) return false;
    }
  }
  return isOfRound && !scope.isGenerator;
}

function bindingsIn(module: Module, scope: number, name: string): readonly number[] {
  for (let at = scope; at >= 0; at = definitionOf(module, at).scope.parent) {
    const ids = definitionOf(module, at).scope.bindingsOf(name);
    if (ids !== undefined) return ids;
  }
  return [];
}

/** The names that stand in `span`. */
function namesIn({ summary }: Module, span: Span): readonly ExpressionId[] {
  return [...expressionsOf(summary.expressions)].flatMap((each, id) =>
    each.kind === 'name' && isAround(span, each) ? [id] : [],
  );
}

/** Whether `event` happens in the `for` loop or comprehension over `value`. */
function isInLoopOver({ module, scope }: Definition, event: Event, value: ExpressionId): boolean {
  const at = scope.events.findIndex(({ id }) => id === event.id);
  const loop = scope.events.findLastIndex(
    (each, index) => index < at && each.kind === 'iterate' && each.value === value,
  );
  const depth = scope.events[loop]?.place.loopDepth ?? 0;
  if (loop >= 0 && scope.events.slice(loop + 1, at + 1).every(({ place }) => place.loopDepth > depth)) return true;
  const call = callOf(module.summary.expressions, event);
  return scopesOf(module.summary.scopes).some(
    ({ kind, span, isGenerator }) => kind === 'comprehension' && !isGenerator && isAround(span, call),
  );
}

/** `ThreadPoolExecutor(1)`: its tasks are meant to run one after another. */
function hasOneWorker(report: Report, { definition: { module }, call }: Handover): boolean {
  const { expressions, bindings } = module.summary;
  const callee = expressionAt(expressions, call.callee);
  const object = callee?.kind === 'attribute' ? expressionAt(expressions, callee.object) : undefined;
  const made = object?.kind === 'name' ? (object.reaching ?? bindingsIn(module, object.scope, object.name)) : [];
  const direct = made.flatMap((id) => {
    const value = bindingAt(bindings, id)?.value;
    return value?.kind === 'assign' || value?.kind === 'enter' ? [value.value] : [];
  });
  // Elsewhere in the file: any pool of one worker may be it.
  const calls = direct.length > 0 ? direct.map((id) => expressionAt(expressions, id)) : [...expressionsOf(expressions)];
  return calls.some((each) => each?.kind === 'call' && isOfOne(report, module, each));
}

function isOfOne({ program: { inference } }: Report, module: Module, call: Call): boolean {
  const isPool = inference
    .answer(module, call.callee)
    .types.some(
      (type) =>
        type.kind === 'external' &&
        (inference.catalogue.workerOf(type.name) !== null || /\.(?:Thread)?Pool$/.test(type.name)),
    );
  const count = isPool
    ? (argumentAt(call, 0, 'max_workers') ?? argumentAt(call, null, 'processes') ?? UNKNOWN)
    : UNKNOWN;
  const value = expressionAt(module.summary.expressions, count);
  return value?.kind === 'literal' && value.value === 1;
}

function isAround(outer: Span | undefined, inner: Span | undefined): boolean {
  return outer !== undefined && inner !== undefined && outer.start <= inner.start && inner.end <= outer.end;
}

function complain(report: Report, { definition: { module }, event, callee }: Handover, waiting: Event): void {
  const name = displayName(callee);
  const isAtOnce = waiting === event;
  report.add({
    module,
    event,
    message: isAtOnce
      ? `\`${name}()\` waits for each task before the loop hands over the next: only one worker ever works`
      : `The loop waits for each \`${name}()\` before the next: only one worker ever works`,
    advice: isAtOnce
      ? 'Use `pool.map`, or `pool.apply_async` for all and collect then.'
      : 'Submit all tasks, then collect their results.',
    evidence: [
      { ...located(module, siteOf(module, event)), text: 'hands over a task in each round' },
      { ...located(module, siteOf(module, waiting)), text: 'waits for it in the same round' },
    ],
    cause: callee,
    confidence: 'likely',
  });
}
