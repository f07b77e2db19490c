/** A route or dependency that is a coroutine for nothing: it never awaits, and what it does blocks. */
import { located } from '../program/chains.ts';
import type { Definition } from '../program/definitions.ts';
import type { EffectKind } from '../program/effect-set.ts';
import { mayBePlain } from '../program/routes.ts';
import { expressionAt, expressionsOf } from '../summary/packed-expressions.ts';
import { causeOf } from './blocking.ts';
import type { Occurrence, Report } from './report.ts';
import type { Rule } from './rule.ts';

export const asyncRouteShouldBeSync: Rule = {
  id: 'async-route-should-be-sync',
  category: 'blocking',
  level: 'warning',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A FastAPI or Starlette route or dependency that is `async def`, blocks, and never awaits.',
  explanation: `FastAPI and Starlette run a plain \`def\` route in a thread, and an \`async def\` one on the event loop. One that never awaits gains
nothing from being a coroutine, and while it waits, no other request is served.

Write \`def\`. The rule is silent where the function uses asyncio, anyio or contextvars: it may need the loop's thread.`,
  bad: `import requests
from fastapi import FastAPI

app = FastAPI()


@app.get("/rates")
async def rates():
    return requests.get("https://example.org/rates", timeout=5).json()
`,
  good: `import requests
from fastapi import FastAPI

app = FastAPI()


@app.get("/rates")
def rates():
    return requests.get("https://example.org/rates", timeout=5).json()
`,
  check,
};

/** What makes a thread wait: not a look at the local disk, which a thread would only make slower. */
const KINDS: readonly EffectKind[] = [
  'http',
  'sleep',
  'file',
  'subprocess',
  'socket',
  'database',
  'sdk',
  'wait',
  'input',
];

function check(report: Report): void {
  const first = new Map<Definition, Occurrence>();
  for (const occurrence of KINDS.flatMap((kind) => report.onLoop(kind))) {
    const { root, event, effect } = occurrence;
    if (effect.weight === 'low' || effect.guards.some((guard) => guard.kind === 'once')) continue;
    const known = first.get(root);
    if (known === undefined || event.id < known.event.id) first.set(root, occurrence);
  }
  for (const [root, occurrence] of first) {
    if (!root.scope.isAsync || root.receiver !== null || needsTheLoop(report, root)) continue;
    if (mayBePlain(report.program, root)) add(report, occurrence);
  }
}

function add(report: Report, occurrence: Occurrence): void {
  const { root } = occurrence;
  const { module, scope } = root;
  report.add({
    module,
    event: occurrence.event,
    span: scope.nameSpan,
    message: `\`${scope.name}\` never awaits and blocks the event loop: as a plain \`def\` it would run in a thread`,
    advice: `Write \`def ${scope.name}\`.`,
    evidence: [
      { ...located(module, scope.nameSpan), text: `runs \`${scope.name}\` on the event loop` },
      ...report.chainOf(occurrence),
    ],
    cause: causeOf(occurrence),
    confidence: occurrence.effect.isLikely ? 'likely' : 'certain',
  });
}

/** Whether `definition` awaits, makes coroutines, or uses what belongs to the event loop's thread or to the task. */
function needsTheLoop({ program: { inference } }: Report, { module, scope }: Definition): boolean {
  const { start, end } = scope.span;
  for (const expression of expressionsOf(module.summary.expressions)) {
    if (expression.kind === 'await' && start <= expression.start && expression.end <= end) return true;
  }
  return scope.events.some((event) => {
    if (event.kind === 'with' || event.kind === 'iterate') return event.isAsync;
    if (event.kind !== 'call') return false;
    if (inference.answer(module, event.call).types.some((type) => type.kind === 'coroutine')) return true;
    const call = expressionAt(module.summary.expressions, event.call);
    const callee = call?.kind === 'call' ? call.callee : 0;
    const names = inference.answer(module, callee).types.map((type) => {
      if (type.kind === 'external') return type.name;
      return type.kind === 'member' ? type.class : '';
    });
    const written = expressionAt(module.summary.expressions, callee);
    const isOfLoop = names.some((name) => LOOP_LIBRARIES.test(name));
    return isOfLoop || (names.length === 0 && written?.kind === 'attribute' && LOOP_METHODS.has(written.name));
  });
}

const LOOP_LIBRARIES = /^(?:asyncio|anyio|trio|contextvars)\./;

/** Methods of loops, of their queues and futures, and of context variables, where it is not known whose method it is. */
const LOOP_METHODS = new Set([
  'call_later',
  'call_soon',
  'create_task',
  'ensure_future',
  'put_nowait',
  'set_exception',
  'set_result',
  'start_soon',
]);
