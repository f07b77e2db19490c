/** Takes out of a comment the names that silence nothing, and the whole comment where none is left. */
import type { LineStarts } from '../../syntax/lines.ts';
import { offer, type TextFixer } from '../offers.ts';
import { type Change, lineStartBefore, nextLineStart, replacement } from '../text/edits.ts';

const OWN = /#\s*offloop:\s*ignore(?:\[([^\]]*)\])?/i;

export const removeSuppression: TextFixer = ({ finding, table, program }) => {
  const module = program.moduleAt(finding.path);
  if (module === undefined) return null;
  const { startOffset: start, endOffset: end } = finding.range;
  const comment = table.text.slice(start, end);
  const own = OWN.exec(comment);
  if (own === null) return null;
  const file = { path: finding.path, lineStarts: module.summary.lineStarts, table };
  const idle = finding.cause.split(' ');
  const codes = (own[1] ?? '').split(/[\s,]+/).filter((code) => code !== '');
  const kept = codes.filter((code) => !idle.includes(code));
  const [title, change] =
    kept.length > 0
      ? [
          `Remove ${idle.map((code) => `\`${code}\``).join(', ')} from the comment`,
          withCodes(start + own.index, own, kept),
        ]
      : ['Remove the comment', withoutComment(table.text, file.lineStarts, start + own.index, end)];
  return offer({ file }, title, 'safe', [change]);
};

/** The names that stay, in place of those between the brackets. */
function withCodes(start: number, [text, codes = '']: RegExpExecArray, kept: readonly string[]): Change {
  const from = start + text.length - 1 - codes.length;
  return replacement(from, from + codes.length, kept.join(', '));
}

/** What stands before it on its line stays, be it another comment; a line of its own goes with it. */
function withoutComment(text: string, lineStarts: LineStarts, start: number, end: number): Change {
  const lineStart = lineStartBefore(lineStarts, start);
  const before = text.slice(lineStart, start).trimEnd();
  if (before === '') return replacement(lineStart, nextLineStart(lineStarts, end - 1, text), '');
  return replacement(lineStart + before.length, end, '');
}
