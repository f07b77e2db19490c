/**
 * Moves a whole `with` block, loop or expression into a function of its own, and runs that in a thread:
 *
 *     def read_config():
 *         with open(path) as file:
 *             return json.load(file)
 *
 *     config = await asyncio.to_thread(read_config)
 */

import { is, startOf, textOf } from '../../syntax/table.ts';
import { asyncLibraryOf, NO_LIBRARY } from '../async-library.ts';
import { type Way, wayToThread } from '../calls/to-thread.ts';
import { type Fixer, type Offer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { whyNotCodeInThread } from '../safety/code-in-thread.ts';
import { safetyOfCode } from '../safety/code-unnoticed.ts';
import { whyThreadBound } from '../safety/file-handles.ts';
import { heldLock, isInOpenBlock, safetyOfAwait } from '../safety/surroundings.ts';
import { expressionIdOf, type Site, seenFrom } from '../site.ts';
import { ownLines } from '../text/blocks.ts';
import { codeToMove } from './code-to-move.ts';
import { functionName } from './function-name.ts';
import { endingOf, type MovedCode, nodesOf, spanOf, whyNotSyntax } from './moved-code.ts';
import { type SharedNames, sharedNames } from './moved-names.ts';
import { writeExpression, writeStatements } from './write-function.ts';

export const blockToThread: Fixer = (site) => {
  if (site.table.firstError !== null) return null;
  const code = codeToMove(site);
  if (code === null) return null;
  const here = seenFrom(site, code.expression ?? code.first);
  const noAwait = whyNoAwait(here);
  if (noAwait !== null) return withheld(noAwait);
  const reason = whyNotMoved(here, code);
  if (reason !== null) return refuse(code, reason);
  const names = code.expression === null ? sharedNames(here, code) : { parameters: [], results: [] };
  if ('refused' in names) return refuse(code, names.refused);
  const ending = code.expression === null ? endingOf(here, code) : 'end';
  if (ending === 'middle') return refuse(code, 'a `return` leaves it in the middle');
  const bound = whyResultBound(here, names);
  if (bound !== null) return refuse(code, bound);
  const library = asyncLibraryOf(site.module, site.program);
  if (library === null) return withheld(NO_LIBRARY);
  const way = wayToThread(here, library, false);
  if (way === null) return refuse(code, 'the names that the fix needs mean something else here');
  return written(here, code, names, ending === 'return', way);
};

function written(site: Site, code: MovedCode, names: SharedNames, returns: boolean, way: Way): Offer {
  const { table } = site;
  const name = functionName(table, nodesOf(table, code), namesForTitle(site, code, names));
  const changes =
    code.expression === null
      ? writeStatements(site, code, { name, names, returns, way })
      : writeExpression(site, code, code.expression, { name, way });
  const isPlain = !isInOpenBlock(site) && safetyOfAwait(site) === 'safe';
  const safety = isPlain ? safetyOfCode(site, spanOf(table, code)) : 'unsafe';
  return offer(site, `Move the ${code.what} into a function and run it in a thread (${way.name})`, safety, [
    ...changes,
    ...way.changes,
  ]);
}

function refuse(code: MovedCode, reason: string): Offer {
  return withheld(
    `The whole ${code.what} would have to move to a thread, but ${reason}: put the blocking part into a function by hand and run that with \`asyncio.to_thread\`.`,
  );
}

function whyNotMoved(site: Site, code: MovedCode): string | null {
  const { table, file } = site;
  const lock = heldLock(site);
  if (lock !== null) return `\`${lock}\` is held here, for which others would wait on the event loop during the await`;
  if (!ownLines(file, code.first, code.last)) return 'it shares its line with other statements';
  return whyNotSyntax(site, code) ?? whyNotCodeInThread(site, spanOf(table, code));
}

/** Whether something that belongs to the thread that made it would come back to the event loop. */
function whyResultBound(site: Site, { results }: SharedNames): string | null {
  const { table } = site;
  for (let node = 0; node < table.length; node++) {
    if (!is(table, node, 'identifier') || !results.includes(textOf(table, node))) continue;
    const id = expressionIdOf(site, node);
    const reason = id < 0 ? undefined : whyThreadBound(site, id);
    if (reason !== undefined) return `what it makes would belong to the worker thread (${reason})`;
  }
  return null;
}

/** What the code is about: what it gives a value, or what its value is assigned to. */
function namesForTitle({ table }: Site, code: MovedCode, { results }: SharedNames): readonly string[] {
  if (code.expression === null) return results;
  const target = /^(\w+)\s*(?::[^=]+)?=(?!=)/.exec(
    table.text.slice(startOf(table, code.first), startOf(table, code.expression)),
  );
  return target?.[1] === undefined ? [] : [target[1]];
}
