/** The source line that a finding stands on with its range underlined, as monospaced text: tabs and wide letters kept aligned. */
import stringWidth from 'string-width';
import type { SourceRange } from '../../engine/findings/finding.ts';
import { printable } from '../shown.ts';

export interface Excerpt {
  readonly line: string;
  /** Columns of the terminal: how many spaces stand before the underline, and how many `^`. */
  readonly indent: number;
  readonly width: number;
}

/** Longer lines are cut around the range. UTF-16 code units. */
const LONGEST_LINE = 160;
const CONTEXT = 40;

/** `text` is the file's content. A range of several lines is shown by its first one. */
export function excerptOf(text: string, range: SourceRange): Excerpt {
  const lineStart = range.startOffset - range.start.column;
  const lineEnd = endOfLine(text, lineStart);
  const from = range.startOffset;
  const to = Math.max(from, Math.min(range.endOffset, lineEnd));
  const isLong = lineEnd - lineStart > LONGEST_LINE;
  const cutStart = isLong ? Math.max(lineStart, from - CONTEXT) : lineStart;
  const shownEnd = isLong ? Math.min(to, from + LONGEST_LINE - CONTEXT) : to;
  const cutEnd = isLong ? Math.min(lineEnd, shownEnd + CONTEXT) : lineEnd;
  const before = (cutStart > lineStart ? '…' : '') + printable(text.slice(cutStart, from));
  const marked = printable(text.slice(from, shownEnd));
  const after = printable(text.slice(shownEnd, cutEnd)) + (cutEnd < lineEnd ? '…' : '');
  return {
    line: `${before}${marked}${after}`.trimEnd(),
    indent: stringWidth(before),
    width: Math.max(1, stringWidth(marked)),
  };
}

function endOfLine(text: string, lineStart: number): number {
  for (let at = lineStart; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return at;
  }
  return text.length;
}
