/** What is asked of a response, as the target writes it, or why it has no counterpart. */
import { Kind } from '../../syntax/kinds.ts';
import {
  childIn,
  childrenOf,
  endOf,
  is,
  kindOf,
  type Node,
  type SyntaxTable,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import { showsItsText } from '../safety/await-place.ts';
import { type Change, hasComment, insertion, replacement } from '../text/edits.ts';
import { quotedAs } from '../text/quotes.ts';
import { needsParentheses } from '../text/wrapped-call.ts';
import type { Conversion, Facet, Refused, Spell } from './conversion.ts';

/** A use that was translated. */
export interface Translated {
  readonly changes: readonly Change[];
  /** The node that stands for what is asked, as far as it is rewritten. */
  readonly use: Node;
  readonly awaits: boolean;
  readonly facet: Facet | null;
}

/** How the response is used: what it is asked, in which node, with which arguments. */
interface Asked {
  readonly facet: Facet;
  readonly use: Node;
  readonly args: Node | null;
  readonly key?: string;
  /** The function that takes the body in place of the one that was given the response. */
  readonly reader?: Change;
}

/** What a translation needs besides. */
export interface Translation {
  readonly conversion: Conversion;
  readonly spell: Spell;
  /** The body of the response is not read yet. */
  readonly isStreamed: boolean;
}

/** The changes for the use of the response at the end of `path`, where it will be called `name`. */
export function translateUse(
  table: SyntaxTable,
  path: readonly Node[],
  name: string,
  { conversion, spell, isStreamed }: Translation,
): Translated | Refused {
  const { source, target } = conversion;
  const asked = askedOf(table, path, conversion);
  if (asked === null || 'refused' in asked) {
    const isFine = asked === null || (source.isSameResponse && !isStreamed);
    return isFine ? { changes: [], use: path.at(-1) ?? 0, awaits: false, facet: null } : asked;
  }
  const { use } = asked;
  const spellings = isStreamed ? target.streamed : target.response;
  const isStrict = asked.facet === 'json' && (hasArguments(table, asked) || isGuarded(table, path));
  const spelling = (isStrict ? spellings.strictJson : undefined) ?? spellings[asked.facet];
  const shown = textOf(table, use).slice(textOf(table, path.at(-1) ?? 0).length);
  if (spelling === undefined) return { refused: `${target.name} has no counterpart of \`${shown}\`` };
  const above = path[path.indexOf(use) - 1] ?? 0;
  if (isWritten(table, use, above) && spelling !== `{r}${shown}`) return { refused: `\`${shown}\` is assigned to` };
  const filled = fill(
    table,
    spelling.replace('{loads}', () => spell('json', 'loads')),
    name,
    asked,
  );
  if (typeof filled !== 'string') return filled;
  if (filled === textOf(table, use)) return { changes: [], use, awaits: false, facet: asked.facet };
  if (hasComment(table, endOf(table, path.at(-1) ?? 0), endOf(table, use)))
    return { refused: 'a comment stands in the middle of it' };
  const result = written(table, path, asked, filled);
  return 'refused' in result || asked.reader === undefined
    ? result
    : { ...result, changes: [asked.reader, ...result.changes] };
}

function written(
  table: SyntaxTable,
  path: readonly Node[],
  { use, facet }: Asked,
  filled: string,
): Translated | Refused {
  const above = path[path.indexOf(use) - 1] ?? 0;
  const [start, end] = [startOf(table, use), endOf(table, use)];
  if (filled.startsWith('async for ')) {
    const isLoop = is(table, above, 'for_statement') && childIn(table, above, 'right') === use;
    if (!isLoop) return { refused: `\`${textOf(table, use)}\` is not iterated by a loop` };
    const changes = [
      insertion(startOf(table, above), 'async '),
      replacement(start, end, filled.slice('async for '.length)),
    ];
    return { changes, use, awaits: true, facet };
  }
  if (filled.startsWith('not ') && is(table, above, 'not_operator')) {
    const changes = [replacement(startOf(table, above), endOf(table, above), filled.slice('not '.length))];
    return { changes, use: above, awaits: false, facet };
  }
  const awaits = /(?:^|\()await /.test(filled);
  const isOperand = filled.startsWith('not ')
    ? BINDING_TIGHTER.has(kindOf(table, above)) || needsParentheses(table, [above, use])
    : filled.startsWith('await ') && needsParentheses(table, [above, use]);
  const isQuoted = path.some((node) => is(table, node, 'interpolation'));
  if (path.some((node) => is(table, node, 'interpolation') && showsItsText(table, node)))
    return { refused: 'an f-string shows the text of the expression (`{…=}`), which would change' };
  const text = isQuoted ? requoted(table, path, filled) : filled;
  return { changes: [replacement(start, end, isOperand ? `(${text})` : text)], use, awaits, facet };
}

/** Kinds of expressions inside of which `not x` needs parentheses. */
const BINDING_TIGHTER = new Set<number>([
  Kind.comparison_operator,
  Kind.binary_operator,
  Kind.unary_operator,
  Kind.await,
]);

/** Before Python 3.12 the quotes of an f-string cannot stand in it. */
function requoted(table: SyntaxTable, path: readonly Node[], text: string): string {
  const string = path.findLast((node) => is(table, node, 'string')) ?? 0;
  return /^\w*"/.test(textOf(table, string)) ? text.replaceAll('"', "'") : text.replaceAll("'", '"');
}

function fill(table: SyntaxTable, spelling: string, name: string, { facet, args, key = '' }: Asked): string | Refused {
  const given = args === null ? [] : childrenOf(table, args);
  const text = args === null ? '' : textOf(table, args).slice(1, -1);
  if (given.length > 0 && !/\{(?:a|,a|n)\}/.test(spelling)) return { refused: `\`.${facet}()\` is given arguments` };
  const size = spelling.includes('{n}') ? sizeOf(table, given) : '';
  if (size === null) return { refused: 'the size of the pieces is not plain' };
  return quotedAs(table, spelling)
    .replaceAll('{r}', name)
    .replace('{a}', () => text)
    .replace('{,a}', () => (text.trim() === '' ? '' : `, ${text}`))
    .replace('{n}', () => size)
    .replace('{k}', () => key);
}

/** `iter_content(512)`, `iter_content(chunk_size=512)`; one byte where nothing is said. */
function sizeOf(table: SyntaxTable, given: readonly Node[]): string | null {
  const [first, ...more] = given;
  if (more.length > 0) return null;
  if (first === undefined) return '1';
  if (!is(table, first, 'keyword_argument')) return is(table, first, 'none') ? null : textOf(table, first);
  const value = childIn(table, first, 'value');
  const isSize = textOf(table, childIn(table, first, 'name')) === 'chunk_size' && !is(table, value, 'none');
  return isSize ? textOf(table, value) : null;
}

function hasArguments(table: SyntaxTable, { args }: Asked): boolean {
  return args !== null && childrenOf(table, args).length > 0;
}

/** Whether a `try` around has handlers. */
function isGuarded(table: SyntaxTable, path: readonly Node[]): boolean {
  return path.some((node, depth) => {
    const isBody = is(table, node, 'try_statement') && childIn(table, node, 'body') === path[depth + 1];
    return isBody && childrenOf(table, node).some((child) => is(table, child, 'except_clause'));
  });
}

/** What the use at the end of `path` asks; null where it stays as it is whatever the response is. */
function askedOf(table: SyntaxTable, path: readonly Node[], { source, target }: Conversion): Asked | Refused | null {
  const [response = 0, parent = 0, grandparent = 0] = [path.at(-1), path.at(-2), path.at(-3)];
  if (is(table, parent, 'attribute') && childIn(table, parent, 'object') === response) {
    const name = textOf(table, childIn(table, parent, 'attribute'));
    const isCalled = is(table, grandparent, 'call') && childIn(table, grandparent, 'function') === parent;
    if (name === 'cookies' && !source.isSameResponse) return cookieOf(table, path);
    const facet = isCalled ? ownOf(source.calls, name) : ownOf(source.attributes, name);
    if (facet !== undefined) {
      const args = isCalled ? childIn(table, grandparent, 'arguments') : null;
      return { facet, use: isCalled ? grandparent : parent, args };
    }
    return source.isSameResponse ? null : { refused: `${target.name} has no counterpart of \`.${name}\`` };
  }
  const reader = readerOf(table, path, source.readers);
  if (reader !== null) return { facet: 'body', use: response, args: null, reader };
  if (source.hasTruth && isTested(table, path)) return { facet: 'ok', use: response, args: null };
  if (source.iterated !== null && is(table, parent, 'for_statement') && childIn(table, parent, 'right') === response) {
    return { facet: source.iterated, use: response, args: null };
  }
  return { refused: 'the response is used as a whole' };
}

/** `json.load(response, …)`: the change of its name. */
function readerOf(table: SyntaxTable, path: readonly Node[], readers: Conversion['source']['readers']): Change | null {
  const [response = 0, list = 0, call = 0] = [path.at(-1), path.at(-2), path.at(-3)];
  if (!is(table, list, 'argument_list') || !is(table, call, 'call') || childrenOf(table, list)[0] !== response)
    return null;
  const callee = childIn(table, call, 'function');
  const name = textOf(table, callee);
  const other = Object.hasOwn(readers, name) ? readers[name] : undefined;
  return other === undefined ? null : replacement(startOf(table, callee), endOf(table, callee), other);
}

function ownOf(table: Readonly<Record<string, Facet>>, name: string): Facet | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** `.cookies["a"]`, `.cookies.get("a")`. */
function cookieOf(table: SyntaxTable, path: readonly Node[]): Asked | Refused {
  const [cookies = 0, use = 0, call = 0] = [path.at(-2), path.at(-3), path.at(-4)];
  if (is(table, use, 'subscript') && childIn(table, use, 'value') === cookies) {
    const above = path.at(-4) ?? 0;
    if (isWritten(table, use, above)) return { refused: 'a cookie of the response is set' };
    return { facet: 'cookie', use, args: null, key: textOf(table, childIn(table, use, 'subscript')) };
  }
  const isGet = is(table, use, 'attribute') && textOf(table, childIn(table, use, 'attribute')) === 'get';
  if (isGet && is(table, call, 'call') && childIn(table, call, 'function') === use) {
    return { facet: 'cookieOrNone', use: call, args: childIn(table, call, 'arguments') };
  }
  return { refused: 'the cookie jar is used as a whole' };
}

/** Whether only the truth of what stands at the end of `path` matters. */
function isTested(table: SyntaxTable, path: readonly Node[]): boolean {
  for (let depth = path.length - 1; depth > 0; depth--) {
    const [node = 0, parent = 0] = [path[depth], path[depth - 1]];
    switch (kindOf(table, parent)) {
      case Kind.not_operator:
        return true;
      case Kind.if_statement:
      case Kind.elif_clause:
      case Kind.while_statement:
        return childIn(table, parent, 'condition') === node;
      case Kind.conditional_expression:
        return childrenOf(table, parent)[1] === node;
      case Kind.assert_statement:
        return childrenOf(table, parent)[0] === node;
      case Kind.parenthesized_expression:
      case Kind.boolean_operator:
        continue;
      default:
        return false;
    }
  }
  return false;
}

function isWritten(table: SyntaxTable, use: Node, above: Node): boolean {
  const kind = kindOf(table, above);
  const isTarget = kind === Kind.assignment || kind === Kind.augmented_assignment;
  return (
    (isTarget && childIn(table, above, 'left') === use) || kind === Kind.delete_statement || kind === Kind.pattern_list
  );
}
