/**
 * Turns `f(a, b)` into `await OFFLOAD(f, a, b)` by putting text around and between what is there, so that arguments, their comments
 * and their lines stay as they are.
 */
import { childIn, childrenOf, endOf, is, type Node, type SyntaxTable, startOf, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { type Change, hasComment, indentationAt, insertion, replacement } from './edits.ts';
import { brokenAround } from './enclosing-list.ts';
import { writtenAt } from './layout.ts';

/** What a call is wrapped in: `asyncio.to_thread(`, `loop.run_in_executor(None, functools.partial(`. */
export interface Wrapping {
  /** Up to the parenthesis that opens the arguments. */
  readonly head: string;
  /** Arguments before the callable. */
  readonly given: readonly string[];
  /** The head of a call inside, which takes the callable and its arguments; null where the outer one does. */
  readonly inner: string | null;
}

/** What stands before the callable. */
export function opening({ head, given, inner }: Wrapping): string {
  return `${head}${given.map((argument) => `${argument}, `).join('')}${inner ?? ''}`;
}

/** The parentheses behind the last argument. */
export function closing({ inner }: Wrapping): string {
  return inner === null ? ')' : '))';
}

/** The arguments of the outer call, of which `items` are the callable and what it is called with. */
export function wrappedItems({ given, inner }: Wrapping, items: readonly string[]): readonly string[] {
  return inner === null ? [...given, ...items] : [...given, `${inner}${items.join(', ')})`];
}

/** The changes that wrap the call at `site`; null where a comment is in the way. */
export function wrapCall(site: Site, wrapping: Wrapping): Change[] | null {
  const { table, node, path } = site;
  const [start, end] = [startOf(table, node), endOf(table, node)];
  const list = childIn(table, node, 'arguments');
  if (hasComment(table, start, startOf(table, list))) return null;
  const isOperand = needsParentheses(table, path);
  const prefix = `${spaceBefore(table, start)}${isOperand ? '(' : ''}await `;
  const broken = brokenIntoLines(site, wrapping, prefix, isOperand ? ')' : '');
  if (broken !== null) return [broken];
  // One of the parentheses behind the arguments is there already, except behind a generator, whose own they are.
  const parentheses = closing(wrapping);
  const missing = is(table, list, 'generator_expression') ? parentheses : parentheses.slice(0, -1);
  const added = `${missing}${isOperand ? ')' : ''}`;
  return [...leading(site, `${prefix}${opening(wrapping)}`), ...(added === '' ? [] : [insertion(end, added)])];
}

/** The changes that wrap the call at `site` as it is, in a lambda: `f(g(a))` becomes `await OFFLOAD(lambda: f(g(a)))`. */
export function wrapInLambda(site: Site, wrapping: Wrapping): Change[] {
  const { table, node, path } = site;
  const [start, end] = [startOf(table, node), endOf(table, node)];
  const isOperand = needsParentheses(table, path);
  const call = {
    head: `${isOperand ? '(' : ''}await ${wrapping.head}`,
    items: wrappedItems(wrapping, [`lambda: ${textOf(table, node)}`]),
    tail: `)${isOperand ? ')' : ''}`,
  };
  return [replacement(start, end, writtenAt(site.file, site.settings, { start, end }, call))];
}

/** The wrapped call laid out anew, where its line would get too long or has its arguments below it; null where its text can stay. */
function brokenIntoLines(site: Site, wrapping: Wrapping, prefix: string, suffix: string): Change | null {
  const { table, file, node, path } = site;
  const [start, end] = [startOf(table, node), endOf(table, node)];
  const { text } = table;
  const isBelow = hasArgumentsBelow(site);
  // Text in quotes could not be broken before Python 3.12.
  if ((/[\r\n]/.test(text.slice(start, end)) && !isBelow) || path.some((each) => is(table, each, 'string')))
    return null;
  const items = [textOf(table, childIn(table, node, 'function')), ...argumentTexts(site)];
  const call = { head: prefix + wrapping.head, items: wrappedItems(wrapping, items), tail: `)${suffix}` };
  const written = writtenAt(file, site.settings, { start, end }, call);
  if (isBelow) return replacement(start, end, written);
  return written.includes('\n') ? (brokenAround(site, call) ?? replacement(start, end, written)) : null;
}

/** Whether the arguments stand on a line of their own, all on one: where a callable before them would not fit in the style. */
function hasArgumentsBelow({ table, node }: Site): boolean {
  const list = childIn(table, node, 'arguments');
  const isBelow = /^\([ \t]*(?:\r\n|\r|\n)[^\r\n]*[^\s,][ \t]*(?:\r\n|\r|\n)[ \t]*\)$/.test(textOf(table, list));
  return isBelow && is(table, list, 'argument_list') && !hasComment(table, startOf(table, node), endOf(table, node));
}

function argumentTexts({ table, node }: Site): readonly string[] {
  const list = childIn(table, node, 'arguments');
  if (is(table, list, 'generator_expression')) return [textOf(table, list)];
  return childrenOf(table, list).map((child) => textOf(table, child));
}

/** The changes from the start of the call to its first argument. */
function leading({ table, file, node }: Site, opened: string): Change[] {
  const callee = childIn(table, node, 'function');
  const list = childIn(table, node, 'arguments');
  const [start, calleeEnd, listStart] = [startOf(table, node), endOf(table, callee), startOf(table, list)];
  if (is(table, list, 'generator_expression')) {
    return [insertion(start, opened), replacement(calleeEnd, listStart, ', ')];
  }
  const [first] = childrenOf(table, list);
  if (first === undefined) return [insertion(start, opened), replacement(calleeEnd, listStart + 1, '')];
  const lineEnd = /^[^\r\n]*[\r\n]\s*/.exec(table.text.slice(listStart, startOf(table, first)));
  if (lineEnd === null) return [insertion(start, opened), replacement(calleeEnd, listStart + 1, ', ')];
  // The callable gets a line of its own, like the arguments below it.
  const at = listStart + lineEnd[0].length;
  const callable = table.text.slice(start, calleeEnd);
  const line = `${callable},\n${indentationAt(file.lineStarts, at, table.text)}`;
  return [replacement(start, listStart + 1, opened), insertion(at, line)];
}

/** The changes that await the call at the end of `path`, which stays as it is. */
export function awaitCall(table: SyntaxTable, path: readonly Node[]): readonly Change[] {
  const node = path.at(-1) ?? 0;
  const isOperand = needsParentheses(table, path);
  const start = startOf(table, node);
  return [
    insertion(start, `${spaceBefore(table, start)}${isOperand ? '(' : ''}await `),
    ...(isOperand ? [insertion(endOf(table, node), ')')] : []),
  ];
}

/** What keeps a word at `start` apart from the one before it. */
export function spaceBefore({ text }: SyntaxTable, start: number): string {
  return /\w$/.test(text.slice(Math.max(0, start - 1), start)) ? ' ' : '';
}

/** `f(x).y`, `f(x)[0]`, `f(x)()`: an await would apply to the whole. */
export function needsParentheses(table: SyntaxTable, path: readonly Node[]): boolean {
  const [node = 0, parent = 0] = [path.at(-1), path.at(-2)];
  return (
    (is(table, parent, 'attribute') && childIn(table, parent, 'object') === node) ||
    (is(table, parent, 'subscript') && childIn(table, parent, 'value') === node) ||
    (is(table, parent, 'call') && childIn(table, parent, 'function') === node)
  );
}

/** Whether the call passes a keyword argument or `**kwargs`. */
export function hasKeywords({ table, node }: Site): boolean {
  const list = childIn(table, node, 'arguments');
  return childrenOf(table, list).some(
    (child) => is(table, child, 'keyword_argument') || is(table, child, 'dictionary_splat'),
  );
}
