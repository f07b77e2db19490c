/** Reading or writing files on the event loop. */

import type { Definition } from '../program/definitions.ts';
import { type Event, type ExpressionId, UNKNOWN } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { blockingRule } from './blocking.ts';
import type { Occurrence, Report } from './report.ts';

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

/** The reads and writes of a file that the same function opens need no finding of their own: they move with the `open`. */
function movesWithOpen({ root, event, effect }: Occurrence, report: Report): boolean {
  if (effect.next !== null) return false;
  const opened = sourcesOf(root, event);
  return (
    opened.length > 0 &&
    opened.every((source) =>
      report
        .onLoop('file')
        .some((other) => other.root === root && other.event.kind === 'call' && other.event.call === source),
    )
  );
}

/** The expressions that made the object which `event` reads or writes: `open(path)` for `file.read()` and `for line in file`. */
function sourcesOf({ module }: Definition, event: Event): readonly ExpressionId[] {
  const { expressions, bindings } = module.summary;
  const subject = expressionAt(expressions, event.kind === 'call' ? event.call : event.value);
  const callee = subject?.kind === 'call' ? expressionAt(expressions, subject.callee) : undefined;
  const object = callee?.kind === 'attribute' ? callee.object : event.kind === 'iterate' ? event.value : undefined;
  const name = object === undefined ? undefined : expressionAt(expressions, object);
  if (object !== undefined && name?.kind === 'call') return [object];
  if (name?.kind !== 'name' || name.reaching === null) return [];
  return name.reaching.map((id) => {
    const value = bindings[id]?.value;
    return value?.kind === 'assign' || value?.kind === 'enter' ? value.value : UNKNOWN;
  });
}
