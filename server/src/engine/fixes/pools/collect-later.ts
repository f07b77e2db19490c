/** A loop that waits for each task becomes one over their futures: all are submitted before it waits for the first. */
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
import { type Fixer, type Offer, offer, withheld } from '../offers.ts';
import { functionAround, type Site } from '../site.ts';
import { hasComment, insertion, replacement } from '../text/edits.ts';
import { freshName } from '../text/fresh-names.ts';
import { isMemberName } from '../text/names.ts';

const TITLE = 'Submit all, then collect the results';
const BY_HAND = 'Submit all tasks in a loop of their own, and collect the results in another.';

export const collectLater: Fixer = (site) => {
  const { table, path } = site;
  if (table.firstError !== null) return withheld('The file has syntax errors: correct them first.');
  const waiting = waitingCall(site);
  if (waiting === null) return withheld(`The pool gives no futures here. ${BY_HAND}`);
  if (holdsLambda(site))
    return withheld(
      `A lambda would read the loop's variable when the loop has gone on: hand over the function and its arguments. ${BY_HAND}`,
    );
  const above = path[path.indexOf(waiting) - 1] ?? 0;
  return COMPREHENSIONS.has(kindOf(table, above)) && childIn(table, above, 'body') === waiting
    ? inComprehension(site, above, waiting)
    : inLoop(site, waiting);
};

const COMPREHENSIONS = new Set<number>([Kind.list_comprehension, Kind.set_comprehension]);

function holdsLambda({ table, node }: Site): boolean {
  for (let at = node; at < table.length && startOf(table, at) < endOf(table, node); at++) {
    if (is(table, at, 'lambda')) return true;
  }
  return false;
}

/** `….result()` around the call that submits; null where there is none. */
function waitingCall({ table, path }: Site): Node | null {
  const [attribute = 0, call = 0] = path.slice(0, -1).reverse();
  const isAsked = is(table, attribute, 'attribute') && is(table, call, 'call');
  return isAsked && /^(?:result|get)$/.test(textOf(table, childIn(table, attribute, 'attribute'))) ? call : null;
}

/** `[pool.submit(f, x).result() for x in xs]` becomes `[future.result() for future in [pool.submit(f, x) for x in xs]]`. */
function inComprehension(site: Site, comprehension: Node, waiting: Node): Offer {
  const { table, node } = site;
  const future = freshName(table, functionAround(site), ['future', 'job']);
  const asked = table.text.slice(endOf(table, node), endOf(table, waiting));
  return offer(site, TITLE, 'unsafe', [
    insertion(startOf(table, waiting), `${future}${asked} for ${future} in [`),
    replacement(endOf(table, node), endOf(table, waiting), ''),
    insertion(endOf(table, comprehension) - 1, ']'),
  ]);
}

/** `for x in xs: use(pool.submit(f, x).result())` becomes `for future in [pool.submit(f, x) for x in xs]: use(future.result())`. */
function inLoop(site: Site, waiting: Node): Offer {
  const { table, node, path } = site;
  const statement = path.findLast((each) => is(table, each, 'for_statement')) ?? 0;
  const body = childIn(table, statement, 'body');
  const [only, ...others] = childrenOf(table, body);
  const target = childIn(table, statement, 'left');
  const iterable = childIn(table, statement, 'right');
  const isPlain =
    statement > 0 &&
    only !== undefined &&
    others.length === 0 &&
    is(table, only, 'expression_statement') &&
    path.includes(only) &&
    !is(table, statement + 1, 'async') &&
    childIn(table, statement, 'alternative') < 0 &&
    !path.slice(path.indexOf(only)).some((each) => CONDITIONAL.has(kindOf(table, each)));
  if (!isPlain || isUsedElsewhere(site, target, statement)) return withheld(`The loop does more than that. ${BY_HAND}`);
  const text = textOf(table, node);
  if (/[\r\n]/.test(text) || hasComment(table, startOf(table, node), endOf(table, waiting)))
    return withheld(`The call spans lines. ${BY_HAND}`);
  const future = freshName(table, functionAround(site), ['future', 'job']);
  return offer(site, TITLE, 'unsafe', [
    replacement(startOf(table, target), endOf(table, target), future),
    replacement(
      startOf(table, iterable),
      endOf(table, iterable),
      `[${text} for ${textOf(table, target)} in ${textOf(table, iterable)}]`,
    ),
    replacement(startOf(table, node), endOf(table, node), future),
  ]);
}

/** What may leave out the call, or run it more than once. */
const CONDITIONAL = new Set<number>([
  Kind.boolean_operator,
  Kind.conditional_expression,
  Kind.dictionary_comprehension,
  Kind.generator_expression,
  Kind.lambda,
  Kind.list_comprehension,
  Kind.set_comprehension,
]);

/** Whether a name that the loop sets is used outside of the call that submits. */
function isUsedElsewhere(site: Site, target: Node, statement: Node): boolean {
  const { table, node } = site;
  const names = new Set(identifiersIn(table, target).map((each) => textOf(table, each)));
  const isIn = (outer: Node, each: Node) =>
    startOf(table, outer) <= startOf(table, each) && endOf(table, each) <= endOf(table, outer);
  return identifiersIn(table, functionAround(site)).some(
    (each) =>
      names.has(textOf(table, each)) &&
      !isIn(node, each) &&
      !isIn(target, each) &&
      startOf(table, each) >= startOf(table, statement),
  );
}

function identifiersIn(table: SyntaxTable, node: Node): Node[] {
  const found: Node[] = [];
  for (let at = node; at < table.length && startOf(table, at) < endOf(table, node); at++) {
    if (is(table, at, 'identifier') && !isMemberName(table, at)) found.push(at);
  }
  return found;
}
