/** Computing on the event loop: hot loops in pure Python, and calls that compute for long. */
import { calledAs, factName } from '../program/chains.ts';
import type { Burning } from '../program/computes.ts';
import { type Definition, qualifiedName } from '../program/definitions.ts';
import { causeOf, isMinor, offloadOf } from './blocking.ts';
import type { Occurrence, Report } from './report.ts';
import type { Rule } from './rule.ts';

export const cpuBoundOnLoop: Rule = {
  id: 'cpu-bound-on-loop',
  category: 'blocking',
  level: 'warning',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'Computing for long on the event loop.',
  explanation: `While a coroutine computes, no other task runs. What helps depends on what computes (measured, CPython 3.12 to 3.14):

- **Pure Python** switches threads every 5 ms: in \`asyncio.to_thread\` it leaves the loop responsive, but is no faster. An
  \`InterpreterPoolExecutor\` (Python 3.14) or a \`ProcessPoolExecutor\` makes it faster, too.
- **C code that releases the GIL** (\`hashlib.scrypt\`, \`bcrypt\`, Pillow, OpenCV, models of torch): \`asyncio.to_thread\` is right.
- **C code that keeps the GIL** for one long call freezes the loop even from a thread: only another process or interpreter helps.

Loops are judged by a cost model, which counts operations and rounds. It speaks where the text says that there are many (\`range(10**7)\`,
an argument of that size, loops within loops that count numbers), and keeps silent about a single pass over some list. Calls are
reported if they take tens of milliseconds whatever they are given. Findings of the cost model are \`likely\`, not \`certain\`.`,
  bad: `import bcrypt
from fastapi import FastAPI

app = FastAPI()


@app.post("/login")
async def login(password: bytes, known: bytes):
    return {"ok": bcrypt.checkpw(password, known)}
`,
  good: `import asyncio

import bcrypt
from fastapi import FastAPI

app = FastAPI()


@app.post("/login")
async def login(password: bytes, known: bytes):
    return {"ok": await asyncio.to_thread(bcrypt.checkpw, password, known)}
`,
  check,
};

function check(report: Report): void {
  for (const occurrence of [...report.onLoop('computes'), ...report.onLoop('computes-released')]) {
    const { root, event, effect } = occurrence;
    if (effect.weight === 'low') continue;
    report.add({
      module: root.module,
      event,
      message: messageOf(occurrence),
      advice: adviceOf(occurrence, report),
      evidence: report.chainOf(occurrence),
      cause: causeOf(occurrence),
      confidence: effect.isLikely ? 'likely' : 'certain',
      ...(isMinor(occurrence, report) ? { atMost: 'information' } : {}),
    });
  }
  for (const { root, code } of report.burningOnLoop()) {
    if (code.weight !== 'low') addLoop(report, root, code);
  }
}

/** A loop that stands in the coroutine itself. */
function addLoop(report: Report, root: Definition, { span, does }: Burning): void {
  report.addRemark({
    module: root.module,
    span,
    message: `A loop in \`${qualifiedName(root)}\` computes in pure Python and blocks the event loop`,
    advice: `Put it into a function for \`asyncio.to_thread\`: Python then lets the event loop run every 5 ms. ${faster(report)}`,
    evidence: `${does} while it holds the GIL`,
    cause: 'hot-loop',
    confidence: 'likely',
    ...(report.program.isTest(root.module) ? { atMost: 'information' } : {}),
  });
}

function messageOf({ root, event, effect }: Occurrence): string {
  const { cause, next, depth } = effect;
  const does = cause.kind === 'code' ? cause.code.does : `calls ${factName(cause.step)}, which computes for long`;
  if (next === null) {
    const name = cause.kind === 'fact' ? factName(cause.step) : 'this';
    return `${name} computes for long and blocks the event loop`;
  }
  const parentheses = event.kind === 'call' ? '()' : '';
  const way = depth === 1 ? `it ${does}` : `it leads to code that ${does}`;
  return `\`${calledAs(root.module, event, next.definition)}${parentheses}\` blocks the event loop: ${way}`;
}

/** Whether a thread helps, and what else does. */
function adviceOf({ root, event, effect }: Occurrence, report: Report): string {
  const { cause } = effect;
  const row = cause.kind === 'fact' ? cause.step.row.computing : undefined;
  const offload = offloadOf(root, event);
  switch (row?.gil) {
    case 'holds':
      return `A thread does not help, since one call holds the GIL from start to end. Run it in ${poolsFor(report)}.`;
    case 'releases':
      return `It releases the GIL, so a thread is right: ${offload}.`;
    default:
      return `Move it to a thread, where Python lets the event loop run every 5 ms: ${offload}. ${faster(report)}`;
  }
}

function faster(report: Report): string {
  return `To make it faster as well, run it in ${poolsFor(report)}.`;
}

function poolsFor({ settings }: Report): string {
  return settings.target.minor >= 14
    ? 'an `InterpreterPoolExecutor` or a `ProcessPoolExecutor`'
    : 'a `ProcessPoolExecutor`';
}
