/** `run_in_executor(None, f, x, key=1)` becomes `run_in_executor(None, functools.partial(f, x, key=1))`. */
import { childIn, childrenOf, endOf, is, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { hasComment, replacement } from '../text/edits.ts';
import { needAt, reach } from '../text/imports.ts';
import { writtenAt } from '../text/layout.ts';

export const holdKeywords: Fixer = (site) => {
  const { table, node, path, file, module, settings } = site;
  if (table.firstError !== null) return withheld('The file has syntax errors: correct them first.');
  const callee = childIn(table, node, 'function');
  const [executor, task, ...passed] = childrenOf(table, childIn(table, node, 'arguments'));
  if (
    executor === undefined ||
    task === undefined ||
    [executor, task].some((each) => OTHERS.some((kind) => is(table, each, kind)))
  )
    return withheld(
      'The function is not plainly in its place: hold it and its arguments in `functools.partial` by hand.',
    );
  const span = { start: startOf(table, node), end: endOf(table, node) };
  if (hasComment(table, span.start, span.end))
    return withheld('A comment stands in the call: hold the arguments in `functools.partial` by hand.');
  const partial = reach(needAt(file, module.summary, path), 'functools', 'partial');
  if (partial === null)
    return withheld('The name `functools` means something else here: hold the arguments in a partial by hand.');
  const held = [task, ...passed].map((each) => textOf(table, each)).join(', ');
  const written = writtenAt(file, settings, span, {
    head: `${textOf(table, callee)}(`,
    items: [textOf(table, executor), `${partial.spelling}(${held})`],
    tail: ')',
  });
  return offer(site, 'Hold the arguments in functools.partial', 'safe', [
    replacement(span.start, span.end, written),
    ...partial.changes,
  ]);
};

const OTHERS = ['keyword_argument', 'list_splat', 'dictionary_splat'] as const;
