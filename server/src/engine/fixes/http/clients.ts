/**
 * The client that sends a request: one of its own (`requests.get(…)`), or one that the function makes and that sends others, too,
 * which are then rewritten together: `with requests.Session() as s:`, `s = requests.Session()`.
 */
import { childIn, childrenOf, endOf, is, type Node, nodeAt, pathTo, textOf } from '../../syntax/table.ts';
import { type Site, siteAt } from '../site.ts';
import { type BlockPlace, statementOn } from '../text/blocks.ts';
import { allReadingsOf } from '../text/readings.ts';
import { boundAt } from './bound-names.ts';
import type { Conversion, Refused, Source } from './conversion.ts';

/** A request that a program sends. */
export interface Sent {
  /** Where its call stands. */
  readonly site: Site;
  /** The source's name for it: `get`. */
  readonly method: string;
}

/** Made by a `with` statement, or by an assignment. */
export interface SharedClient {
  readonly kind: 'entered' | 'local';
  readonly name: string;
  readonly place: BlockPlace;
  /** Where it is made. */
  readonly site: Site;
  readonly uses: readonly Node[];
}

type Client = { readonly kind: 'own' } | SharedClient;

export interface Sending {
  readonly client: Client;
  /** In the order of the text. */
  readonly requests: readonly Sent[];
  /** Other uses of the client: where, and what becomes of its text. */
  readonly others: readonly { readonly node: Node; readonly end: number; readonly text: string }[];
}

/** What sends the request at `site`; null where it is none of the source's. */
export function sendingAt(site: Site, { source, clientUses, target }: Conversion): Sending | Refused | null {
  const [step] = site.steps;
  if (site.table.firstError !== null || site.steps.length !== 1 || step?.kind !== 'fact') return null;
  if (!is(site.table, site.node, 'call')) return null;
  const method = source.functions.exec(step.row.name)?.[1];
  if (method !== undefined) return { client: { kind: 'own' }, requests: [{ site, method }], others: [] };
  if (source.methods === null || !source.methods.test(step.row.name)) return null;
  const client = clientAt(site, source);
  if ('refused' in client) return client;
  const requests: Sent[] = [];
  const others: { node: Node; end: number; text: string }[] = [];
  for (const node of client.uses) {
    const sent = requestAt(site, node, source);
    if (sent !== null) requests.push(sent);
    const other = sent === null ? otherUse(site, node, clientUses) : null;
    if (other !== null) others.push(other);
    if (sent === null && other === null) {
      return { refused: `the client is used in a way that \`${target.client}\` has no counterpart of` };
    }
  }
  return { client, requests, others };
}

function clientAt(site: Site, source: Source): SharedClient | Refused {
  const { table, node } = site;
  const object = childIn(table, childIn(table, node, 'function'), 'object');
  const elsewhere = { refused: 'the client is made elsewhere: make it an asynchronous one there' };
  if (!is(table, object, 'identifier')) return elsewhere;
  const bound = boundAt(site, object);
  if (bound === null || bound.value.kind !== 'call' || !isClient(site, bound.value.callee, source)) return elsewhere;
  const made = siteAt(site, nodeAt(table, bound.value.start, bound.value.end));
  if (made === null) return elsewhere;
  const place = statementOn(table, made.path);
  const isHere = place !== null && functionOn(site) === functionOn(made);
  if (!isHere) return elsewhere;
  const target = nodeAt(table, bound.binding.start, bound.binding.end);
  const uses = allReadingsOf(made, target);
  if ('refused' in uses) return uses;
  if (uses.some(({ isShared }) => isShared)) return { refused: 'the client may be another where it is used' };
  if (uses.some((use) => functionOn({ ...site, path: pathTo(table, use.node) }) !== functionOn(site)))
    return { refused: 'a function inside uses the client' };
  const kind = bound.binding.value.kind === 'enter' ? 'entered' : 'local';
  const isPlain = kind === 'entered' ? isOnlyItem(made, place.statement) : isPlainAssignment(made, place.statement);
  if (!isPlain) return { refused: 'the client is not made by a statement of its own' };
  return { kind, name: textOf(table, target), place, site: made, uses: uses.map((use) => use.node) };
}

function functionOn({ table, path }: Site): Node {
  return path.findLast((node) => is(table, node, 'function_definition') || is(table, node, 'lambda')) ?? 0;
}

function isClient({ program, module }: Site, callee: number, { clients }: Source): boolean {
  const { types, isComplete } = program.inference.answer(module, callee);
  return (
    isComplete &&
    types.length > 0 &&
    types.every((type) => type.kind === 'external' && clients !== null && clients.test(type.name))
  );
}

/** `with C() as c:`. */
export function isOnlyItem({ table, path }: Site, statement: Node): boolean {
  const depth = path.indexOf(statement);
  const isWith = is(table, statement, 'with_statement') && !is(table, statement + 1, 'async');
  return isWith && childrenOf(table, path[depth + 1] ?? 0).length === 1;
}

/** `c = C()`. */
function isPlainAssignment({ table, path, node }: Site, statement: Node): boolean {
  const assignment = path.at(-2) ?? 0;
  return (
    is(table, assignment, 'assignment') &&
    childIn(table, assignment, 'right') === node &&
    childIn(table, assignment, 'type') < 0 &&
    is(table, childIn(table, assignment, 'left'), 'identifier') &&
    path.at(-3) === statement
  );
}

function requestAt(site: Site, node: Node, { methods }: Source): Sent | null {
  const { table } = site;
  const [call = 0, callee = 0] = [pathTo(table, node).at(-3), pathTo(table, node).at(-2)];
  if (!is(table, call, 'call') || childIn(table, call, 'function') !== callee) return null;
  const sent = siteAt(site, call);
  const [step] = sent?.steps ?? [];
  const name = step?.kind === 'fact' ? step.row.name : '';
  const method = methods?.exec(name)?.[1];
  return sent === null || method === undefined ? null : { site: sent, method };
}

function otherUse(
  { table }: Site,
  node: Node,
  uses: Conversion['clientUses'],
): { node: Node; end: number; text: string } | null {
  const name = textOf(table, node);
  const behind = table.text.slice(endOf(table, node), endOf(table, node) + 80);
  for (const [pattern, text] of uses) {
    const [found] = pattern.exec(behind) ?? [];
    if (found === undefined) continue;
    const kept = text === '' ? `${name}${found}` : text.replace('{c}', name);
    return { node, end: endOf(table, node) + found.length, text: kept };
  }
  return null;
}
