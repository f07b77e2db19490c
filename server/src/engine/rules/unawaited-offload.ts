/** Work for a thread that nobody awaits: it never runs, or nobody hears of its error. */
import { located, siteOf, writtenAs } from '../program/chains.ts';
import { displayName } from '../program/found.ts';
import type { Handover } from '../program/handovers.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const unawaitedOffload: Rule = {
  id: 'unawaited-offload',
  category: 'executor',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'Work for a thread whose result nobody awaits.',
  explanation: `\`asyncio.to_thread(f)\` only makes a coroutine: unless somebody awaits it, \`f\` never runs. \`loop.run_in_executor(None, f)\` starts at
once, but nobody waits for it and nobody hears of its exception; that is an information, for it can be meant.

Await it, or give the coroutine to \`asyncio.create_task\` and keep the task.`,
  bad: `import asyncio


async def save(write, text):
    asyncio.to_thread(write, text)
`,
  good: `import asyncio


async def save(write, text):
    await asyncio.to_thread(write, text)
`,
  check,
};

function check(report: Report): void {
  const { inference } = report.program;
  for (const module of report.modules) {
    for (const handover of report.program.handoversIn(module)) {
      if (!handover.call.isDiscarded || handover.runs === 'loop') continue;
      const [type, ...others] = inference.answer(module, handover.event.call).types;
      if (type?.kind !== 'object' || others.length > 0) continue;
      if (type.class === 'Coroutine') complain(report, handover, true);
      // What the loop calls back cannot await: it has no better way than this.
      else if (handover.definition.scope.isAsync && inference.catalogue.lineage(type.class).includes('asyncio.Future'))
        complain(report, handover, false);
    }
  }
}

function complain(report: Report, { definition: { module }, event, callee }: Handover, isCoroutine: boolean): void {
  const name = writtenAs(module, event) ?? displayName(callee);
  const span = siteOf(module, event);
  report.add({
    module,
    event,
    message: isCoroutine
      ? `\`${name}()\` only makes a coroutine: nobody awaits it, so its function never runs`
      : `Nobody awaits what \`${name}()\` gives: the work goes on unnoticed, and its exception is lost`,
    advice: isCoroutine ? `Write \`await ${name}(…)\`.` : 'Await it, or keep it and look at its result.',
    evidence: [{ ...located(module, span), text: `calls \`${name}\`` }],
    cause: callee,
    confidence: 'certain',
    ...(isCoroutine ? {} : { atMost: 'information' as const }),
  });
}
