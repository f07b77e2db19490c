/** One quick question to the file system on the event loop. */
import { blockingRule } from './blocking.ts';
import { movesWithOpen } from './moves-with-open.ts';

export const blockingPathCheck = blockingRule({
  id: 'blocking-path-check',
  kind: 'path-check',
  level: 'hint',
  isRecommended: false,
  alsoKnownAs: ['ASYNC240'],
  summary: 'One quick question to the file system on the event loop.',
  explanation: `\`exists\`, \`stat\`, \`mkdir\` and their like take about two microseconds on a local disk, and a hop to a thread takes 65: on a
local disk the call is best left alone, so this rule is off by default. On a network file system the same call can take seconds.`,
  bad: `import os


async def known(path):
    return os.path.exists(path)
`,
  good: `import asyncio
import os


async def known(path):
    return await asyncio.to_thread(os.path.exists, path)
`,
  isSpared: movesWithOpen,
});
