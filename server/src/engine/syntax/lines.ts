/** Lines and columns of a text, as editors count them: lines from 0, columns from 0 in UTF-16 code units. */

/** A place in a text. Both from 0; columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The offset at which each line starts. */
export type LineStarts = Uint32Array;

/** Where each line of `text` starts. Line ends are \n, \r\n and \r, as in Python and in the Language Server Protocol. */
export function lineStartsOf(text: string): LineStarts {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return new Uint32Array(starts);
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 13 && text.charCodeAt(at + 1) === 10) continue;
    if (unit === 10 || unit === 13) starts.push(at + 1);
  }
  return new Uint32Array(starts);
}

/** The place of `offset`, given where each line starts. */
export function positionAt(lineStarts: LineStarts, offset: number): Position {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low, column: offset - (lineStarts[low] ?? 0) };
}
