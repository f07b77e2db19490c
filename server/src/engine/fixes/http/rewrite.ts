/**
 * Requests of a blocking library rewritten for an asynchronous one: the call, what is asked of its response, its client and those
 * who share it, the handlers of its errors, and the imports. Unsafe: other errors, other defaults.
 */
import type { Span } from '../../summary/model.ts';
import { Field } from '../../syntax/kinds.ts';
import {
  childIn,
  childrenOf,
  contains,
  endOf,
  is,
  type Node,
  nextOf,
  pathTo,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import { asyncLibraryOf } from '../async-library.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import type { Site } from '../site.ts';
import { indentationUnit, ownLines } from '../text/blocks.ts';
import { draftOf } from '../text/draft.ts';
import { type Change, hasComment, indentationAt } from '../text/edits.ts';
import { freshName } from '../text/fresh-names.ts';
import { widthOf } from '../text/layout.ts';
import { quotedAs } from '../text/quotes.ts';
import { type Speller, spellerFor } from '../text/speller.ts';
import { removeAllUnused } from '../text/unused-imports.ts';
import { mapArguments } from './arguments.ts';
import { type Sending, type SharedClient, sendingAt } from './clients.ts';
import type { Conversion, Failure, Refused } from './conversion.ts';
import { errorElsewhere } from './error-callers.ts';
import { type Risk, rewriteHandlers } from './errors.ts';
import { type ReadRequest, readRequest, runsHere } from './requests-read.ts';

import { type Callee, openBefore, type Style, writeOpening, writeRequest } from './writing.ts';

/** The fix that rewrites requests as `conversion` says. */
export function rewriteBy(conversion: Conversion): Fixer {
  const { target, source } = conversion;
  return (site) => {
    const sending = sendingAt(site, conversion);
    const library = asyncLibraryOf(site.module, site.program);
    if (sending === null || library === null || !target.runsOn.includes(library)) return null;
    const refuse = (reason: string) =>
      withheld(/[.!]$/.test(reason) ? reason : `It cannot be rewritten for ${target.name}: ${reason}.`);
    const noAwait = whyNoAwait(site);
    if (noAwait !== null) return withheld(noAwait);
    if ('refused' in sending) return refuse(sending.refused);
    const speller = spellerFor(site);
    const changes = rewrite(site, conversion, sending, speller);
    if ('refused' in changes) return refuse(changes.refused);
    const lost = speller.lost();
    if (lost !== null) return refuse(`the name \`${lost}\` means something else here`);
    const needs = source.isSameResponse ? null : target.distribution;
    return offer(site, target.title, 'unsafe', [...changes, ...speller.imports(), ...unused(site, changes)], needs);
  };
}

function rewrite(site: Site, conversion: Conversion, sending: Sending, speller: Speller): readonly Change[] | Refused {
  const { table } = site;
  const elsewhere = errorElsewhere(site, conversion);
  if (elsewhere !== null) return { refused: `whoever calls the function counts on \`${elsewhere}\`` };
  const around = site.path.findLast((node) => childIn(table, node, 'parameters') >= 0) ?? 0;
  const hasOwnClient = sending.client.kind === 'own';
  const requests: ReadRequest[] = [];
  const taken = new Set<string>();
  for (const sent of sending.requests) {
    const freeName = freeResponse(site, around, taken);
    const read = readRequest(sent, { conversion, hasOwnClient, spell: speller.spell, freeName });
    if ('refused' in read) return read;
    if (read.shape === 'direct' && read.hasBlock) taken.add(freeName);
    requests.push(read);
  }
  const nested = nestedBlocks(site, requests);
  if ('refused' in nested) return nested;
  const [first] = nested;
  if (first === undefined) return { refused: 'no request is sent' };
  const unit = indentationUnit(site.file, site.path, first.place.block);
  const draft = draftOf(site.file, unit);
  const style: Style = { site, draft, unit, width: widthOf(table, site.settings) };
  const name =
    sending.client.kind === 'own' ? freshName(table, around, conversion.target.clientNames) : sending.client.name;
  const opened = openClient(style, conversion, sending, { requests: nested, name, speller });
  if (opened !== null) return opened;
  const asked = nested.flatMap(({ shape, uses }) => (shape === 'direct' ? [] : uses.flatMap(({ changes }) => changes)));
  for (const request of nested) {
    const failed = writeRequest(style, request, calleeOf(conversion, request, name), asked);
    if (failed !== null) return failed;
  }
  const lists = nested.map(({ args }) => args.list);
  for (const { start, end, text } of asked) {
    const isGiven = lists.some((list) => startOf(table, list) <= start && end <= endOf(table, list));
    if (!isGiven) draft.replace(start, end, text);
  }
  for (const { node, end, text } of sending.others) {
    const path = pathTo(table, node);
    const isHere = whyNoAwait({ ...site, path }) === null && runsHere(site, path);
    if (text.startsWith('await ') && !isHere) return { refused: 'the client is closed where nothing can be awaited' };
    const start = startOf(table, node);
    if (text !== table.text.slice(start, end)) draft.replace(start, end, text);
  }
  const risks = nested.flatMap((request) => risksOf(conversion, request));
  const calls = nested.map(({ sent }) => sent.site.node);
  const handlers = rewriteHandlers({ site, conversion, risks, calls, spell: speller.spell });
  if ('refused' in handlers) return handlers;
  for (const { start, end, text } of handlers) draft.replace(start, end, text);
  return draft.finish();
}

/** A name for a response that no other has. */
function freeResponse({ table }: Site, around: Node, taken: ReadonlySet<string>): string {
  const names = ['response', 'resp', 'http_response', 'response2', 'response3', 'response4'];
  return freshName(
    table,
    around,
    names.filter((name) => !taken.has(name)),
  );
}

/** The requests with their blocks nested: one that begins in another's ends in it. */
function nestedBlocks({ table, file }: Site, requests: readonly ReadRequest[]): readonly ReadRequest[] | Refused {
  const inner = requests.some(({ sent: { site } }) =>
    requests.some(({ sent: other }) => other.site.node !== site.node && isWithin(site, other.site.node)),
  );
  if (inner) return { refused: 'one request is an argument of another' };
  const lasts = requests.map(({ last }) => last);
  for (let hasGrown = true; hasGrown; ) {
    hasGrown = false;
    for (const [index, request] of requests.entries()) {
      if (!request.hasBlock) continue;
      for (const [other, { place, hasBlock }] of requests.entries()) {
        const [end = 0, otherEnd = 0] = [lasts[index], lasts[other]];
        const begins = hasBlock && place.block === request.place.block && place.statement > request.place.statement;
        if (!begins || place.statement > end || otherEnd <= end) continue;
        lasts[index] = otherEnd;
        hasGrown = true;
      }
    }
  }
  const nested = requests.map((request, index) => ({ ...request, last: lasts[index] ?? request.last }));
  const apart = nested.find(({ place, last }) => !ownLines(file, place.statement, last));
  const isTwice = nested.some(
    ({ place, hasBlock }, index) =>
      hasBlock && nested.some((other, at) => at < index && other.place.statement === place.statement),
  );
  if (apart !== undefined || isTwice || table.firstError !== null)
    return { refused: 'it shares its line with other statements' };
  return nested;
}

function isWithin({ table, node }: Site, other: Node): boolean {
  return other < node && node < nextOf(table, other);
}

interface Opened {
  readonly requests: readonly ReadRequest[];
  readonly name: string;
  readonly speller: Speller;
}

/** The block of the client that sends the requests; or why there can be none. */
function openClient(style: Style, conversion: Conversion, { client, others }: Sending, opened: Opened): Refused | null {
  const { site } = style;
  const { requests, name, speller } = opened;
  const made = speller.spell(conversion.target.name, conversion.target.client);
  const [first] = requests;
  if (client.kind === 'own') {
    if (first === undefined) return null;
    const { client: given, clientNames } = first.args;
    const options = [...given, ...conversion.clientOptions(site, first.call, clientNames, speller.spell)];
    openBefore(style, first.place.statement, { made, options, name }, first.last);
    return null;
  }
  const rules = conversion.clientArguments;
  const mapping = { positional: [], rules, target: conversion.target.name, spell: speller.spell };
  const args = mapArguments(client.site, mapping);
  if ('refused' in args) return args;
  const options = [...args.client, ...conversion.clientOptions(client.site, null, args.clientNames, speller.spell)];
  return client.kind === 'entered'
    ? enterClient(style, client, { made, options, name })
    : openLocal(style, client, { made, options, name }, [
        ...requests.map(({ last }) => last),
        ...requests.map(({ sent }) => sent.site.node),
        ...others.map(({ node }) => node),
      ]);
}

type Opening = Parameters<typeof writeOpening>[1];

/** `async with …:` in the place of `with …:`. */
function enterClient(style: Style, { place }: SharedClient, opening: Opening): Refused | null {
  const { table, file } = style.site;
  const { statement } = place;
  const [clause] = childrenOf(table, statement);
  const [start, end] = [startOf(table, statement), endOf(table, clause ?? statement)];
  if (hasComment(table, start, end)) return { refused: 'a comment stands in the middle of it' };
  const base = indentationAt(file.lineStarts, start, table.text);
  style.draft.replace(start, end, (depth) => {
    return writeOpening(style, opening, base + style.unit.repeat(depth)).slice(0, -1);
  });
  return null;
}

/** `async with …:` in the place of an assignment, around the statements below down to the last that uses the client. */
function openLocal(
  style: Style,
  { place, uses }: SharedClient,
  opening: Opening,
  nodes: readonly Node[],
): Refused | null {
  const { table, file } = style.site;
  const { block, statement } = place;
  const following = childrenOf(table, block).filter((each) => each > statement);
  let last = statement;
  for (const node of [...uses, ...nodes]) {
    const owner = following.find((each) => each <= node && node < nextOf(table, each));
    if (owner === undefined) return { refused: 'the client is used outside of the block that makes it' };
    last = Math.max(last, owner);
  }
  const moved = following.filter((each) => each <= last);
  if (moved.some((each) => is(table, each, 'yield') || contains(table, each, 'yield')))
    return { refused: 'a `yield` would leave the client open' };
  if (!ownLines(file, statement, last)) return { refused: 'it shares its line with other statements' };
  const [start, end] = [startOf(table, statement), endOf(table, statement)];
  if (hasComment(table, start, end)) return { refused: 'a comment stands in the middle of it' };
  const base = indentationAt(file.lineStarts, start, table.text);
  style.draft.replace(start, end, (depth) => writeOpening(style, opening, base + style.unit.repeat(depth)));
  style.draft.deepen(end, endOf(table, last));
  return null;
}

/** What sends the request now. */
function calleeOf({ target }: Conversion, { call, hasBlock, sent }: ReadRequest, name: string): Callee {
  const isStreamed = hasBlock && !target.hasResponseBlock;
  const hasBody = ['data', 'json', 'content', 'files'].some((each) => call.given.has(each));
  const isNamed = call.given.has('method');
  const method = isStreamed ? 'stream' : target.bodiless.includes(call.method) && hasBody ? 'request' : call.method;
  const lead = method !== call.method && !isNamed ? [quotedAs(sent.site.table, `"${call.method.toUpperCase()}"`)] : [];
  return { text: `${name}.${method}`, lead, isInBlock: hasBlock, hasOwnClient: call.hasOwnClient };
}

const OF_SENDING: readonly Failure[] = ['connect', 'connectTimeout', 'readTimeout', 'disconnect'];

/** Where the request, and what is asked of its response, can fail. */
function risksOf({ source }: Conversion, { sent, uses }: ReadRequest): Risk[] {
  const call: Risk = {
    node: sent.site.node,
    failures: source.raisesForStatus ? [...OF_SENDING, 'status'] : OF_SENDING,
  };
  const asked = uses.flatMap(({ use, facet }): Risk[] => {
    if (facet === 'raiseForStatus') return [{ node: use, failures: ['status'] }];
    return facet === 'json' ? [{ node: use, failures: ['json'] }] : [];
  });
  return [call, ...asked];
}

/** The imports that nothing needs any more once `changes` are made. */
function unused({ table, file, module }: Site, changes: readonly Change[]): Change[] {
  const spans: readonly Span[] = changes.filter(({ start, end }) => end > start);
  const written = changes.map(({ text }) => text).join('\n');
  const names = new Map<string, Span>();
  for (let node = 0; node < table.length; node++) {
    const span = { start: startOf(table, node), end: endOf(table, node) };
    const isName = is(table, node, 'identifier') && table.fields[node] !== Field.attribute;
    if (!isName || !spans.some((each) => each.start <= span.start && span.end <= each.end)) continue;
    const name = textOf(table, node);
    if (!names.has(name) && !new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(written)) names.set(name, span);
  }
  return removeAllUnused(file, module.summary, names, spans);
}
