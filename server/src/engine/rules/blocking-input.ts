/** Waiting for a person at the terminal on the event loop. */
import { blockingRule } from './blocking.ts';

export const blockingInput = blockingRule({
  id: 'blocking-input',
  kind: 'input',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: ['ASYNC250'],
  summary: 'Waiting for a person at the terminal on the event loop.',
  explanation: `\`input\` and \`getpass\` wait until somebody presses Enter, and the event loop with them.`,
  bad: `async def ask():
    return input('name? ')
`,
  good: `import asyncio


async def ask():
    return await asyncio.to_thread(input, 'name? ')
`,
});
