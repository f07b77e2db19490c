/**
 * What is done with a `subprocess.Popen`, as a process of asyncio does it: `communicate()` and `wait()` are awaited, a time limit is
 * `asyncio.wait_for`, whose error the `except` around it then names. Or why a use has no counterpart.
 */
import { childIn, childrenOf, endOf, is, type Node, nextOf, pathTo, startOf, textOf } from '../../syntax/table.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { heldLock } from '../safety/surroundings.ts';
import { type Site, siteAt } from '../site.ts';
import { type Change, hasComment, replacement } from '../text/edits.ts';
import type { Speller } from '../text/speller.ts';
import { needsParentheses } from '../text/wrapped-call.ts';
import { decodedPair } from './decoded-pair.ts';
import { inputText, isStuckWhenKilled, type ProcessCall, type Refused, STUCK } from './process-call.ts';
import { type TimeLimit, timeLimitAt } from './time-limits.ts';

interface Translated {
  readonly changes: readonly Change[];
}

/** Attributes that are the same. */
const SAME = new Set(['pid', 'returncode']);
/** They raise ProcessLookupError in asyncio where the process has ended: it has not when its time was just up. */
const SIGNALS = new Set(['kill', 'terminate']);
/** Methods that wait, and the names of their parameters. */
const WAITS: Readonly<Record<string, readonly string[]>> = { communicate: ['input', 'timeout'], wait: ['timeout'] };

/** The changes for every use of the process, whose name is read at `nodes`. */
export function translateUses(
  site: Site,
  call: ProcessCall,
  nodes: readonly Node[],
  speller: Speller,
): Translated | Refused {
  const { table } = site;
  const changes: Change[] = [];
  const limits: TimeLimit[] = [];
  let waits = 0;
  for (const node of nodes) {
    const [above = 0, attribute = 0] = pathTo(table, node).slice(-3);
    const name = textOf(table, childIn(table, attribute, 'attribute'));
    const isMethod = is(table, above, 'call') && childIn(table, above, 'function') === attribute;
    if (!is(table, attribute, 'attribute')) return { refused: 'the process is used as a whole' };
    if (!isMethod && SAME.has(name)) continue;
    if (isMethod && SIGNALS.has(name)) {
      if (limits.some(({ handler }) => isWithin(site, node, handler))) continue;
      return { refused: `\`.${name}()\` raises in asyncio where the process has ended` };
    }
    if (!isMethod || WAITS[name] === undefined) return { refused: `asyncio has no counterpart of \`.${name}\`` };
    const waited = waitAt(site, call, above, speller);
    if ('refused' in waited) return waited;
    changes.push(...waited.changes);
    if (waited.limit !== null) limits.push(waited.limit);
    waits++;
  }
  return waits > 0 ? { changes } : { refused: 'nothing waits for the process here' };
}

function isWithin({ table }: Site, node: Node, around: Node): boolean {
  return around <= node && node < nextOf(table, around);
}

/** `process.communicate(…)` or `process.wait(…)` at `node`, awaited. */
function waitAt(
  site: Site,
  call: ProcessCall,
  node: Node,
  speller: Speller,
): { readonly changes: readonly Change[]; readonly limit: TimeLimit | null } | Refused {
  const { table } = site;
  const path = pathTo(table, node);
  const callee = childIn(table, node, 'function');
  const method = textOf(table, childIn(table, callee, 'attribute'));
  const wrong = whyNotAwaited(site, node);
  if (wrong !== null) return { refused: wrong };
  const args = waitArguments(site, node, WAITS[method] ?? []);
  if (args === null) return { refused: `the arguments of \`.${method}()\` are not known` };
  const given = args.get('input');
  const input = given === undefined ? null : inputText(site, given, call.decoding);
  if (input !== null && typeof input !== 'string') return input;
  const bytes = method === 'communicate' ? (input ?? call.input ?? '') : '';
  const limitNode = args.get('timeout');
  const limit = limitNode === undefined ? null : timeLimitAt(site, path, speller);
  if (limitNode !== undefined && limit === null)
    return { refused: 'no `except subprocess.TimeoutExpired:` belongs to its time limit alone' };
  if (limitNode !== undefined && isStuckWhenKilled(site, call)) return { refused: STUCK };
  const waited = `${textOf(table, callee)}(${bytes})`;
  const text =
    limitNode === undefined
      ? `await ${waited}`
      : `await ${speller.spell('asyncio', 'wait_for')}(${waited}, timeout=${textOf(table, limitNode)})`;
  const pair = method === 'communicate' ? decodedPair(site, call, path) : { changes: [] };
  if ('refused' in pair) return pair;
  const written = needsParentheses(table, path) ? `(${text})` : text;
  const change = replacement(startOf(table, node), endOf(table, node), written);
  return { changes: [change, ...pair.changes, ...(limit === null ? [] : [limit.change])], limit };
}

/** Why no await can stand at `node`, a call. */
function whyNotAwaited(site: Site, node: Node): string | null {
  const { table } = site;
  const there = siteAt(site, node);
  if (there?.definition !== site.definition) return 'it is waited for in a function that may run later';
  if (whyNoAwait(there) !== null) return 'it is waited for where no await can stand';
  if (heldLock(there) !== null) return 'a lock is held where it is waited for';
  return hasComment(table, startOf(table, node), endOf(table, node)) ? 'a comment stands in the call' : null;
}

/** The arguments of the call at `node` by name; null where they are not plain. */
function waitArguments({ table }: Site, node: Node, names: readonly string[]): ReadonlyMap<string, Node> | null {
  const found = new Map<string, Node>();
  for (const [index, child] of childrenOf(table, childIn(table, node, 'arguments')).entries()) {
    const isNamed = is(table, child, 'keyword_argument');
    const name = isNamed ? textOf(table, childIn(table, child, 'name')) : names[index];
    if (name === undefined || !names.includes(name)) return null;
    const value = isNamed ? childIn(table, child, 'value') : child;
    if (!is(table, value, 'none')) found.set(name, value);
  }
  return found;
}
