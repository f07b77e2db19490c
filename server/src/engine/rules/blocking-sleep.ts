/** `time.sleep` on the event loop. */
import { blockingRule } from './blocking.ts';

export const blockingSleep = blockingRule({
  id: 'blocking-sleep',
  kind: 'sleep',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: ['ASYNC251'],
  summary: '`time.sleep` on the event loop.',
  explanation: `\`time.sleep\` puts the whole thread to sleep, and with it every task of the event loop. \`asyncio.sleep\` suspends only the
coroutine that awaits it.`,
  bad: `import time


async def poll():
    time.sleep(1)
`,
  good: `import asyncio


async def poll():
    await asyncio.sleep(1)
`,
});
