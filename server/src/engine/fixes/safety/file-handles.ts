/** Calls that make something to work with: what moving the making alone to a thread would leave, or break. */
import type { ExpressionId } from '../../summary/model.ts';
import { Kind } from '../../syntax/kinds.ts';
import { childIn, is, kindOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';

/** Why moving only the opening is not worth it, a sentence; null where the call opens nothing or hands it straight on. */
export function whyNotOpenedInThread(site: Site): string | null {
  if (!opensFile(site) || isHandedOn(site)) return null;
  return 'Only opening the file would move, and reading or writing it would still hold the event loop: put the whole piece of work into a function and run that with `asyncio.to_thread`.';
}

/** Why what the call makes would be of no use outside of its thread (a sqlite3 connection), a sentence; null where it would. */
export function whyNotMadeInThread(site: Site): string | null {
  const reason = whyThreadBound(site, site.finding.expression);
  return reason === undefined ? null : `What it makes would belong to the worker thread: ${reason}.`;
}

/** Why the value of `expression` belongs to the thread that makes it, if it does. */
export function whyThreadBound(
  { program: { inference }, module }: Pick<Site, 'program' | 'module'>,
  expression: ExpressionId,
): string | undefined {
  const reasons = inference.answer(module, expression).types.flatMap((type) => {
    if (type.kind !== 'object') return [];
    return ['execute', 'commit', 'close', 'channel', 'recv'].map((name) => {
      const verdict = inference.catalogue.verdictOnMember(type.class, [name]);
      return typeof verdict === 'object' ? verdict.threadBound : undefined;
    });
  });
  return reasons.find((each) => each !== undefined);
}

export function opensFile({ program: { inference }, module, finding }: Site): boolean {
  return inference.answer(module, finding.expression).types.some((type) => {
    if (type.kind !== 'object') return false;
    return ['read', 'write', 'extractall'].some((name) => {
      const verdict = inference.catalogue.verdictOnMember(type.class, [name]);
      return typeof verdict === 'object' && verdict.kind === 'file';
    });
  });
}

/** `return open(…)`, `self.log = open(…)`: whoever uses it does so elsewhere. */
function isHandedOn({ table, path }: Site): boolean {
  const parent = path.at(-2) ?? 0;
  if (is(table, parent, 'return_statement')) return true;
  return is(table, parent, 'assignment') && kindOf(table, childIn(table, parent, 'left')) === Kind.attribute;
}
