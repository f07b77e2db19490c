/** `async def` of a route that never awaits becomes `def`: FastAPI and Starlette run that in a thread. */
import type { Program } from '../../program/program.ts';
import { importedBy } from '../../summary/packed-bindings.ts';
import { namedCallsOf } from '../../summary/packed-expressions.ts';
import { endOf, is, startOf } from '../../syntax/table.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyBoundToThread } from '../safety/loop-affinity.ts';
import type { Site } from '../site.ts';
import { hasComment, replacement } from '../text/edits.ts';

export const plainRoute: Fixer = (site) => {
  const { table, definition, path } = site;
  if (table.firstError !== null) return withheld('The file has syntax errors: correct them first.');
  const node = path.findLast((each) => is(table, each, 'function_definition')) ?? 0;
  if (!is(table, node + 1, 'async') || startOf(table, node) !== definition.scope.span.start) return null;
  const bound = whyBoundToThread(site, [definition]);
  if (bound !== null) return withheld(`It cannot run in a thread: ${bound}.`);
  if (isCalled(site.program, site))
    return withheld(
      `\`${definition.scope.name}\` is called elsewhere, where it is awaited: that would have to change too.`,
    );
  const start = startOf(table, node);
  const end = endOf(table, node + 1) + (/^\s*/.exec(table.text.slice(endOf(table, node + 1)))?.[0].length ?? 0);
  if (hasComment(table, start, end) || !table.text.startsWith('def', end)) return null;
  // The whole function is one edit, so that no fix is made beside it that would put an `await` in there.
  const last = startOf(table, node) + table.text.slice(startOf(table, node), endOf(table, node)).trimEnd().length;
  const change = replacement(start, last, table.text.slice(end, last));
  return offer(site, 'Write `def`: the framework runs it in a thread', 'unsafe', [change]);
};

/** Whether anything of the function's name is called where the function can be seen: in its module, or where that name is imported. */
function isCalled(program: Program, { definition }: Site): boolean {
  const { name } = definition.scope;
  for (const module of program.modules) {
    const sees =
      module === definition.module || [...importedBy(module.summary.bindings)].some(({ member }) => member === name);
    if (!sees) continue;
    for (const call of namedCallsOf(module.summary.expressions)) if (call.name === name) return true;
  }
  return false;
}
