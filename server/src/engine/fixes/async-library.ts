/**
 * Which asynchronous library runs the coroutines of a module: what the module itself imports, or else what most of the program's
 * modules import. asyncio where nothing tells.
 */

import type { Module } from '../program/definitions.ts';
import type { Program } from '../program/program.ts';
import { importedBy } from '../summary/packed-bindings.ts';

export type AsyncLibrary = 'asyncio' | 'trio' | 'anyio';

type Runner = AsyncLibrary | 'twisted';

/** In the order in which they decide: a module that imports asyncio and anyio runs on asyncio. */
const RUNNERS: readonly Runner[] = ['twisted', 'asyncio', 'trio', 'anyio'];

/** What to say of a module that none of the libraries runs. */
export const NO_LIBRARY =
  'Twisted runs this code, where asyncio has no event loop: use `twisted.internet.threads.deferToThread`, or `task.deferLater` to pause.';

const knownPrograms = new WeakMap<Program, Runner>();

/** null: Twisted runs it, for which there are no fixes. */
export function asyncLibraryOf(module: Module, program: Program): AsyncLibrary | null {
  const runner = runnerOf(module) ?? runnerOfMost(program);
  return runner === 'twisted' ? null : runner;
}

function runnerOf(module: Module): Runner | undefined {
  return RUNNERS.find((library) => imports(module, library));
}

function runnerOfMost(program: Program): Runner {
  const known = knownPrograms.get(program);
  if (known !== undefined) return known;
  const counts = new Map<Runner, number>([['asyncio', 0]]);
  for (const module of program.modules) {
    const library = runnerOf(module);
    if (library !== undefined) counts.set(library, (counts.get(library) ?? 0) + 1);
  }
  const [[most] = ['asyncio' as const]] = [...counts].sort(([, a], [, b]) => b - a);
  knownPrograms.set(program, most);
  return most;
}

/** Whether `module` imports the package `top` or anything in it. */
export function imports({ summary }: Module, top: string): boolean {
  for (const { module } of importedBy(summary.bindings)) {
    if (module.level === 0 && (module.name === top || module.name.startsWith(`${top}.`))) return true;
  }
  return false;
}
