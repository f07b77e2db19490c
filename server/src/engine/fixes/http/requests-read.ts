/**
 * What one request looks like in its function, and how far its response reaches:
 *
 *     return requests.get(u).json()["a"]       the statement reads the response at once
 *     resp = requests.get(u)                   it gets a name, by which statements below read it
 *     with requests.get(u, stream=True) as r:  it is entered
 *     requests.post(u, json=x)                 nobody looks at it
 */

import { Kind } from '../../syntax/kinds.ts';
import {
  childIn,
  childrenOf,
  contains,
  endOf,
  is,
  kindOf,
  type Node,
  nextOf,
  pathTo,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { comesFirst } from '../safety/evaluation-order.ts';
import { runsWithin } from '../safety/runs-within.ts';
import { heldLock } from '../safety/surroundings.ts';
import type { Site } from '../site.ts';
import { type BlockPlace, ownLines, statementOn } from '../text/blocks.ts';
import { hasComment } from '../text/edits.ts';
import { allReadingsOf } from '../text/readings.ts';
import { type Arguments, mapArguments, namedArguments } from './arguments.ts';
import { isOnlyItem, type Sent } from './clients.ts';
import type { Call, Conversion, Refused, Spell } from './conversion.ts';
import { type Translated, translateUse } from './response-uses.ts';

type Shape = 'direct' | 'named' | 'entered' | 'unread';

/** A request that can be rewritten. */
export interface ReadRequest {
  readonly sent: Sent;
  readonly call: Call;
  readonly args: Arguments;
  readonly shape: Shape;
  readonly place: BlockPlace;
  /** Its name, or what stands for it where it has none. */
  readonly name: string;
  /** The response is of use only within a block, which ends with the statement `last`. */
  readonly hasBlock: boolean;
  readonly last: Node;
  readonly uses: readonly Translated[];
}

/** Stands for a response without a name. */
export const UNNAMED = '\0';

export interface Reading {
  readonly conversion: Conversion;
  readonly hasOwnClient: boolean;
  readonly spell: Spell;
  /** A free name for a response that needs one. */
  readonly freeName: string;
}

/** The request `sent`, read as far as it must be to rewrite it. */
export function readRequest(sent: Sent, reading: Reading): ReadRequest | Refused {
  const { site } = sent;
  const { conversion, hasOwnClient } = reading;
  const why = whyNoAwait(site);
  if (why !== null) return { refused: why };
  if (heldLock(site) !== null) return { refused: 'a lock is held here' };
  const place = statementOn(site.table, site.path);
  if (place === null) return { refused: 'it stands outside of any function' };
  const { source } = conversion;
  const names = (hasOwnClient ? undefined : source.positionalOfClient) ?? source.positional;
  const positional = names[sent.method] ?? ['url'];
  const named = namedArguments(site, positional);
  if ('refused' in named) return named;
  const { given } = named;
  if (!given.has('url')) return { refused: 'the URL is not given plainly' };
  const together = conversion.whyNotTogether(site, given);
  if (together !== null) return { refused: together };
  const rules = hasOwnClient ? conversion.arguments : { ...conversion.arguments, ...conversion.sharedArguments };
  const mapped = mapArguments(site, { positional, rules, target: conversion.target.name, spell: reading.spell });
  if ('refused' in mapped) return mapped;
  if (!hasOwnClient && mapped.clientNames.length > 0)
    return { refused: `\`${mapped.clientNames[0]}\` belongs to the client, which sends other requests, too` };
  const method = conversion.methodFor?.(sent.method, given) ?? sent.method;
  const call = { method, given, hasOwnClient };
  const args = { ...mapped, added: [...mapped.added, ...conversion.addedArguments(call, reading.spell)] };
  const shaped = shapeOf(site, place, conversion);
  if (typeof shaped === 'object' && 'refused' in shaped) return shaped;
  const streams =
    args.streams || method === 'stream' || (shaped.shape === 'entered' && !conversion.target.hasResponseBlock);
  const hasBlock = conversion.target.hasResponseBlock || streams;
  return extent(reading, { sent, call, args, place, hasBlock, ...shaped }, streams);
}

interface Shaped {
  readonly shape: Shape;
  /** The node that names the response, and its block where it has one of its own. */
  readonly target: Node | null;
}

/** Annotations that hold for a response of any library. */
const OPEN_ANNOTATION = /^(?:\w+\.)?(?:Any|Final)$/;

function shapeOf(site: Site, { statement }: BlockPlace, { source, target }: Conversion): Shaped | Refused {
  const { table, node, path } = site;
  const parent = path.at(-2) ?? 0;
  if (is(table, parent, 'expression_statement')) return { shape: 'unread', target: null };
  const isStatement = path.at(-3) === statement;
  if (is(table, parent, 'assignment') && childIn(table, parent, 'right') === node && isStatement) {
    const left = childIn(table, parent, 'left');
    if (!is(table, left, 'identifier'))
      return source.isSameResponse ? { shape: 'direct', target: null } : { refused: 'the response is kept for others' };
    const annotation = childIn(table, parent, 'type');
    const isOpen = annotation < 0 || (!target.hasResponseBlock && OPEN_ANNOTATION.test(textOf(table, annotation)));
    if (!isOpen && !source.isSameResponse) return { refused: 'the response is annotated as one of another library' };
    return { shape: 'named', target: left };
  }
  const item = is(table, parent, 'as_pattern') ? (path.at(-3) ?? 0) : parent;
  if (!is(table, item, 'with_item')) return { shape: 'direct', target: null };
  if (!isOnlyItem(site, statement)) return { refused: 'it stands in a `with` of several' };
  const alias = is(table, parent, 'as_pattern')
    ? (childrenOf(table, childIn(table, parent, 'alias'))[0] ?? null)
    : null;
  if (alias !== null && !is(table, alias, 'identifier')) return { refused: 'the response is kept for others' };
  return { shape: 'entered', target: alias };
}

type Half = Omit<ReadRequest, 'name' | 'last' | 'uses'> & { readonly target: Node | null };

function extent(reading: Reading, half: Half, streams: boolean): ReadRequest | Refused {
  const { site } = half.sent;
  const { table } = site;
  const { statement } = half.place;
  if (!ownLines(site.file, statement, statement)) return { refused: 'it shares its line with other statements' };
  const { target, ...request } = half;
  const found = (name: string, last: Node, uses: readonly Translated[]): ReadRequest => ({
    ...request,
    name,
    last,
    uses,
  });
  switch (half.shape) {
    case 'unread':
      return found('', statement, []);
    case 'direct':
      return directExtent(reading, half, streams, found);
    case 'named':
    case 'entered': {
      if (target === null) return found('', statement, []);
      const uses = allReadingsOf(site, target);
      if ('refused' in uses) return uses;
      const name = textOf(table, target);
      const translated: Translated[] = [];
      let last = statement;
      for (const { node, isShared } of uses) {
        const use = translateUse(table, pathTo(table, node), name, { ...reading, isStreamed: streams });
        if ('refused' in use) return use;
        const reason = whyNotAt(site, half, node, use, isShared);
        if (reason !== null) return { refused: reason };
        translated.push(use);
        if (half.hasBlock) last = Math.max(last, ownerOf(site, half.place, node) ?? last);
      }
      if (half.hasBlock && half.shape === 'named' && suspends(site, half.place, last))
        return { refused: 'a `yield` would leave the request open' };
      if (!ownLines(site.file, statement, last)) return { refused: 'it shares its line with other statements' };
      return found(name, last, translated);
    }
  }
}

/** Why the use of a response with a name cannot be what it will be; null where it can. */
function whyNotAt(site: Site, half: Half, node: Node, use: Translated, isShared: boolean): string | null {
  const { table } = site;
  const path = pathTo(table, node);
  if (isShared && (use.changes.length > 0 || half.hasBlock))
    return `\`${textOf(table, node)}\` may also hold something else where it is read`;
  if (half.hasBlock) {
    const owner = ownerOf(site, half.place, node);
    if (owner === null) return 'the response is read outside of the block that makes the request';
    if (half.shape === 'entered' && owner !== half.place.statement) return 'the response is read behind its `with`';
    if (!runsWithin(table, owner, node)) return 'the response is read in a function or generator that may run later';
  }
  if (!use.awaits) return null;
  if (heldLock({ ...site, path }) !== null) return 'the response is read while a lock is held';
  return (
    whyNoAwait({ ...site, path }) ??
    (runsHere(site, path) ? null : 'it would have to be awaited in a `finally`, or where cancellation is caught')
  );
}

/** The statement of the request's block that holds `node`; null where it stands outside. */
function ownerOf({ table }: Site, { block, statement }: BlockPlace, node: Node): Node | null {
  const owner = childrenOf(table, block).find((each) => each >= statement && each < node && node < nextOf(table, each));
  return owner ?? null;
}

/** Not in a `finally`, nor in an `except` that catches cancellation. */
export function runsHere({ table }: Site, path: readonly Node[]): boolean {
  return path.every((node) => {
    if (is(table, node, 'finally_clause')) return false;
    if (!is(table, node, 'except_clause')) return true;
    const head = textOf(table, node).split('\n', 1)[0] ?? '';
    return !/^except\s*:|CancelledError|BaseException/.test(head);
  });
}

function suspends({ table }: Site, { block, statement }: BlockPlace, last: Node): boolean {
  const moved = childrenOf(table, block).filter((each) => each >= statement && each <= last);
  return moved.some((each) => is(table, each, 'yield') || contains(table, each, 'yield'));
}

/** Statements that can move as they are. */
const MOVABLE = new Set<number>([
  Kind.expression_statement,
  Kind.return_statement,
  Kind.if_statement,
  Kind.for_statement,
  Kind.while_statement,
  Kind.assert_statement,
  Kind.raise_statement,
]);

function directExtent(
  reading: Reading,
  half: Half,
  streams: boolean,
  found: (name: string, last: Node, uses: readonly Translated[]) => ReadRequest,
): ReadRequest | Refused {
  const { conversion, freeName, hasOwnClient } = reading;
  const { site } = half.sent;
  const { table, path, node } = site;
  const { statement } = half.place;
  const moves = half.hasBlock || hasOwnClient;
  if (moves && !MOVABLE.has(kindOf(table, statement))) return { refused: 'it stands in a statement that cannot move' };
  if (moves && suspends(site, half.place, statement)) return { refused: 'a `yield` would leave the request open' };
  const use = translateUse(table, path, UNNAMED, { ...reading, isStreamed: streams });
  if ('refused' in use) return use;
  if (!half.hasBlock) return found(UNNAMED, statement, [use]);
  if (streams && !conversion.target.hasResponseBlock) return { refused: 'a response that is streamed has no name' };
  if (!comesFirst(table, path.slice(path.indexOf(statement))))
    return { refused: 'something else is evaluated before it, or decides whether it is evaluated' };
  if (hasComment(table, endOf(table, node), endOf(table, use.use)))
    return { refused: 'a comment stands in the middle of it' };
  const changes = use.changes.map((change) => ({ ...change, text: change.text.replace(UNNAMED, freeName) }));
  return startOf(table, use.use) === startOf(table, node) || use.changes.length > 0
    ? found(freeName, statement, [{ ...use, changes }])
    : { refused: 'the response is used as a whole' };
}
