/** The fixes of comments that are for Offloop. */
import type { FixKind } from '../kind.ts';
import { removeSuppression } from './remove-suppression.ts';

export const COMMENT_FIXES: readonly FixKind[] = [
  {
    id: 'remove-suppression',
    rules: ['unused-suppression'],
    fixers: [],
    textFixers: [removeSuppression],
    title: 'Remove the comment',
    safety: 'safe',
    explanation: `The comment goes, or the names in it that silence nothing; another comment before it on the line stays.`,
    before: `import asyncio


async def pause():
    await asyncio.sleep(1)  # offloop: ignore[blocking-sleep] tests want it
`,
    after: `import asyncio


async def pause():
    await asyncio.sleep(1)
`,
    withheld: ['`# noqa` comments: other linters look after theirs'],
  },
];
