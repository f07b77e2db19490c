/** By which start method the program's processes are started. */

import type { Starts } from '../knowledge/rows.ts';
import type { EngineSettings } from '../settings.ts';
import type { Program } from './program.ts';

/**
 * Whether a process that starts so gets its task pickled, for certain: on every system, and whatever the program set.
 * Python 3.14 forks nowhere by itself (docs.python.org/3/library/multiprocessing, contexts and start methods).
 */
export function startsByPickling(program: Program, { target }: EngineSettings, starts: Starts): boolean {
  if (starts !== 'default') return starts === 'anew';
  return target.minor >= 14 && !setsStartMethod(program);
}

/** Whether the program names `set_start_method` at all. */
function setsStartMethod(program: Program): boolean {
  for (const { summary } of program.modules) {
    if (summary.expressions.strings.includes('set_start_method')) return true;
  }
  return false;
}
