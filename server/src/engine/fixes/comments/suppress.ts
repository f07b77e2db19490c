/** suppress: the edit that silences one finding with a comment at the end of one of its lines, or null if none can stand there. */

import { linesOf } from '../../findings/filter.ts';
import type { Finding, TextEdit } from '../../findings/finding.ts';
import type { ModuleSummary, Suppression } from '../../summary/model.ts';
import { type LineStarts, positionAt } from '../../syntax/lines.ts';
import { endOf, is, type SyntaxTable, startOf } from '../../syntax/table.ts';

/** Stands where whoever silences a finding should say why. */
export const REASON = 'reason';

/** `summary` and `table` are those of the finding's file, as it was checked. */
export function suppress(finding: Finding, summary: ModuleSummary, table: SyntaxTable): TextEdit | null {
  const lines = [...new Set(linesOf(finding, summary))];
  const own = summary.suppressions.find(({ kind, line }) => kind === 'offloop' && lines.includes(line));
  if (own !== undefined) return extended(finding, own, summary, table);
  for (const line of lines) {
    const end = endOfLine(table.text, summary.lineStarts, line);
    if (!canEndWithComment(table, end)) continue;
    return insertion(finding.path, summary, end, `  # offloop: ignore[${finding.rule}] ${REASON}`);
  }
  return null;
}

/** `ignore[a]` becomes `ignore[a, b]`. */
function extended(finding: Finding, own: Suppression, summary: ModuleSummary, table: SyntaxTable): TextEdit | null {
  const bracket = /ignore\[[^\]]*(?=\])/i.exec(table.text.slice(own.start, own.end));
  if (bracket === null) return null;
  const separator = own.codes.length > 0 ? ', ' : '';
  return insertion(finding.path, summary, own.start + bracket.index + bracket[0].length, `${separator}${finding.rule}`);
}

function insertion(path: string, { lineStarts }: ModuleSummary, offset: number, newText: string): TextEdit {
  const place = positionAt(lineStarts, offset);
  return { path, range: { start: place, end: place, startOffset: offset, endOffset: offset }, newText };
}

/** The offset behind the last character of `line`, its spaces at the end left out. */
function endOfLine(text: string, lineStarts: LineStarts, line: number): number {
  const start = lineStarts[line] ?? text.length;
  return start + text.slice(start, lineStarts[line + 1] ?? text.length).trimEnd().length;
}

/** Not inside a string that goes on below, and not behind the `\` that continues a line. */
function canEndWithComment(table: SyntaxTable, offset: number): boolean {
  if (table.text[offset - 1] === '\\') return false;
  for (let node = 0; node < table.length; node++) {
    if (is(table, node, 'string') && startOf(table, node) < offset && offset < endOf(table, node)) return false;
  }
  return true;
}
