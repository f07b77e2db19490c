/** `lambda: load(url)` in a loop becomes `lambda url=url: load(url)`: a default is evaluated when the function is made. */
import { lateNamesOf } from '../../program/late-names.ts';
import { childIn, childrenOf, endOf, is, type Node, nodeAt, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import type { Site } from '../site.ts';
import { type Change, hasComment, insertion } from '../text/edits.ts';

export const bindNow: Fixer = (site) => {
  const { table, program, module, event } = site;
  if (table.firstError !== null) return withheld('The file has syntax errors: correct them first.');
  const handover = program.handoversIn(module).find((each) => each.event.id === event.id && lateNamesOf(each) !== null);
  const late = handover === undefined ? null : lateNamesOf(handover);
  if (late === null) return null;
  const change = boundIn(site, late.closure.scope.span, late.names);
  if (change === null)
    return withheld('Its parameters leave no plain place for a default: pass the value as an argument by hand.');
  return offer(site, `Bind ${late.names.map((name) => `\`${name}\``).join(', ')} now`, 'safe', [change]);
};

/** The insertion of `names` as parameters with defaults of the function at `span`; null where there is no plain place for them. */
function boundIn(
  { table }: Site,
  span: { readonly start: number; readonly end: number },
  names: readonly string[],
): Change | null {
  const node = nodeAt(table, span.start, span.end);
  const parameters = childIn(table, node, 'parameters');
  const isLambda = is(table, node, 'lambda');
  const defaults = names.map((name) => `${name}=${name}`).join(', ');
  const list: readonly Node[] = parameters < 0 ? [] : childrenOf(table, parameters);
  if (list.some((each) => !PLAIN.some((kind) => is(table, each, kind)))) return null;
  const last = list.at(-1);
  if (last !== undefined) return insertion(endOf(table, last), `, ${defaults}`);
  if (isLambda) return insertion(startOf(table, node) + 'lambda'.length, ` ${defaults}`);
  if (parameters < 0 || hasComment(table, startOf(table, parameters), endOf(table, parameters))) return null;
  return /^\(\s*\)$/.test(textOf(table, parameters)) ? insertion(startOf(table, parameters) + 1, defaults) : null;
}

const PLAIN = ['identifier', 'default_parameter', 'typed_parameter', 'typed_default_parameter'] as const;
