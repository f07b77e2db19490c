/**
 * Exchanges a client for the asynchronous one of the same library, which has the same methods as coroutines: `OpenAI()` becomes
 * `AsyncOpenAI()`, and each of its calls is awaited. Only where the client's whole life is seen, and lies in coroutines.
 */

import type { Twin } from '../../knowledge/rows.ts';
import type { ExpressionId } from '../../summary/model.ts';
import { expressionAt } from '../../summary/packed-expressions.ts';
import { childIn, childrenOf, endOf, is, type Node, nodeAt, pathTo, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, type Offer, offer, withheld } from '../offers.ts';
import { whyNoAwait, whyNoClosing } from '../safety/await-place.ts';
import { heldLock } from '../safety/surroundings.ts';
import { answerAt, type Site, siteAt } from '../site.ts';
import { type Change, hasComment, insertion, replacement } from '../text/edits.ts';
import { exchangeName } from '../text/exchanged-name.ts';
import { awaitCall } from '../text/wrapped-call.ts';
import { lifeOf, type Refused } from './client-life.ts';

export const asyncClient: Fixer = (site) => {
  const client = clientAt(site);
  if (client === null) return null;
  const [name, old] = [lastName(client.twin.class), lastName(client.class)];
  return exchange(site, client, `Use ${name === old ? client.twin.class : name}`);
};

/** Only of an attribute (`self.client`): another kind of fix knows the rest better. */
export const asyncKeptClient: Fixer = (site) => {
  const client = clientAt(site);
  if (client === null || !is(site.table, client.node, 'attribute')) return null;
  return exchange(site, client, `Use ${client.twin.class}`);
};

function exchange(site: Site, client: Client, title: string): Offer {
  const name = lastName(client.twin.class);
  const refuse = (reason: string) => withheld(`It cannot use \`${name}\`: ${reason}.`);
  if (site.table.firstError !== null) return refuse('the file has syntax errors');
  const life = lifeOf(site, client.node);
  if ('refused' in life) return refuse(life.refused);
  const made = makingOf(site, life.making, client);
  if ('refused' in made) return refuse(made.refused);
  const changes: Change[] = [];
  for (const use of life.uses) {
    const awaited = useOf(site, use, client.twin);
    if ('refused' in awaited) return refuse(awaited.refused);
    changes.push(...awaited.changes);
  }
  const exchanged = exchangeName(site, made.named, moduleOf(client.class), {
    module: moduleOf(client.twin.class),
    name,
  });
  if (exchanged === null) return refuse(`the name \`${name}\` means something else here`);
  return offer(site, title, 'unsafe', [...exchanged, ...made.changes, ...changes]);
}

interface Client {
  /** What names the client, or makes it. */
  readonly node: Node;
  readonly class: string;
  readonly twin: Twin;
}

/** The client that the finding calls: the longest part before a dot that is an object of a class with a twin. */
function clientAt(site: Site): Client | null {
  const { table, node, event, program } = site;
  if (event.kind !== 'call') return null;
  for (let at = childIn(table, node, 'function'); is(table, at, 'attribute'); ) {
    at = childIn(table, at, 'object');
    const { types, isComplete } = answerAt(site, at);
    const [type] = types;
    if (!isComplete || types.length !== 1 || type?.kind !== 'object') continue;
    const twin = program.inference.catalogue.twinOf(type.class);
    if (twin !== null) return { node: at, class: type.class, twin };
  }
  return null;
}

interface Making {
  /** What names the class. */
  readonly named: Node;
  /** Makes an `async with` of the `with` that enters the client. */
  readonly changes: readonly Change[];
}

/** The call that makes the client, if it plainly calls the class, or what the class itself makes one by: `Redis.from_url(…)`. */
function makingOf(site: Site, making: number, { class: name, twin }: Client): Making | Refused {
  const { module, table } = site;
  const expression = expressionAt(module.summary.expressions, making);
  if (expression?.kind !== 'call') return { refused: 'where the client is made is not seen' };
  const callee = expressionAt(module.summary.expressions, expression.callee);
  const named = isClass(site, expression.callee, name)
    ? callee
    : callee?.kind === 'attribute' && isClass(site, callee.object, name)
      ? expressionAt(module.summary.expressions, callee.object)
      : undefined;
  if (named === undefined) return { refused: 'the client is made by another function' };
  const call = nodeAt(table, expression.start, expression.end);
  const apart = differing(site, call, twin);
  if (apart !== null) return { refused: apart };
  const path = pathTo(table, call);
  const statement = path.findLast((node) => is(table, node, 'with_statement'));
  const isEntered = path.some((node, depth) => is(table, node, 'with_item') && depth >= path.length - 3);
  const node = nodeAt(table, named.start, named.end);
  if (!isEntered || statement === undefined) return { named: node, changes: [] };
  const items = childrenOf(table, childrenOf(table, statement)[0] ?? 0);
  if (items.length !== 1) return { refused: 'the `with` enters several objects' };
  const wrong = whyNoAwait({ ...site, node: call, path });
  return wrong === null
    ? { named: node, changes: [insertion(startOf(table, statement), 'async ')] }
    : { refused: unsaid(wrong) };
}

