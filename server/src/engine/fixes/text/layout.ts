/** How long a line may get, and how a call that is too long for its line is broken: as ruff and black break it. */
import type { EngineSettings } from '../../settings.ts';
import type { SyntaxTable } from '../../syntax/table.ts';

/** Where the project says nothing, lines are no longer than this, or than the longest that its file has. */
const USUAL_LENGTH = 88;
const LONGEST = 120;

/** Columns that a tab takes. */
const TAB = 4;

/** How many columns a line of the file may have. */
export function widthOf({ text }: SyntaxTable, { lineLength }: EngineSettings): number {
  if (lineLength !== null) return lineLength;
  const longest = text.split(/\r\n|\r|\n/).reduce((most, line) => Math.max(most, columnsOf(line)), 0);
  return Math.min(LONGEST, Math.max(USUAL_LENGTH, longest));
}

function columnsOf(line: string): number {
  return line.replaceAll('\t', ' '.repeat(TAB)).length;
}

/** A call in the making. */
export interface LongCall {
  /** What stands on its line before the first argument: `x = await asyncio.to_thread(`. */
  readonly head: string;
  /** Its arguments, each on one line. */
  readonly items: readonly string[];
  /** What stands behind the last argument, with the parenthesis that closes the call. */
  readonly tail: string;
  /** The white space before `head`, which `head` does not have. */
  readonly indentation: string;
  /** One level of indentation. */
  readonly unit: string;
  readonly width: number;
}

/** The call on one line, if that is no longer than allowed; else its arguments on a line of their own; else on one each. */
export function laidOut({ head, items, tail, indentation, unit, width }: LongCall): string {
  const list = items.join(', ');
  const [lastLine = ''] = tail.split('\n');
  if (items.length === 0 || columnsOf(`${indentation}${head}${list}${lastLine}`) <= width) return head + list + tail;
  const inner = `${indentation}${unit}`;
  if (columnsOf(inner + list) <= width) return `${head}\n${inner}${list}\n${indentation}${tail}`;
  return `${head}\n${items.map((item) => `${inner}${item},\n`).join('')}${indentation}${tail}`;
}
