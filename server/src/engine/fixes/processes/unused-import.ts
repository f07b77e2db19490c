/** The import of subprocess or os that a rewritten call needs no longer. */
import { childIn, endOf, type Node, startOf, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { type Change, replacement } from '../text/edits.ts';
import { removeIfUnused } from '../text/unused-imports.ts';

/** `change` takes the place of text that held `call`; `imports` are those that the fix adds. */
export function unusedImport(
  { table, file, module }: Site,
  call: Node,
  change: Change,
  imports: readonly Change[],
): Change[] {
  const root = /^\w+/.exec(textOf(table, childIn(table, call, 'function')))?.[0] ?? '';
  if (new RegExp(`(?<![\\w.])${root}\\b`).test(change.text)) return [];
  const removed = removeIfUnused(file, module.summary, root, { start: startOf(table, call), end: endOf(table, call) });
  const isApart = removed.every((each) => imports.every(({ start }) => start <= each.start || start >= each.end));
  if (!isApart) return [];
  // An import that comes in its place needs the line as well.
  return removed.map((each) => {
    const whole = withBlankLine(table.text, each);
    return imports.some(({ start }) => each.start <= start && start < whole.end) ? each : whole;
  });
}

/** The removal of a group of imports of its own, with the empty line behind it. */
function withBlankLine(text: string, { start, end, text: replaced }: Change): Change {
  const isFirst = start === 0 || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(text.slice(0, start));
  const blank = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end))?.[0] ?? '';
  return isFirst && replaced === '' ? replacement(start, end + blank.length, '') : { start, end, text: replaced };
}
