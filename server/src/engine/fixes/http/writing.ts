/** Writes requests that were read: calls, the blocks of clients and responses, and what is asked of responses. */
import { endOf, is, type Node, type SyntaxTable, startOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { indentLines, rendered } from '../text/blocks.ts';
import type { Draft } from '../text/draft.ts';
import { type Change, hasComment, indentationAt, lineStartBefore } from '../text/edits.ts';
import { laidOut } from '../text/layout.ts';
import { needsParentheses } from '../text/wrapped-call.ts';
import { listChanges, onOneLine, withChanges } from './arguments.ts';
import type { Refused } from './conversion.ts';
import { type ReadRequest, UNNAMED } from './requests-read.ts';

/** What all that is written shares. */
export interface Style {
  readonly site: Site;
  readonly draft: Draft;
  readonly unit: string;
  readonly width: number;
}

/** How a request is called: `session.get`, or `client.request` with "GET" before the rest. */
export interface Callee {
  readonly text: string;
  /** What is given before the arguments: the method of a `request`. */
  readonly lead: readonly string[];
  readonly isInBlock: boolean;
  /** The request's statement moves a level, into the block of a client of its own. */
  readonly hasOwnClient: boolean;
}

/** `async with aiohttp.ClientSession(…) as session:`, over several lines where it is long. */
export function writeOpening(
  style: Style,
  { made, options, name }: { readonly made: string; readonly options: readonly string[]; readonly name: string },
  base: string,
): string {
  const { unit, width } = style;
  const head = `async with ${made}(`;
  return laidOut({ head, items: options, tail: `) as ${name}:`, indentation: base, unit, width });
}

/** The block of a client of its own before the statement at `statement`. */
export function openBefore(
  style: Style,
  statement: Node,
  opening: Parameters<typeof writeOpening>[1],
  last: Node,
): void {
  const { site, draft, unit } = style;
  const { table, file } = site;
  const start = startOf(table, statement);
  const indentation = indentationAt(file.lineStarts, start, table.text);
  draft.replace(start, start, (depth) => {
    const base = indentation + unit.repeat(depth);
    return `${writeOpening(style, opening, base)}\n${base}${unit}`;
  });
  draft.deepen(start, endOf(table, last));
}

/** `asked` are the changes of what is asked of responses: those among the arguments are made with them. */
export function writeRequest(
  style: Style,
  read: ReadRequest,
  callee: Callee,
  asked: readonly Change[],
): Refused | null {
  const args = withChanges(style.site.table, { ...read.args, first: callee.lead }, asked);
  if ('refused' in args) return args;
  const request: ReadRequest = { ...read, args };
  if (request.shape === 'direct' && callee.isInBlock) return writeDirectInBlock(style, request, callee);
  if (request.shape === 'direct') return writeInPlace(style, request, callee, usePieces(request));
  if (callee.isInBlock) return writeBlock(style, request, callee);
  const end = endOf(style.site.table, request.sent.site.node);
  return writeInPlace(style, request, callee, { before: '', after: '', end });
}

/** The changes of a response without a name: before and behind the call that stands for it. */
function usePieces({ sent, uses }: ReadRequest): Pieces {
  const { table, node } = sent.site;
  const [start, end] = [startOf(table, node), endOf(table, node)];
  const change = uses[0]?.changes.find(({ text }) => text.includes(UNNAMED));
  if (change === undefined) return { before: '', after: '', end };
  const [before = '', after = ''] = change.text.split(UNNAMED);
  return { before, after, start: Math.min(start, change.start), end: change.end };
}

interface Pieces {
  readonly before: string;
  readonly after: string;
  readonly start?: number;
  readonly end: number;
}

/** `await client.get(…)` in the place of the call. */
function writeInPlace(style: Style, request: ReadRequest, callee: Callee, pieces: Pieces): Refused | null {
  const { site, args } = { site: request.sent.site, args: request.args };
  const { table, path, node } = site;
  const { draft } = style;
  for (const { start, end, text } of request.shape === 'direct' ? (request.uses[0]?.changes ?? []) : []) {
    if (!text.includes(UNNAMED)) draft.replace(start, end, text);
  }
  const isOperand = pieces.after.startsWith('.') || pieces.after.startsWith('[') || needsParentheses(table, path);
  const start = pieces.start ?? startOf(table, node);
  const head = `${pieces.before}${isOperand ? '(' : ''}await ${callee.text}(`;
  const tail = `)${isOperand ? ')' : ''}${pieces.after}`;
  const items = onOneLine(table, args);
  const callEnd = endOf(table, node);
  if (items === null) {
    const changes = listChanges(site, args);
    if (changes === null) return { refused: 'a comment stands at an argument that would go' };
    draft.replace(start, startOf(table, args.list) + 1, head);
    for (const change of changes) draft.replace(change.start, change.end, change.text);
    draft.replace(callEnd - 1, pieces.end, tail);
    return null;
  }
  const { lineStarts } = site.file;
  const line = lineStartBefore(lineStarts, start);
  const indentation = indentationAt(lineStarts, start, table.text);
  const before = table.text.slice(line + indentation.length, start);
  const behind = /^[^\r\n]*?(?=\s*(?:#|[\r\n]|$))/.exec(table.text.slice(pieces.end))?.[0] ?? '';
  const isFirstLine = line === lineStartBefore(lineStarts, startOf(table, request.place.statement));
  const isQuoted = path.some((each) => is(table, each, 'string'));
  draft.replace(start, pieces.end, (depth) => {
    if (isQuoted) return `${head}${items.join(', ')}${tail}`;
    const levels = depth + (isFirstLine && callee.hasOwnClient ? 1 : 0);
    const base = indentation + style.unit.repeat(levels);
    const { unit, width } = style;
    const laid = laidOut({ head: before + head, items, tail: tail + behind, indentation: base, unit, width });
    // Breaking the call is of no use where what stands before it is too long.
    const isLong = `${base}${before}${head}`.length > width;
    return isLong ? `${head}${items.join(', ')}${tail}` : laid.slice(before.length, laid.length - behind.length);
  });
  return null;
}

/** `async with session.get(…) as r:` in the place of `r = requests.get(…)`, and the statements below in its block. */
function writeBlock(style: Style, request: ReadRequest, callee: Callee): Refused | null {
  const { site, args } = { site: request.sent.site, args: request.args };
  const { table, node } = site;
  const { draft, unit } = style;
  const { statement } = request.place;
  const [start, end, callEnd] = [startOf(table, statement), endOf(table, statement), endOf(table, node)];
  const isEntered = request.shape === 'entered';
  const as = request.name === '' || isEntered ? '' : ` as ${request.name}`;
  const isEmpty = !isEntered && request.last === statement;
  const indentation = indentationAt(site.file.lineStarts, start, table.text);
  const head = `async with ${callee.text}(`;
  const levels = (depth: number) => depth + (callee.hasOwnClient ? 1 : 0);
  const body = (depth: number) => (isEmpty ? `\n${indentation}${unit.repeat(levels(depth) + 1)}pass` : '');
  const colon = isEntered ? '' : ':';
  const items = onOneLine(table, args);
  if (hasComment(table, start, startOf(table, args.list))) return { refused: 'a comment stands in the middle of it' };
  if (items === null) {
    const changes = listChanges(site, args);
    if (changes === null) return { refused: 'a comment stands at an argument that would go' };
    draft.replace(start, startOf(table, args.list) + 1, head);
    for (const change of changes) draft.replace(change.start, change.end, change.text);
    draft.replace(callEnd, isEntered ? callEnd : end, () => `${as}${colon}${body(draft.depthAt(start))}`);
  } else {
    const tail = isEntered ? `)${table.text.slice(callEnd).split(':', 1)[0] ?? ''}:` : `)${as}:`;
    draft.replace(start, isEntered ? callEnd : end, (depth) => {
      const base = indentation + unit.repeat(levels(depth));
      const laid = laidOut({ head, items, tail, indentation: base, unit, width: style.width });
      return `${isEntered ? laid.slice(0, laid.length - tail.length + 1) : laid}${body(depth)}`;
    });
  }
  if (!isEntered && !isEmpty) draft.deepen(end, endOf(table, request.last));
  return null;
}

/** `async with session.get(…) as response:` before the statement, in which `response` takes the call's place. */
function writeDirectInBlock(style: Style, request: ReadRequest, callee: Callee): Refused | null {
  const { site, args } = { site: request.sent.site, args: request.args };
  const { table, node, file } = site;
  const { draft, unit } = style;
  const { statement } = request.place;
  const start = startOf(table, statement);
  const indentation = indentationAt(file.lineStarts, start, table.text);
  const changes = listChanges(site, args);
  if (changes === null) return { refused: 'a comment stands at an argument that would go' };
  const [listStart, listEnd] = [startOf(table, args.list), endOf(table, args.list)];
  const items = onOneLine(table, args);
  const own = callee.hasOwnClient ? 1 : 0;
  draft.replace(start, start, (depth) => {
    const base = indentation + unit.repeat(depth + own);
    const inner = `\n${base}${unit}`;
    const head = `async with ${callee.text}(`;
    const tail = `) as ${request.name}:`;
    if (items !== null) return `${laidOut({ head, items, tail, indentation: base, unit, width: style.width })}${inner}`;
    const lines = moved(table, site, listStart, listEnd, unit.repeat(depth + own), changes);
    return `${head}${lines.slice(1, -1)}${tail}${inner}`;
  });
  draft.deepen(start, endOf(table, statement));
  const covered = request.uses[0]?.changes ?? [];
  for (const change of covered) draft.replace(change.start, change.end, change.text);
  if (covered.every((change) => change.start > startOf(table, node) || change.end < endOf(table, node)))
    draft.replace(startOf(table, node), endOf(table, node), request.name);
  return null;
}

/** The text from `start` to `end`, its lines deeper. */
function moved(
  table: SyntaxTable,
  { file }: Site,
  start: number,
  end: number,
  unit: string,
  changes: readonly Change[],
): string {
  const lines = indentLines(file, start, end, unit).filter(({ start: at }) => {
    return !changes.some((change) => change.start < at && at < change.end);
  });
  return rendered(table, start, end, [...(unit === '' ? [] : lines), ...changes]);
}
