/** The arguments of a call as another library takes them: what becomes of each, and their text again, with its lines and comments. */
import { childIn, childrenOf, endOf, is, type Node, type SyntaxTable, startOf, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { rendered } from '../text/blocks.ts';
import { type Change, hasComment, indentationAt, insertion, lineStartBefore, replacement } from '../text/edits.ts';
import { quotedAs } from '../text/quotes.ts';
import type { ArgumentRule, Placed, Refused, Spell } from './conversion.ts';

/** One argument of the call. */
interface Item {
  readonly node: Node;
  readonly changes: readonly Change[];
  readonly isKept: boolean;
}

export interface Arguments {
  readonly list: Node;
  readonly items: readonly Item[];
  /** What stands before the first and behind the last. */
  readonly first: readonly string[];
  readonly added: readonly string[];
  /** What whoever makes the client is given, and the names of those. */
  readonly client: readonly string[];
  readonly clientNames: readonly string[];
  readonly streams: boolean;
}

export type Named = { readonly given: ReadonlyMap<string, Node> } | Refused;

interface NamedArgument {
  readonly name: string;
  readonly value: Node;
  readonly nameNode: Node | null;
}

/** The arguments of the call at `site` by name; `positional` are the names of those that have none. */
export function namedArguments(site: Site, positional: readonly string[]): Named {
  const each = argumentsAt(site, positional);
  return 'refused' in each ? each : { given: new Map(each.map(({ name, value }) => [name, value])) };
}

function argumentsAt({ table, node }: Site, positional: readonly string[]): readonly NamedArgument[] | Refused {
  const list = childIn(table, node, 'arguments');
  if (!is(table, list, 'argument_list')) return { refused: 'its argument is a generator' };
  const found: NamedArgument[] = [];
  for (const [index, child] of childrenOf(table, list).entries()) {
    if (is(table, child, 'keyword_argument')) {
      const nameNode = childIn(table, child, 'name');
      found.push({ name: textOf(table, nameNode), value: childIn(table, child, 'value'), nameNode });
      continue;
    }
    const isSpread = is(table, child, 'list_splat') || is(table, child, 'dictionary_splat');
    if (isSpread) return { refused: 'what `*` and `**` pass on is not known' };
    const name = positional[index];
    if (name === undefined) return { refused: 'it has more positional arguments than are known' };
    found.push({ name, value: child, nameNode: null });
  }
  return found;
}

/** What the target is called with without their names. */
const NAMELESS = new Set(['method', 'url']);

export interface Mapping {
  readonly positional: readonly string[];
  readonly rules: Readonly<Record<string, ArgumentRule>>;
  readonly target: string;
  readonly spell: Spell;
}

export function mapArguments(site: Site, { positional, rules, target, spell }: Mapping): Arguments | Refused {
  const each = argumentsAt(site, positional);
  if ('refused' in each) return each;
  const items: Item[] = [];
  const added: string[] = [];
  const client: string[] = [];
  const clientNames: string[] = [];
  let streams = false;
  const { table } = site;
  const list = childIn(table, site.node, 'arguments');
  const nodes = childrenOf(table, list);
  for (const [index, argument] of each.entries()) {
    const rule = Object.hasOwn(rules, argument.name) ? rules[argument.name] : undefined;
    if (rule === undefined) return { refused: `${target} has no counterpart of \`${argument.name}\`` };
    const placed = rule(site, argument.value, spell);
    if ('refused' in placed) return placed;
    const name = placed.name ?? argument.name;
    if (placed.goesTo === 'client') {
      client.push(`${name}=${placed.value ?? textOf(table, argument.value)}`);
      clientNames.push(name);
    }
    streams ||= placed.streams === true;
    if (placed.also !== undefined) added.push(quotedAs(table, placed.also));
    const node = nodes[index] ?? argument.value;
    items.push({ node, changes: itemChanges(table, argument, placed, name), isKept: placed.goesTo === 'call' });
  }
  return { list, items, first: [], added, client, clientNames, streams };
}

function itemChanges(table: SyntaxTable, argument: NamedArgument, placed: Placed, name: string): Change[] {
  const { nameNode, value } = argument;
  const [start, end] = [startOf(table, value), endOf(table, value)];
  const changes: Change[] = [];
  if (nameNode === null && !NAMELESS.has(name)) changes.push(insertion(start, `${name}=`));
  if (nameNode !== null && name !== argument.name)
    changes.push(replacement(startOf(table, nameNode), endOf(table, nameNode), name));
  if (placed.value !== undefined && placed.value !== textOf(table, value))
    changes.push(replacement(start, end, placed.value));
  return changes;
}

/** The arguments with those of `changes` that lie in them. */
export function withChanges(table: SyntaxTable, args: Arguments, changes: readonly Change[]): Arguments | Refused {
  const items: Item[] = [];
  for (const item of args.items) {
    const [start, end] = [startOf(table, item.node), endOf(table, item.node)];
    const inner = changes.filter((change) => start <= change.start && change.end <= end);
    const isTaken = item.changes.some((change) =>
      inner.some((each) => change.start < each.end && each.start < change.end),
    );
    if (inner.length > 0 && (isTaken || !item.isKept)) return { refused: 'an argument that changes reads a response' };
    items.push({ ...item, changes: [...item.changes, ...inner] });
  }
  return { ...args, items };
}

/** The arguments in their order, each on one line; null where they have lines of their own. */
export function onOneLine(table: SyntaxTable, args: Arguments): readonly string[] | null {
  if (/[\r\n]/.test(textOf(table, args.list))) return null;
  const items = args.items.filter(({ isKept }) => isKept);
  const texts = items.map(({ node, changes }) => rendered(table, startOf(table, node), endOf(table, node), changes));
  return [...args.first, ...texts, ...args.added];
}

/** The changes between the parentheses; null where an argument that goes has a comment. */
export function listChanges({ table, file }: Site, args: Arguments): Change[] | null {
  const changes = args.items.flatMap((item) => (item.isKept ? item.changes : []));
  for (const span of droppedSpans(table, args.items)) {
    if (hasComment(table, span.start, span.end)) return null;
    changes.push(replacement(span.start, span.end, ''));
  }
  const open = startOf(table, args.list) + 1;
  const kept = args.items.filter(({ isKept }) => isKept);
  const last = kept.at(-1);
  if (args.first.length > 0)
    changes.push(insertion(startOf(table, kept[0]?.node ?? args.list), `${args.first.join(', ')}, `));
  if (args.added.length === 0) return changes;
  if (last === undefined) return [...changes, insertion(open, args.added.join(', '))];
  const lineStart = lineStartBefore(file.lineStarts, startOf(table, last.node));
  const isOwnLine = table.text.slice(lineStart, startOf(table, last.node)).trim() === '';
  const separator = isOwnLine ? `,\n${indentationAt(file.lineStarts, startOf(table, last.node), table.text)}` : ', ';
  changes.push(insertion(endOf(table, last.node), args.added.map((each) => `${separator}${each}`).join('')));
  return changes;
}

/** The arguments that go, as many as stand side by side, with the commas that set them apart. */
function droppedSpans(table: SyntaxTable, items: readonly Item[]): { readonly start: number; readonly end: number }[] {
  return items.flatMap((item, index) => {
    if (item.isKept || items[index - 1]?.isKept === false) return [];
    const kept = items.findIndex((each, at) => at > index && each.isKept);
    const [before, after, last] = [items[index - 1], items[kept], items.at(-1) ?? item];
    if (after !== undefined) return [{ start: startOf(table, item.node), end: startOf(table, after.node) }];
    const start = before === undefined ? startOf(table, item.node) : endOf(table, before.node);
    return [{ start, end: endOf(table, last.node) }];
  });
}
