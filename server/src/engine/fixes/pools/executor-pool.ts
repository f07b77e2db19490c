/**
 * A pool of threads whose tasks compute becomes a pool of interpreters (Python 3.14) or of processes. Unsafe: tasks get copies of their
 * arguments and share no globals, and errors and start-up differ.
 */

import { functionsOf } from '../../program/handovers.ts';
import type { ExpressionId } from '../../summary/model.ts';
import { expressionAt } from '../../summary/packed-expressions.ts';
import { childIn, nodeAt } from '../../syntax/table.ts';
import { type Fixer, type Offer, offer, withheld } from '../offers.ts';
import type { Site } from '../site.ts';
import type { Change } from '../text/edits.ts';
import { exchangeName } from '../text/exchanged-name.ts';
import { refusedImport } from './interpreter-imports.ts';
import { type PoolUse, poolOf } from './pool-construction.ts';
import { type PoolName, runsOnImport, whyNotPortable } from './portable-tasks.ts';

const FUTURES = 'concurrent.futures';

export const interpreterPool: Fixer = (site) =>
  otherPool(site, 'InterpreterPoolExecutor', 'Use InterpreterPoolExecutor (Python 3.14)');
export const processPool: Fixer = (site) => otherPool(site, 'ProcessPoolExecutor', 'Use ProcessPoolExecutor');

function otherPool(site: Site, wanted: PoolName, title: string): Offer | null {
  if (wanted === 'InterpreterPoolExecutor' && site.settings.target.minor < 14) return null;
  const refuse = (reason: string) => withheld(`Another pool cannot simply take its place: ${reason}.`);
  if (site.table.firstError !== null) return withheld('The file has syntax errors: correct them first.');
  const pool = poolOf(site.program, site.module, site.finding.expression);
  if (typeof pool === 'string') return refuse(pool);
  const reason = whyNot(site, pool, wanted);
  if (reason !== null) return refuse(reason);
  const changes = renamed(site, pool.construction, wanted);
  return changes === null
    ? refuse(`the name \`${wanted}\` means something else here`)
    : offer(site, title, 'unsafe', changes);
}

function whyNot(site: Site, { construction, tasks }: PoolUse, wanted: PoolName): string | null {
  const { program, module } = site;
  for (const task of tasks) {
    const reason = whyNotPortable(program, task);
    if (reason !== null) return reason;
  }
  if (tasks.some((task) => runsOnImport(program, module, task.definition))) {
    return 'it is used when the module is imported, and its workers import the module again: move that under `if __name__ == "__main__":`';
  }
  const refused =
    wanted === 'InterpreterPoolExecutor'
      ? tasks.map((task) => refusedBy(site, task.target)).find((each) => each !== null)
      : null;
  if (refused != null) return `\`${refused}\`, which the task's module imports, may not load in another interpreter`;
  return whyNotArguments(site, construction, wanted);
}

function refusedBy({ program }: Site, target: Parameters<typeof functionsOf>[0]): string | null {
  const [definition] = functionsOf(target);
  return definition === undefined ? null : refusedImport(program, definition.module);
}

/** `ThreadPoolExecutor(max_workers, thread_name_prefix, initializer, initargs)`. */
function whyNotArguments({ module }: Site, construction: ExpressionId, wanted: PoolName): string | null {
  const call = expressionAt(module.summary.expressions, construction);
  if (call?.kind !== 'call') return 'its construction is not known';
  const isProcess = wanted === 'ProcessPoolExecutor';
  for (const [index, { keyword, isSpread }] of call.arguments.entries()) {
    const name = keyword ?? ['max_workers', 'thread_name_prefix', 'initializer', 'initargs'][index];
    if (isSpread || name === undefined) return 'its arguments are not known';
    if (name === 'initializer' || name === 'initargs') return 'its `initializer` would prepare each worker for itself';
    if (name === 'thread_name_prefix' && isProcess)
      return 'a process pool takes no `thread_name_prefix`: remove it first';
  }
  return null;
}

/** The changes that make the construction one of `wanted`; null where the name is taken. */
function renamed(site: Site, construction: ExpressionId, wanted: PoolName): Change[] | null {
  const { start, end } = expressionAt(site.module.summary.expressions, construction) ?? { start: 0, end: 0 };
  const callee = childIn(site.table, nodeAt(site.table, start, end), 'function');
  return exchangeName(site, callee, FUTURES, { module: FUTURES, name: wanted });
}
