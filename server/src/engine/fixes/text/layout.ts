/** How long a line may get, and how a call that is too long for its line is broken: as ruff and black break it. */
import type { EngineSettings } from '../../settings.ts';
import type { Span } from '../../summary/model.ts';
import type { SyntaxTable } from '../../syntax/table.ts';
import { type EditedFile, indentationAt, lineStartBefore } from './edits.ts';

/** Where the project says nothing, lines are no longer than this, or than the longest that its file has if several are. */
const USUAL_LENGTH = 88;
const LONGEST = 120;
/** Of so many lines one may be longer without telling anything: an address in a comment. */
const EXCEPTIONAL = 100;

/** Columns that a tab takes. */
const TAB = 4;

/** How many columns a line of the file may have. */
export function widthOf({ text }: SyntaxTable, { lineLength }: EngineSettings): number {
  if (lineLength !== null) return lineLength;
  const lengths = text.split(/\r\n|\r|\n/).map(columnsOf);
  const long = lengths.filter((length) => length > USUAL_LENGTH);
  if (long.length * EXCEPTIONAL < lengths.length) return USUAL_LENGTH;
  return long.reduce((most, length) => Math.max(most, Math.min(LONGEST, length)), USUAL_LENGTH);
}

export function columnsOf(line: string): number {
  return line.replaceAll('\t', ' '.repeat(TAB)).length;
}

/** A call in the making. */
interface LongCall {
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

/** One level of indentation, below a line that starts with `indentation`. */
export function unitBelow(indentation: string): string {
  return indentation.includes('\t') ? '\t' : '    ';
}

/** A call that takes the place of other text. */
export type NewCall = Pick<LongCall, 'head' | 'items' | 'tail'>;

/** `call` as it is written in the place of `replaced`, whose line it shares with what stands before and behind. */
export function writtenAt(file: EditedFile, settings: EngineSettings, replaced: Span, call: NewCall): string {
  const { text } = file.table;
  const indentation = indentationAt(file.lineStarts, replaced.start, text);
  const before = text.slice(lineStartBefore(file.lineStarts, replaced.start) + indentation.length, replaced.start);
  const behind = /^[^\r\n]*?(?=\s*(?:#|[\r\n]|$))/.exec(text.slice(replaced.end))?.[0] ?? '';
  const laid = laidOut({
    head: before + call.head,
    items: call.items,
    tail: call.tail + behind,
    indentation,
    unit: unitBelow(indentation),
    width: widthOf(file.table, settings),
  });
  return laid.slice(before.length, laid.length - behind.length);
}
