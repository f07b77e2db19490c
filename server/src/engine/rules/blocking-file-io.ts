/** Reading or writing files on the event loop. */

import type { Definition } from '../program/definitions.ts';
import { type Event, type ExpressionId, UNKNOWN } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
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
  const isOpenedHere = (source: ExpressionId): boolean =>
    report
      .onLoop('file')
      .some((other) => other.root === root && other.event.kind === 'call' && other.event.call === source);
  return subjectsOf(root, event).some((subject) => {
    const sources = sourcesOf(root, subject);
    return sources.length > 0 && sources.every(isOpenedHere);
  });
}

/** What `event` reads or writes: `file` in `file.read()`, `json.load(file)` and `for line in file`. */
function subjectsOf({ module }: Definition, event: Event): readonly ExpressionId[] {
  const { expressions } = module.summary;
  if (event.kind !== 'call') return [event.value];
  const call = expressionAt(expressions, event.call);
  if (call?.kind !== 'call') return [];
  const callee = expressionAt(expressions, call.callee);
  return [...(callee?.kind === 'attribute' ? [callee.object] : []), ...call.arguments.map(({ value }) => value)];
}

/** The expressions that made `subject`: `open(path)` for the name of an open file. */
function sourcesOf({ module }: Definition, subject: ExpressionId): readonly ExpressionId[] {
  const { expressions, bindings } = module.summary;
  const expression = expressionAt(expressions, subject);
  if (expression?.kind === 'call') return [subject];
  if (expression?.kind !== 'name' || expression.reaching === null) return [];
  return expression.reaching.map((id) => {
    const value = bindingAt(bindings, id)?.value;
    return value?.kind === 'assign' || value?.kind === 'enter' ? value.value : UNKNOWN;
  });
}
