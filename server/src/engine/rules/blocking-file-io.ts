/** Reading or writing files on the event loop. */

import { blockingRule } from './blocking.ts';
import { movesWithOpen } from './moves-with-open.ts';

export const blockingFileIo = blockingRule({
  id: 'blocking-file-io',
  kind: 'file',
  level: 'warning',
  isRecommended: true,
  alsoKnownAs: ['ASYNC230', 'ASYNC231', 'ASYNC232'],
  summary: 'Reading or writing files on the event loop.',
  explanation: `Files have no asynchronous API in the operating system that asyncio uses: each read and write holds the event loop, for
microseconds when the file is cached, for seconds on a network file system or a busy disk.

Move the whole piece of file work into one function and run that in a thread; one hop costs about 65 µs. \`aiofiles\` and
\`anyio.Path\` do the same call by call.`,
  bad: `async def load(path):
    with open(path) as file:
        return file.read()
`,
  good: `import asyncio


def read(path):
    with open(path) as file:
        return file.read()


async def load(path):
    return await asyncio.to_thread(read, path)
`,
  isSpared: movesWithOpen,
});