function isClass({ program: { inference }, module }: Site, id: ExpressionId, name: string): boolean {
  const [only, ...others] = inference.answer(module, id).types;
  return others.length === 0 && only?.kind === 'external' && inference.catalogue.canonical(only.name) === name;
}

/** The change that awaits the call at the end of the chain that starts with `use`: `client.chat.completions.create(…)`. */
function useOf(site: Site, use: Node, twin: Twin): { readonly changes: readonly Change[] } | Refused {
  const { table } = site;
  const path = pathTo(table, use);
  let depth = path.length - 1;
  while (is(table, path[depth - 1] ?? 0, 'attribute') && childIn(table, path[depth - 1] ?? 0, 'object') === path[depth])
    depth--;
  const [callee = 0, call = 0] = [path[depth], path[depth - 1]];
  if (isWrite(site, path)) return { changes: [] };
  const isCalled = depth < path.length - 1 && is(table, call, 'call') && childIn(table, call, 'function') === callee;
  if (!isCalled) return { refused: 'the client is also used as a whole' };
  const method = textOf(table, childIn(table, callee, 'attribute'));
  const above = path.slice(0, depth);
  const there = siteAt(site, call);
  if (there === null) return { refused: 'not all that is called on it runs in a function' };
  const wrong = method === 'close' ? whyNoClosing(there) : whyNoAwait(there);
  if (wrong !== null) return { refused: unsaid(wrong) };
  if (heldLock(there) !== null) return { refused: 'a lock is held during a call' };
  const renamed = method === 'close' && twin.close !== undefined ? twin.close : null;
  if (renamed === null && method !== 'close' && !waits(site, call))
    return { refused: `whether \`.${method}()\` is a coroutine there is not known` };
  if (isIterated(site, above) || /\bstream\s*=\s*(?!False\b)/.test(textOf(table, childIn(table, call, 'arguments'))))
    return { refused: 'its answers are iterated' };
  if (is(table, above.at(-2) ?? 0, 'with_item') || is(table, above.at(-2) ?? 0, 'as_pattern'))
    return { refused: 'what a call gives is entered' };
  const apart = differing(site, call, twin);
  if (apart !== null) return { refused: apart };
  if (hasComment(table, startOf(table, call), startOf(table, childIn(table, call, 'arguments'))))
    return { refused: 'a comment stands in a call' };
  const name = childIn(table, callee, 'attribute');
  const renaming = renamed === null ? [] : [replacement(startOf(table, name), endOf(table, name), renamed)];
  return { changes: [...awaitCall(table, above), ...renaming] };
}

/** Why the twin would not take the arguments of `call` as they are; null where it would. */
function differing({ table }: Site, call: Node, { differs = [] }: Twin): string | null {
  for (const argument of childrenOf(table, childIn(table, call, 'arguments'))) {
    if (is(table, argument, 'dictionary_splat') && differs.length > 0) return 'what its `**` gives is not seen';
    const name = is(table, argument, 'keyword_argument') ? textOf(table, childIn(table, argument, 'name')) : '';
    if (differs.includes(name)) return `\`${name}\` has to be another there`;
  }
  return null;
}

/** `self.client = …`: what is assigned to is no use. */
function isWrite({ table }: Site, path: readonly Node[]): boolean {
  const [node, parent] = [path.at(-1), path.at(-2) ?? 0];
  return is(table, parent, 'assignment') && childIn(table, parent, 'left') === node;
}

/** Whether the call is one that knowledge says waits: the twin's of the same name is a coroutine then. */
function waits(site: Site, node: Node): boolean {
  const { types } = answerAt(site, childIn(site.table, node, 'function'));
  return (
    types.length === 1 &&
    types.every((type) => {
      if (type.kind !== 'member') return false;
      const verdict = site.program.inference.catalogue.verdictOnMember(type.class, type.path);
      return typeof verdict === 'object' && (verdict.at ?? 'call') === 'call';
    })
  );
}

/** `for x in client.list():`, `[x for x in client.list()]`: what the twin gives may have to be iterated in another way. */
function isIterated({ table }: Site, path: readonly Node[]): boolean {
  const [node, parent] = [path.at(-1), path.at(-2) ?? 0];
  const isLoop = is(table, parent, 'for_statement') || is(table, parent, 'for_in_clause');
  return isLoop && childIn(table, parent, 'right') === node;
}

function moduleOf(dotted: string): string {
  return dotted.slice(0, dotted.lastIndexOf('.'));
}

function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

/** A sentence as a part of another. */
function unsaid(sentence: string): string {
  return `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1).replace(/[.:].*$/s, '')}`;
}
