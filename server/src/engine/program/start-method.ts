/** By which start method the program's processes are started. */

import type { Starts } from '../knowledge/rows.ts';
import { type Call, resultOfCall } from './calls.ts';
import type { Module } from './definitions.ts';
import type { Program } from './program.ts';

/**
 * Whether a process that starts so gets its task pickled, for certain: on every system, and whatever the program set.
 * Python 3.14 forks nowhere by itself (docs.python.org/3/library/multiprocessing, contexts and start methods).
 */
export function startsByPickling(program: Program, target: { readonly minor: number }, starts: Starts): boolean {
  if (starts !== 'default') return starts === 'anew';
  return target.minor >= 14 && !setsStartMethod(program);
}

/** Whether the program names `set_start_method` at all. */
function setsStartMethod(program: Program): boolean {
  return names(program, 'set_start_method');
}

/** Whether a pool of the program may fork, for all that is known of it. */
export function mayFork(program: Program): boolean {
  return setsStartMethod(program) || names(program, 'fork');
}

/** What programs were found to name: to look takes all their modules. */
const named = new WeakMap<Program, Map<string, boolean>>();

function names(program: Program, text: string): boolean {
  const answers = named.get(program) ?? new Map<string, boolean>();
  named.set(program, answers);
  const known =
    answers.get(text) ?? [...program.modules].some(({ summary }) => summary.expressions.strings.includes(text));
  answers.set(text, known);
  return known;
}

/** How `call` starts processes, by making a pool or a manager of them; null where it does not. */
export function startsOfCall({ inference }: Program, module: Module, call: Call): Starts | null {
  const { catalogue } = inference;
  const { types, isComplete } = inference.answer(module, call.callee);
  const [callee] = types;
  if (!isComplete || types.length !== 1 || callee === undefined) return null;
  if (callee.kind === 'external') return catalogue.startsOf(callee.name);
  if (callee.kind !== 'member') return null;
  // `get_context("spawn").Pool()`: a context starts pools as it starts processes.
  const [process] = catalogue.callbacksOfMember(callee.class, 'Process');
  const [made] = resultOfCall(inference, module, call).types;
  const isPool = made?.kind === 'object' && catalogue.startsOf(made.class) !== null;
  return isPool ? (process?.starts ?? null) : null;
}
