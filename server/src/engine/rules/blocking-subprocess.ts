/** Starting or waiting for a process on the event loop. */
import { blockingRule } from './blocking.ts';

export const blockingSubprocess = blockingRule({
  id: 'blocking-subprocess',
  kind: 'subprocess',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: ['ASYNC220', 'ASYNC221', 'ASYNC222'],
  summary: 'Starting or waiting for a process on the event loop.',
  explanation: `\`subprocess.run\` and its like wait until the child process ends, and the event loop with them. asyncio has processes of its
own, whose output and end are awaited.`,
  bad: `import subprocess


async def version():
    return subprocess.check_output(['git', '--version'])
`,
  good: `import asyncio
from asyncio.subprocess import PIPE


async def version():
    process = await asyncio.create_subprocess_exec('git', '--version', stdout=PIPE)
    output, _ = await process.communicate()
    return output
`,
});
