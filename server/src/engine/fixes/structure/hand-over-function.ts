/** `asyncio.to_thread(load(path))` becomes `asyncio.to_thread(load, path)`: the function is handed over instead of what it returns. */
import { libraryNameOf } from '../../program/types.ts';
import { childIn, childrenOf, endOf, is, type Node, startOf, textOf } from '../../syntax/table.ts';
import { callAt } from '../calls/call-arguments.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyNotInThread } from '../safety/thread-safety.ts';
import { answerAt, type Site } from '../site.ts';
import { type Change, hasComment, replacement } from '../text/edits.ts';
import { needAt, reach } from '../text/imports.ts';
import { hasKeywords } from '../text/wrapped-call.ts';

export const handOverFunction: Fixer = (site) => {
  const { table, node } = site;
  if (table.firstError !== null) return withheld('The file has syntax errors: correct them first.');
  const outer = outerCall(site);
  if (outer === null || callAt(site) === null) return null;
  if (outer.hasMore)
    return withheld(
      'Further arguments follow, which would be passed to the function as well: hand over the function and its arguments by hand.',
    );
  if (hasComment(table, startOf(table, node), endOf(table, node)))
    return withheld('A comment stands in the call: hand over the function and its arguments by hand.');
  const bound = whyNotInThread(site);
  if (bound !== null) return withheld(bound);
  const changes = outer.isTarget ? asTarget(site) : asArguments(site, outer.call);
  if (changes === null)
    return withheld('The call cannot be taken apart into a function and its arguments: use a function of its own.');
  return offer(site, 'Hand over the function and its arguments', 'safe', changes);
};

interface Outer {
  readonly call: Node;
  /** `Thread(target=…)`, which takes the arguments apart from the function. */
  readonly isTarget: boolean;
  readonly hasMore: boolean;
}

/** The call that is given the one at the site. */
function outerCall({ table, path }: Site): Outer | null {
  const above = path.slice(0, -1).reverse();
  const [parent = 0] = above;
  const isTarget = is(table, parent, 'keyword_argument');
  const [list = 0, call = 0] = isTarget ? above.slice(1) : above;
  if (!is(table, list, 'argument_list') || !is(table, call, 'call')) return null;
  const args = childrenOf(table, list);
  if (isTarget) {
    const names = args.map((each) => textOf(table, childIn(table, each, 'name')));
    const isThread = textOf(table, childIn(table, parent, 'name')) === 'target';
    return isThread ? { call, isTarget, hasMore: names.includes('args') || names.includes('kwargs') } : null;
  }
  return { call, isTarget, hasMore: args.at(-1) !== path.at(-1) };
}

/** `f(x, k=v)` becomes `f, x, k=v`, or a partial where the outer call takes no keywords for the function. */
function asArguments(site: Site, outer: Node): Change[] | null {
  const { table, node, file, module, path } = site;
  const callee = childIn(table, node, 'function');
  const list = childIn(table, node, 'arguments');
  const [start, end] = [startOf(table, node), endOf(table, node)];
  if (is(table, list, 'generator_expression')) return null;
  const args = childrenOf(table, list);
  if (args.length === 0) return [replacement(endOf(table, callee), end, '')];
  if (hasKeywords(site) && !takesKeywords(site, outer)) {
    const partial = reach(needAt(file, module.summary, path), 'functools', 'partial');
    if (partial === null) return null;
    const text = [textOf(table, callee), ...args.map((each) => textOf(table, each))].join(', ');
    return [replacement(start, end, `${partial.spelling}(${text})`), ...partial.changes];
  }
  return [
    replacement(endOf(table, callee), startOf(table, args[0] ?? list), ', '),
    replacement(endOf(table, args.at(-1) ?? list), end, ''),
  ];
}

const TAKES_KEYWORDS =
  /^(?:asyncio\.to_thread|starlette\.concurrency\.run_in_threadpool|concurrent\.futures\.\w+\.submit)$/;

function takesKeywords(site: Site, outer: Node): boolean {
  const { types } = answerAt(site, childIn(site.table, outer, 'function'));
  return types.length > 0 && types.every((type) => TAKES_KEYWORDS.test(libraryNameOf(type) ?? ''));
}

/** `target=f(x, k=v)` becomes `target=f, args=(x,), kwargs={"k": v}`. */
function asTarget({ table, node }: Site): Change[] | null {
  const callee = childIn(table, node, 'function');
  const list = childIn(table, node, 'arguments');
  if (is(table, list, 'generator_expression')) return null;
  const args = childrenOf(table, list);
  if (args.some((each) => is(table, each, 'list_splat') || is(table, each, 'dictionary_splat'))) return null;
  const isKeyword = (each: Node) => is(table, each, 'keyword_argument');
  const positional = args.filter((each) => !isKeyword(each)).map((each) => textOf(table, each));
  const keywords = args
    .filter(isKeyword)
    .map((each) => `"${textOf(table, childIn(table, each, 'name'))}": ${textOf(table, childIn(table, each, 'value'))}`);
  const parts = [
    ...(positional.length === 0 ? [] : [`args=(${positional.join(', ')}${positional.length === 1 ? ',' : ''})`]),
    ...(keywords.length === 0 ? [] : [`kwargs={${keywords.join(', ')}}`]),
  ];
  return [replacement(endOf(table, callee), endOf(table, node), parts.map((part) => `, ${part}`).join(''))];
}
