/**
 * What is done with a file opened by aiofiles (25.1), anyio or trio: their methods are coroutines, their files are iterated by
 * `async for`; functions that want an ordinary file cannot have them. Or why a use has no counterpart.
 */
import { Kind } from '../../syntax/kinds.ts';
import { childIn, childrenOf, endOf, is, kindOf, type Node, pathTo, startOf, textOf } from '../../syntax/table.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { heldLock } from '../safety/surroundings.ts';
import { type Site, seenFrom, siteAt } from '../site.ts';
import { type Change, hasComment, insertion, replacement } from '../text/edits.ts';
import { awaitCall } from '../text/wrapped-call.ts';
import { calleeNames } from './open-calls.ts';

export type Translated = { readonly changes: readonly Change[] } | { readonly refused: string };

/** Methods that are coroutines in all three. */
const AWAITED = new Set(['flush', 'read', 'readline', 'readlines', 'seek', 'tell', 'truncate', 'write', 'writelines']);
/** Attributes that stay what they are. */
const PLAIN = new Set(['closed', 'encoding', 'errors', 'fileno', 'mode', 'name', 'newlines']);

/** The changes for the use of the file at `node`. */
export function translateFileUse(site: Site, node: Node): Translated {
  const { table } = site;
  const path = pathTo(table, node);
  const [parent = 0, outer = 0] = [path.at(-2), path.at(-3)];
  const name = textOf(table, node);
  if (is(table, parent, 'attribute')) {
    const method = textOf(table, childIn(table, parent, 'attribute'));
    const isCalled = is(table, outer, 'call') && childIn(table, outer, 'function') === parent;
    if (PLAIN.has(method)) return { changes: [] };
    if (!isCalled || !AWAITED.has(method)) return { refused: `\`${name}.${method}\` has no counterpart` };
    return awaited(site, outer);
  }
  if (is(table, parent, 'for_statement')) {
    const reason = whyNotAwaited(site, node);
    return reason === null ? { changes: [insertion(startOf(table, parent), 'async ')] } : { refused: reason };
  }
  if (is(table, parent, 'for_in_clause')) return iterated(site, parent, outer);
  if (is(table, parent, 'argument_list')) {
    const [first, second] = childrenOf(table, parent);
    const names = calleeNames(site, childIn(table, outer, 'function'));
    const isCall = (called: string) => names.length > 0 && names.every((each) => each === called);
    if (first === node && isCall('json.load')) return loaded(site, outer, node);
    if (first !== undefined && second === node && isCall('json.dump')) return dumped(site, outer, first, node);
    return { refused: `\`${textOf(table, childIn(table, outer, 'function'))}\` needs an ordinary file` };
  }
  return { refused: `\`${name}\` is used as a whole` };
}

/** Why no `await` can stand at `node`, a clause. */
function whyNotAwaited(site: Site, node: Node): string | null {
  const here = siteAt(site, node) ?? seenFrom(site, node);
  if (whyNoAwait(here) !== null) return 'the file is used where nothing can be awaited';
  return heldLock(here) === null ? null : 'the file is used while a lock is held';
}

function awaited(site: Site, call: Node): Translated {
  const { table } = site;
  const reason = whyNotAwaited(site, call);
  return reason === null ? { changes: awaitCall(table, pathTo(table, call)) } : { refused: reason };
}

/** `[line for line in f]`. */
function iterated(site: Site, clause: Node, comprehension: Node): Translated {
  const { table } = site;
  if (kindOf(table, comprehension) === Kind.generator_expression) {
    return { refused: 'a generator expression over the file would become asynchronous' };
  }
  const reason = whyNotAwaited(site, comprehension);
  return reason === null ? { changes: [insertion(startOf(table, clause), 'async ')] } : { refused: reason };
}

/** `json.load(f, …)` is `json.loads(f.read(), …)` (Lib/json/__init__.py). */
function loaded(site: Site, call: Node, file: Node): Translated {
  const reason = whyNotAwaited(site, call);
  if (reason !== null) return { refused: reason };
  const { table } = site;
  const callee = childIn(table, call, 'function');
  if (!is(table, callee, 'attribute')) return { refused: '`load` is imported by its name' };
  return {
    changes: [
      insertion(endOf(table, callee), 's'),
      replacement(startOf(table, file), endOf(table, file), `await ${textOf(table, file)}.read()`),
    ],
  };
}

/** `json.dump(x, f, …)` writes what `json.dumps(x, …)` returns. */
function dumped(site: Site, call: Node, value: Node, file: Node): Translated {
  const reason = whyNotAwaited(site, call);
  if (reason !== null) return { refused: reason };
  const { table } = site;
  const callee = childIn(table, call, 'function');
  const [end, fileEnd] = [endOf(table, value), endOf(table, file)];
  if (!is(table, callee, 'attribute') || hasComment(table, end, fileEnd))
    return { refused: '`dump` cannot be spelled' };
  return {
    changes: [
      insertion(startOf(table, call), `await ${textOf(table, file)}.write(`),
      insertion(endOf(table, callee), 's'),
      replacement(end, fileEnd, ''),
      insertion(endOf(table, call), ')'),
    ],
  };
}
