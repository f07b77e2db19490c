/**
 * What is read of a response of requests, as aiohttp spells it (measured: requests 2.34, aiohttp 3.14): `.text` becomes
 * `await ….text()`, `.status_code` becomes `.status`. Or why a use has no counterpart.
 */
import { Kind } from '../../syntax/kinds.ts';
import {
  childIn,
  childrenOf,
  endOf,
  is,
  kindOf,
  type Node,
  pathTo,
  type SyntaxTable,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import { type Change, hasComment, replacement } from '../text/edits.ts';

export type Translated = { readonly changes: readonly Change[] } | { readonly refused: string };

/** Attributes that are attributes. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  status_code: 'status',
  ok: 'ok',
  reason: 'reason',
  headers: 'headers',
};
/** Attributes that are coroutines. */
const AWAITED: Readonly<Record<string, string>> = { text: 'text()', content: 'read()' };
/** Methods, called without arguments. */
const METHODS: Readonly<Record<string, { readonly call: string; readonly isAwaited: boolean }>> = {
  json: { call: 'json(content_type=None)', isAwaited: true },
  raise_for_status: { call: 'raise_for_status()', isAwaited: false },
};

/** The changes for the use of the response at the end of `path`, where it will be called `name`. */
export function translateUse(table: SyntaxTable, path: readonly Node[], name: string): Translated {
  const [response = 0, parent = 0, grandparent = 0] = [path.at(-1), path.at(-2), path.at(-3)];
  if (!is(table, parent, 'attribute') || childIn(table, parent, 'object') !== response) {
    return { refused: 'the response is used as a whole' };
  }
  const attribute = textOf(table, childIn(table, parent, 'attribute'));
  const isCalled = is(table, grandparent, 'call') && childIn(table, grandparent, 'function') === parent;
  const method = isCalled ? METHODS[attribute] : undefined;
  const use = method === undefined ? parent : grandparent;
  if (method !== undefined && childrenOf(table, childIn(table, grandparent, 'arguments')).length > 0) {
    return { refused: `\`.${attribute}()\` is given arguments` };
  }
  const above = path[path.indexOf(use) - 1] ?? 0;
  if (isWritten(table, use, above)) return { refused: `\`.${attribute}\` is assigned to` };
  if (hasComment(table, endOf(table, response), endOf(table, use)))
    return { refused: 'a comment stands in the middle of it' };
  const written = method !== undefined ? spell(method, name) : spellAttribute(attribute, name);
  if (written === null) return { refused: `aiohttp has no counterpart of \`.${attribute}\`` };
  const isOperand = written.startsWith('await ') && isPrimary(table, use, above);
  return { changes: [replacement(startOf(table, use), endOf(table, use), isOperand ? `(${written})` : written)] };
}

function spell({ call, isAwaited }: { readonly call: string; readonly isAwaited: boolean }, name: string): string {
  return isAwaited ? `await ${name}.${call}` : `${name}.${call}`;
}

function spellAttribute(attribute: string, name: string): string | null {
  const plain = ATTRIBUTES[attribute];
  if (plain !== undefined) return `${name}.${plain}`;
  const awaited = AWAITED[attribute];
  return awaited === undefined ? null : `await ${name}.${awaited}`;
}

function isWritten(table: SyntaxTable, use: Node, above: Node): boolean {
  const kind = kindOf(table, above);
  const isTarget = kind === Kind.assignment || kind === Kind.augmented_assignment;
  return (
    (isTarget && childIn(table, above, 'left') === use) || kind === Kind.delete_statement || kind === Kind.pattern_list
  );
}

function isPrimary(table: SyntaxTable, use: Node, above: Node): boolean {
  switch (kindOf(table, above)) {
    case Kind.attribute:
      return childIn(table, above, 'object') === use;
    case Kind.subscript:
      return childIn(table, above, 'value') === use;
    case Kind.call:
      return childIn(table, above, 'function') === use;
    default:
      return false;
  }
}

/** Kinds of nodes inside of which a use runs at another time than where it stands, or could not await. */
const ELSEWHERE = new Set<number>([
  Kind.lambda,
  Kind.generator_expression,
  Kind.function_definition,
  Kind.class_definition,
  Kind.finally_clause,
]);

/** Whether `node` runs, and can await, where the statement `within` runs. */
export function runsWithin(table: SyntaxTable, within: Node, node: Node): boolean {
  const path = pathTo(table, node);
  return path.slice(path.indexOf(within)).every((each) => !ELSEWHERE.has(kindOf(table, each)));
}
