/** Starting an event loop where one is already running. */

import { calledAs } from '../program/chains.ts';
import { bindingsOf } from '../summary/packed-bindings.ts';
import { causeOf } from './blocking.ts';
import type { Occurrence, Report } from './report.ts';
import type { Rule } from './rule.ts';

export const nestedEventLoop: Rule = {
  id: 'nested-event-loop',
  category: 'blocking',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'Starting an event loop where one is already running.',
  explanation: `\`asyncio.run\`, \`loop.run_until_complete\` and \`anyio.run\` raise \`RuntimeError\` when the calling thread already runs an event
loop, and leave their coroutine un-awaited. In a coroutine, \`await\` it instead.

Programs that import \`nest_asyncio\`, which changes this, are left alone.`,
  bad: `import asyncio


async def load():
    return 1


async def main():
    return asyncio.run(load())
`,
  good: `import asyncio


async def load():
    return 1


async def main():
    return await load()
`,
  check,
};

function check(report: Report): void {
  const occurrences = report.onLoop('runs-loop');
  if (occurrences.length === 0 || usesNestAsyncio(report)) return;
  for (const occurrence of occurrences) {
    report.add({
      module: occurrence.root.module,
      event: occurrence.event,
      message: messageOf(occurrence),
      advice:
        occurrence.effect.next === null
          ? 'Await the coroutine.'
          : 'Make it a coroutine and await it, or run it in a thread.',
      evidence: report.chainOf(occurrence),
      cause: causeOf(occurrence),
      confidence: occurrence.effect.isLikely ? 'likely' : 'certain',
    });
  }
}

function messageOf({ root, event, effect }: Occurrence): string {
  const name = effect.cause.kind === 'fact' ? effect.cause.step.name : '';
  const raises = 'raises RuntimeError, for an event loop is already running here';
  return effect.next === null
    ? `\`${name}()\` ${raises}`
    : `\`${calledAs(root.module, event, effect.next.definition)}()\` leads to \`${name}()\`, which ${raises}`;
}

/** https://pypi.org/project/nest-asyncio patches asyncio so that loops can be nested. */
function usesNestAsyncio(report: Report): boolean {
  for (const { summary } of report.program.modules) {
    const isImported = [...bindingsOf(summary.bindings)].some(
      ({ value }) => (value.kind === 'import' || value.kind === 'from') && value.module.name === 'nest_asyncio',
    );
    if (isImported) return true;
  }
  return false;
}
