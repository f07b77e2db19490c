/**
 * The shapes in which a request of requests can be rewritten for aiohttp:
 *
 *     return requests.get(u).json()["a"]       one statement that reads the response at once
 *     resp = requests.get(u)                   an assignment, and the statements of its block that read it
 *     requests.post(u, json=x)                 a request whose response nobody looks at
 */

import type { BindingId } from '../../summary/model.ts';
import { bindingAt, bindingsOf } from '../../summary/packed-bindings.ts';
import { expressionsOf } from '../../summary/packed-expressions.ts';
import { type PackedScopes, scopeAt } from '../../summary/packed-scopes.ts';
import { Kind } from '../../syntax/kinds.ts';
import {
  childIn,
  childOfKind,
  childrenOf,
  contains,
  endOf,
  is,
  kindOf,
  type Node,
  nextOf,
  nodeAt,
  pathTo,
  type SyntaxTable,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { type BlockPlace, indentationUnit, indentLines, rendered } from '../text/blocks.ts';
import { type Change, indentationAt, replacement } from '../text/edits.ts';
import { runsWithin, translateUse } from './response-uses.ts';

/** What the rewriting needs from outside. */
interface Request {
  /** The name of the session. */
  readonly session: string;
  /** `aiohttp.ClientSession()`. */
  readonly opening: string;
  readonly method: string;
  /** Changes between the parentheses of the call. */
  readonly args: readonly Change[];
}

/** A shape that was recognised. */
export interface RequestForm {
  /** The last statement that moves into the block. */
  readonly last: Node;
  readonly write: (request: Request) => Change;
}

type Refused = { readonly refused: string };

/** `name` is free for a response that has none. */
export function requestForm(site: Site, place: BlockPlace, name: string): RequestForm | Refused {
  const { table, node, path } = site;
  const parent = path.at(-2) ?? 0;
  if (is(table, parent, 'expression_statement')) return unreadForm(site, place);
  const left = is(table, parent, 'assignment') ? childIn(table, parent, 'left') : -1;
  const isNamed =
    is(table, left, 'identifier') && childIn(table, parent, 'right') === node && path.at(-3) === place.statement;
  return isNamed ? namedForm(site, place, left) : directForm(site, place, name);
}

function unreadForm(site: Site, { block, statement }: BlockPlace): RequestForm {
  return { last: statement, write: (request) => blockOf(site, block, statement, request, '', 'pass') };
}

/** The statement with the call's place taken by the response. */
function directForm(site: Site, { block, statement }: BlockPlace, name: string): RequestForm | Refused {
  const { table, node, path } = site;
  const isSimple = is(table, statement, 'expression_statement') || is(table, statement, 'return_statement');
  if (!isSimple) return { refused: 'it stands in a compound statement' };
  if (!comesFirst(table, path.slice(path.indexOf(statement)))) {
    return { refused: 'something else is evaluated before it, or decides whether it is evaluated' };
  }
  const use = translateUse(table, path, name);
  if ('refused' in use) return use;
  const write = (request: Request): Change => {
    const unit = indentationUnit(site.file, block, path[path.indexOf(block) - 1] ?? 0);
    const inner = [...use.changes];
    const covered = inner[0] ?? replacement(startOf(table, node), endOf(table, node), name);
    const lines = indentLines(site.file, startOf(table, statement), endOf(table, statement), unit + unit);
    const kept = lines.filter(({ start }) => start < covered.start || start > covered.end);
    const body = rendered(table, startOf(table, statement), endOf(table, statement), [...kept, ...inner]);
    return blockOf(site, block, statement, request, ` as ${name}`, body);
  };
  return { last: statement, write };
}

/** `async with` twice, and `body` inside, in place of `statement`. */
function blockOf(site: Site, block: Node, statement: Node, request: Request, as: string, body: string): Change {
  const { table, file, path } = site;
  const start = startOf(table, statement);
  const indentation = indentationAt(file.lineStarts, start, table.text);
  const unit = indentationUnit(file, block, path[path.indexOf(block) - 1] ?? 0);
  const head = `async with ${request.opening} as ${request.session}:\n${indentation}${unit}`;
  const call = `async with ${requestCall(site, request, unit)}${as}:\n${indentation}${unit}${unit}`;
  return replacement(start, endOf(table, statement), `${head}${call}${body}`);
}

/** `session.get(…)`, its arguments changed and, where they have lines of their own, one level deeper. */
function requestCall({ table, file, node }: Site, { session, method, args }: Request, unit: string): string {
  const list = childIn(table, node, 'arguments');
  const [start, end] = [startOf(table, list), endOf(table, list)];
  const lines = indentLines(file, start, end, unit).filter(({ start: at }) => {
    return !args.some((change) => change.start < at && at < change.end);
  });
  return `${session}.${method}${rendered(table, start, end, [...lines, ...args])}`;
}

/** Nodes whose parts need not all be evaluated, or not once. */
const CONDITIONAL = new Set<number>([Kind.conditional_expression, Kind.lambda, Kind.augmented_assignment, Kind.yield]);

/** Nodes of which only the first part is evaluated for certain. */
const FIRST_ONLY = new Set<number>([Kind.boolean_operator, Kind.comparison_operator]);

const COMPREHENSIONS = new Set<number>([
  Kind.list_comprehension,
  Kind.set_comprehension,
  Kind.dictionary_comprehension,
  Kind.generator_expression,
]);

/** Whether nothing that could have an effect is evaluated before the end of `path`, which starts with the statement. */
function comesFirst(table: SyntaxTable, path: readonly Node[]): boolean {
  return path.slice(0, -1).every((node, depth) => isFirstIn(table, node, path[depth + 1] ?? 0));
}

/** Whether `node` evaluates its part `next` for certain, and nothing with an effect before. */
function isFirstIn(table: SyntaxTable, node: Node, next: Node): boolean {
  const kind = kindOf(table, node);
  if (CONDITIONAL.has(kind)) return false;
  if (FIRST_ONLY.has(kind)) return childrenOf(table, node)[0] === next;
  if (COMPREHENSIONS.has(kind)) return childOfKind(table, node, 'for_in_clause') === next;
  // What is assigned to is evaluated last.
  if (is(table, node, 'assignment') || is(table, node, 'for_in_clause')) return childIn(table, node, 'right') === next;
  return childrenOf(table, node)
    .filter((child) => child < next)
    .every((child) => !hasEffects(table, child));
}

function hasEffects(table: SyntaxTable, node: Node): boolean {
  return (['call', 'await', 'yield', 'named_expression'] as const).some(
    (kind) => is(table, node, kind) || contains(table, node, kind),
  );
}

/** The assignment, and the statements behind it in its block down to the last that reads the response. */
function namedForm(site: Site, { block, statement }: BlockPlace, target: Node): RequestForm | Refused {
  const { table } = site;
  const name = textOf(table, target);
  const uses = usesOf(site, target);
  if ('refused' in uses) return uses;
  if (childIn(table, site.path.at(-2) ?? 0, 'type') >= 0)
    return { refused: 'the response is annotated as one of requests' };
  const following = childrenOf(table, block).filter((each) => each > statement);
  const changes: Change[] = [];
  let last = statement;
  for (const use of uses.nodes) {
    const owner = following.find((each) => each < use && use < nextOf(table, each));
    if (owner === undefined) return { refused: 'the response is read outside of the block that makes the request' };
    if (!runsWithin(table, owner, use))
      return { refused: 'the response is read in a function or generator that may run later' };
    const translated = translateUse(table, pathTo(table, use), name);
    if ('refused' in translated) return translated;
    changes.push(...translated.changes);
    last = Math.max(last, owner);
  }
  const suspended = following.find(
    (each) => each <= last && (is(table, each, 'yield') || contains(table, each, 'yield')),
  );
  if (suspended !== undefined) return { refused: 'a `yield` would leave the request open' };
  return { last, write: (request) => writeNamed(site, { block, statement }, name, last, changes, request) };
}

function writeNamed(
  site: Site,
  { block, statement }: BlockPlace,
  name: string,
  last: Node,
  uses: readonly Change[],
  request: Request,
): Change {
  const { table, file, path } = site;
  if (last === statement) return blockOf(site, block, statement, request, ` as ${name}`, 'pass');
  const unit = indentationUnit(file, block, path[path.indexOf(block) - 1] ?? 0);
  const [start, end] = [startOf(table, statement), endOf(table, statement)];
  const indentation = indentationAt(file.lineStarts, start, table.text);
  const head = `async with ${request.opening} as ${request.session}:\n${indentation}${unit}`;
  const call = `async with ${requestCall(site, request, unit)} as ${name}:`;
  const to = endOf(table, last);
  const lines = indentLines(file, end, to, unit + unit).filter(({ start: at }) => {
    return !uses.some((change) => change.start < at && at < change.end);
  });
  return replacement(start, to, `${head}${call}${rendered(table, end, to, [...lines, ...uses])}`);
}

/** The places that read the response bound at `target`, all of them; or why that cannot be told. */
function usesOf({ module, table }: Site, target: Node): { readonly nodes: readonly Node[] } | Refused {
  const { bindings, expressions, scopes } = module.summary;
  const id: BindingId = [...bindingsOf(bindings)].findIndex(({ start }) => start === startOf(table, target));
  const binding = bindingAt(bindings, id);
  const name = textOf(table, target);
  if (binding === undefined || scopeAt(scopes, binding.scope)?.kind !== 'function')
    return { refused: `\`${name}\` is not a local name` };
  const nodes: Node[] = [];
  for (const expression of expressionsOf(expressions)) {
    if (expression.kind !== 'name' || expression.name !== name || !isInside(scopes, expression.scope, binding.scope))
      continue;
    if (expression.reaching === null) return { refused: `\`${name}\` is read in another scope` };
    if (!expression.reaching.includes(id)) continue;
    if (expression.reaching.length > 1) return { refused: `\`${name}\` may also hold something else where it is read` };
    nodes.push(nodeAt(table, expression.start, expression.end));
  }
  return { nodes };
}

/** Whether `scope` is `outer` or stands in it. */
function isInside(scopes: PackedScopes, scope: number, outer: number): boolean {
  for (let at = scope; at >= 0; at = scopeAt(scopes, at)?.parent ?? -1) if (at === outer) return true;
  return false;
}
