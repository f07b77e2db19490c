/**
 * Lays out what holds a call that got too long for its line, as ruff and black do: `f(g(x), y)` becomes `f(`, the items on a line of
 * their own, or on one each, and `)`; `x = f(y) if z else None` becomes a line for each part, in parentheses.
 */

import { childIn, childrenOf, endOf, is, type Node, startOf, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { type Change, hasComment, indentationAt, lineStartBefore, replacement } from './edits.ts';
import { columnsOf, laidOut, type NewCall, unitBelow, widthOf } from './layout.ts';

const LISTS = ['argument_list', 'list', 'set', 'dictionary'] as const;
const BRACKETS = [...LISTS, 'parenthesized_expression'] as const;

/** The change that writes `call` in the place of the one at `site`, with what is around it; null where nothing around it can be broken. */
export function brokenAround(site: Site, call: NewCall): Change | null {
  return brokenList(site, call) ?? brokenConditional(site, call);
}

/** `f(y) if z else None`, where it is all that is assigned or returned, or an item on a line of its own. */
function brokenConditional(site: Site, { head, items, tail }: NewCall): Change | null {
  const { table, file, path, node } = site;
  const [parent = 0, whole = 0] = [path.at(-3), path.at(-2)];
  const [start, end] = [startOf(table, whole), endOf(table, whole)];
  const parts = childrenOf(table, whole);
  if (!is(table, whole, 'conditional_expression') || parts.length !== 3 || /[\r\n]/.test(textOf(table, whole)))
    return null;
  const lineStart = lineStartBefore(file.lineStarts, start);
  const own = indentationAt(file.lineStarts, start, table.text);
  const isItem = lineStart + own.length === start && BRACKETS.some((kind) => is(table, parent, kind));
  const isValue = is(table, parent, 'return_statement') || childIn(table, parent, 'right') === whole;
  if (!isItem && !isValue) return null;
  const unit = unitBelow(own);
  const inner = isItem ? own : own + unit;
  const width = widthOf(table, site.settings);
  const lines = ['', 'if ', 'else '].map((word, index) => {
    const part = parts[index] ?? 0;
    if (part !== node) return word + textOf(table, part);
    return laidOut({ head: word + head, items, tail, indentation: inner, unit, width });
  });
  const text = lines.join(`\n${inner}`);
  return replacement(start, end, isItem ? text : `(\n${inner}${text}\n${own})`);
}

function brokenList(site: Site, call: NewCall): Change | null {
  const list = listAround(site);
  if (list === null) return null;
  const { table, file, node } = site;
  const children = childrenOf(table, list.node);
  const holder = children.find(
    (child) => startOf(table, child) <= startOf(table, node) && endOf(table, node) <= endOf(table, child),
  );
  if (holder === undefined) return null;
  const before = table.text.slice(startOf(table, holder), startOf(table, node));
  const behind = table.text.slice(endOf(table, node), endOf(table, holder));
  const own = indentationAt(file.lineStarts, startOf(table, node), table.text);
  const unit = unitBelow(own);
  const inner = list.isOpenedHere ? own + unit : own;
  const width = widthOf(table, site.settings);
  const written = children.map((child) => {
    if (child !== holder) return textOf(table, child);
    const [head, tail] = [before + call.head, `${call.tail}${behind}`];
    // Room for the comma behind it.
    return laidOut({ head, items: call.items, tail, indentation: inner, unit, width: width - 1 });
  });
  const line = written.join(', ');
  const isOneLine = !line.includes('\n') && columnsOf(inner + line) <= width;
  const isTogether = list.isOpenedHere && (isOneLine || children.length === 1);
  const text = isTogether ? line : `${written.join(`,\n${inner}`)},`;
  const [first = 0, last = 0] = [children[0], children.at(-1)];
  if (!list.isOpenedHere) return replacement(startOf(table, first), endOf(table, last), text);
  return replacement(startOf(table, list.node) + 1, endOf(table, list.node) - 1, `\n${inner}${text}\n${own}`);
}

interface List {
  readonly node: Node;
  /** It opens on the line of the call; else its items have that line for themselves. */
  readonly isOpenedHere: boolean;
}

/** The outermost list around the call that opens on its line; or the one whose items are all on that line. */
function listAround({ table, path, node }: Site): List | null {
  const lists = path.slice(0, -1).filter((each) => LISTS.some((kind) => is(table, each, kind)) && holdsItems(each));
  const isOneLine = (start: number, end: number) => !/[\r\n]/.test(table.text.slice(start, end));
  const opened = lists.find((list) => isOneLine(startOf(table, list), endOf(table, list)));
  if (opened !== undefined) return { node: opened, isOpenedHere: true };
  const around = lists.at(-1);
  if (around === undefined) return null;
  const children = childrenOf(table, around);
  const [start, end] = [startOf(table, children[0] ?? 0), endOf(table, children.at(-1) ?? 0)];
  const isAlone = /^[[({]\s*[\r\n]\s*$/.test(table.text.slice(startOf(table, around), start));
  const isClosedBelow = /^\s*[\r\n]\s*[\])}]$/.test(table.text.slice(end, endOf(table, around)));
  const isOne = isOneLine(start, end) && children.length > 1 && start <= startOf(table, node);
  return isAlone && isClosedBelow && isOne ? { node: around, isOpenedHere: false } : null;

  function holdsItems(list: Node): boolean {
    return !hasComment(table, startOf(table, list), endOf(table, list)) && childrenOf(table, list).length > 0;
  }
}
