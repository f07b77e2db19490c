/**
 * The arguments of `requests.get(…)` and its like as `aiohttp.ClientSession.get` takes them (measured: requests 2.34, aiohttp 3.14),
 * as changes of the text between the parentheses; or why an argument has no counterpart.
 */

import type { Type } from '../../program/types.ts';
import { expressionIn } from '../../summary/packed-expressions.ts';
import { Kind } from '../../syntax/kinds.ts';
import { childIn, childrenOf, endOf, is, kindOf, type Node, startOf, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { type Change, insertion, replacement } from '../text/edits.ts';

/** Spells a name of aiohttp and keeps the import that it needs. */
export type Speller = (member: string) => string;

export type Mapped = { readonly changes: readonly Change[] } | { readonly refused: string };

/** What the parameters behind the URL are called, by method. */
const POSITIONAL: Readonly<Record<string, readonly string[]>> = {
  get: ['params'],
  post: ['data', 'json'],
  put: ['data'],
  patch: ['data'],
  delete: [],
  head: [],
  options: [],
};

/** `method` is the one that the call at `site` calls: `get`. */
export function mapArguments(site: Site, method: string, spell: Speller): Mapped {
  const { table, node } = site;
  const list = childIn(table, node, 'arguments');
  if (!is(table, list, 'argument_list')) return { refused: 'the URL is a generator' };
  const changes: Change[] = [];
  const names = new Set<string>();
  for (const [index, child] of childrenOf(table, list).entries()) {
    const argument = nameArgument(site, method, child, index);
    if ('refused' in argument) return argument;
    names.add(argument.name);
    const mapped = (MAPPERS.get(argument.name) ?? unknownArgument(argument.name))(site, argument.value, spell);
    if ('refused' in mapped) return mapped;
    const prefix =
      argument.isPositional && argument.name !== 'url' ? [insertion(startOf(table, child), `${argument.name}=`)] : [];
    changes.push(...prefix, ...renamed(site, argument, mapped), ...mapped.changes);
  }
  if (!names.has('url')) return { refused: 'the URL is not given plainly' };
  if (names.has('data') && names.has('json'))
    return { refused: 'requests ignores `json` beside `data`, and aiohttp refuses both together' };
  return { changes };
}

interface NamedArgument {
  readonly name: string;
  readonly value: Node;
  readonly nameNode: Node | null;
  readonly isPositional: boolean;
}

function nameArgument(
  { table }: Site,
  method: string,
  child: Node,
  index: number,
): NamedArgument | { refused: string } {
  if (is(table, child, 'keyword_argument')) {
    const nameNode = childIn(table, child, 'name');
    return { name: textOf(table, nameNode), value: childIn(table, child, 'value'), nameNode, isPositional: false };
  }
  const isSpread = is(table, child, 'list_splat') || is(table, child, 'dictionary_splat');
  if (isSpread) return { refused: 'what `*` and `**` pass on is not known' };
  const name = index === 0 ? 'url' : POSITIONAL[method]?.[index - 1];
  return name === undefined
    ? { refused: 'it has more positional arguments than are known' }
    : { name, value: child, nameNode: null, isPositional: true };
}

/** What becomes of an argument's value. */
interface Counterpart {
  readonly changes: readonly Change[];
  /** What aiohttp calls the argument, where it is not the same. */
  readonly name?: string;
}

function renamed({ table }: Site, { nameNode }: NamedArgument, { name }: Counterpart): Change[] {
  return name === undefined || nameNode === null
    ? []
    : [replacement(startOf(table, nameNode), endOf(table, nameNode), name)];
}

type Mapper = (site: Site, value: Node, spell: Speller) => Counterpart | { readonly refused: string };

const AS_IT_IS: Counterpart = { changes: [] };

const MAPPERS = new Map<string, Mapper>([
  ['url', (site, value) => (is(site.table, value, 'none') ? { refused: 'the URL is None' } : AS_IT_IS)],
  ['params', (site, value) => plainMapping(site, value, 'params', true)],
  ['headers', (site, value) => plainMapping(site, value, 'headers', false)],
  ['data', dataArgument],
  [
    'json',
    (site, value) => (is(site.table, value, 'none') ? { refused: '`json=None` changes the request' } : AS_IT_IS),
  ],
  [
    'cookies',
    (site, value) =>
      is(site.table, value, 'dictionary') ? AS_IT_IS : { refused: '`cookies` may be a cookie jar of requests' },
  ],
  ['allow_redirects', () => AS_IT_IS],
  ['timeout', timeoutArgument],
  ['verify', verifyArgument],
  ['auth', authArgument],
]);

function unknownArgument(name: string): Mapper {
  return () => ({ refused: `aiohttp has no counterpart of \`${name}\`` });
}

/** aiohttp raises for a None in a mapping, and for a bool in `params`; requests leaves the first out and sends the second. */
function plainMapping(
  { table }: Site,
  value: Node,
  name: string,
  refusesBool: boolean,
): Counterpart | { refused: string } {
  if (is(table, value, 'none')) return AS_IT_IS;
  if (!is(table, value, 'dictionary')) return AS_IT_IS;
  for (const pair of childrenOf(table, value)) {
    const kind = kindOf(table, childIn(table, pair, 'value'));
    const isBool = kind === Kind.true || kind === Kind.false;
    if (kind === Kind.none || (isBool && refusesBool))
      return { refused: `aiohttp takes no None and no bool in \`${name}\`` };
  }
  return AS_IT_IS;
}

function dataArgument(site: Site, value: Node): Counterpart | { refused: string } {
  const types = typesAt(site, value);
  const isStream = types.some(
    (type) => type.kind === 'generator' || (type.kind === 'object' && /^(?:io|tempfile)\./.test(type.class)),
  );
  if (isStream) return { refused: '`data` is a file or a generator, which aiohttp would read on the event loop' };
  return plainMapping(site, value, 'data', false);
}

/** requests counts connecting and each read by themselves: `sock_connect` and `sock_read`, not `total`. */
function timeoutArgument(site: Site, value: Node, spell: Speller): Counterpart | { refused: string } {
  const { table } = site;
  const [start, end] = [startOf(table, value), endOf(table, value)];
  const timeout = (args: string): Counterpart => ({
    changes: [replacement(start, end, `${spell('ClientTimeout')}(${args})`)],
  });
  if (is(table, value, 'none')) return timeout('total=None');
  if (is(table, value, 'tuple')) {
    const [connect, read, ...more] = childrenOf(table, value);
    if (connect === undefined || read === undefined || more.length > 0) return { refused: '`timeout` is no pair' };
    return timeout(`sock_connect=${textOf(table, connect)}, sock_read=${textOf(table, read)}`);
  }
  const isNumber = is(table, value, 'integer') || is(table, value, 'float') || typesAt(site, value).some(isNumeric);
  if (!isNumber) return { refused: 'whether `timeout` is a number or a pair is not known' };
  if (!/^[\w.]+$/.test(textOf(table, value))) return { refused: '`timeout` would be worked out twice' };
  return timeout(`sock_connect=${textOf(table, value)}, sock_read=${textOf(table, value)}`);
}

function isNumeric(type: Type): boolean {
  if (type.kind === 'literal') return type.type === 'int' || type.type === 'float';
  return type.kind === 'object' && /^builtins\.(?:int|float)$/.test(type.class);
}

function verifyArgument({ table }: Site, value: Node): Counterpart | { refused: string } {
  const isLiteral = is(table, value, 'true') || is(table, value, 'false');
  return isLiteral ? { name: 'ssl', changes: [] } : { refused: '`verify` may be the path of a certificate' };
}

function authArgument({ table }: Site, value: Node, spell: Speller): Counterpart | { refused: string } {
  const isPair = is(table, value, 'tuple') && childrenOf(table, value).length === 2;
  if (!isPair) return { refused: '`auth` may be an authentication class of requests' };
  return { changes: [insertion(startOf(table, value), spell('BasicAuth'))] };
}

function typesAt({ program, module, table }: Site, node: Node): readonly Type[] {
  const id = expressionIn(module.summary.expressions, startOf(table, node), endOf(table, node));
  return id < 0 ? [] : program.inference.answer(module, id).types;
}
