/** How a call names the twin of what it calls. */
import { childIn, endOf, is, type Node, startOf, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import type { Change } from '../text/edits.ts';
import { exchangeName } from '../text/exchanged-name.ts';
import { bindingsSeen, scopeAround } from '../text/names.ts';

/** The callable as it is to be written, and the changes of imports that it needs. */
export interface Spelled {
  readonly callee: string;
  readonly changes: readonly Change[];
}

/** `name` in the place of what `callee` names: another attribute of the same thing, or member of `module`; null if it is taken. */
export function spelledInstead(site: Site, callee: Node, name: string, module: string): Spelled | null {
  const { table } = site;
  const [start, end] = [startOf(table, callee), endOf(table, callee)];
  if (is(table, callee, 'attribute')) {
    const object = table.text.slice(start, startOf(table, childIn(table, callee, 'attribute')));
    return { callee: object + name, changes: [] };
  }
  if (!isImported(site, callee)) return null;
  const exchanged = exchangeName(site, callee, module, { module, name });
  const own = exchanged?.find((change) => start <= change.start && change.end <= end);
  if (exchanged === null || own === undefined) return null;
  return { callee: own.text, changes: exchanged.filter((change) => change !== own) };
}

function isImported({ module, table }: Site, name: Node): boolean {
  const span = { start: startOf(table, name), end: endOf(table, name) };
  const bindings = bindingsSeen(module.summary, scopeAround(module.summary, span), textOf(table, name));
  return bindings.length > 0 && bindings.every(({ value }) => value.kind === 'from');
}
