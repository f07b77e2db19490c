/** Keyword arguments for the function that `run_in_executor` runs, which takes none. */
import { located } from '../program/chains.ts';
import type { Handover } from '../program/handovers.ts';
import { dottedName } from '../program/spelling.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const kwargsInRunInExecutor: Rule = {
  id: 'kwargs-in-run-in-executor',
  category: 'executor',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'Keyword arguments to `run_in_executor`, which raises TypeError.',
  explanation: `\`loop.run_in_executor(executor, func, *args)\` passes positional arguments on and no others: keywords for \`func\` raise \`TypeError\`
(Lib/asyncio/base_events.py, \`BaseEventLoop.run_in_executor\`).

Hold them in a partial, \`loop.run_in_executor(None, functools.partial(f, x, key=1))\`, or use \`asyncio.to_thread(f, x, key=1)\`, which
passes them on.`,
  bad: `import asyncio


def load(path, mode="r"):
    return f"{path} is loaded"


async def main(path):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, load, path, mode="rb")
`,
  good: `import asyncio
import functools


def load(path, mode="r"):
    return f"{path} is loaded"


async def main(path):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, functools.partial(load, path, mode="rb"))
`,
  check,
};

/** The names of its own parameters. */
const OWN = new Set(['executor', 'func']);

function check(report: Report): void {
  for (const module of report.modules) {
    for (const handover of report.program.handoversIn(module)) {
      if (isOfLoop(report, handover)) checkKeywords(report, handover);
    }
  }
}

function isOfLoop({ program: { inference } }: Report, { definition: { module }, call }: Handover): boolean {
  return inference
    .answer(module, call.callee)
    .types.every(
      (type) =>
        type.kind === 'member' &&
        type.path.join('.') === 'run_in_executor' &&
        inference.catalogue.lineage(type.class).includes('asyncio.AbstractEventLoop'),
    );
}

function checkKeywords(report: Report, { definition: { module }, event, call, argument, callee }: Handover): void {
  const keywords = call.arguments.flatMap(({ keyword }) => (keyword === null || OWN.has(keyword) ? [] : [keyword]));
  const [first] = keywords;
  if (first === undefined) return;
  const name = dottedName(module, argument) ?? 'f';
  const given = call.arguments.find(({ keyword }) => keyword === first)?.value ?? event.call;
  const names = keywords.map((keyword) => `\`${keyword}\``).join(', ');
  report.add({
    module,
    event,
    message: `\`run_in_executor()\` raises TypeError: it takes no keyword arguments for the function, and is given ${names}`,
    advice: `Hold them in a partial: \`functools.partial(${name}, …, ${first}=…)\`.`,
    evidence: [
      {
        ...located(module, expressionAt(module.summary.expressions, given) ?? call),
        text: `passes \`${first}\` by keyword`,
      },
    ],
    cause: callee,
    confidence: 'certain',
  });
}
