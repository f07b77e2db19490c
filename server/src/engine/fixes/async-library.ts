/** Which asynchronous library runs the coroutines of a module: asyncio, unless the module or else the program only knows another. */
import type { Module } from '../program/definitions.ts';
import type { Program } from '../program/program.ts';

export type AsyncLibrary = 'asyncio' | 'trio' | 'anyio';

const LIBRARIES: readonly AsyncLibrary[] = ['asyncio', 'trio', 'anyio'];

const knownPrograms = new WeakMap<Program, AsyncLibrary>();

/** By the module's own imports; by those of the whole program where it has none. asyncio wins over trio, trio over anyio. */
export function asyncLibraryOf(module: Module, program: Program): AsyncLibrary {
  const own = LIBRARIES.find((library) => imports(module, library));
  if (own !== undefined) return own;
  const known = knownPrograms.get(program);
  if (known !== undefined) return known;
  const modules = [...program.modules];
  const found = LIBRARIES.find((library) => modules.some((each) => imports(each, library))) ?? 'asyncio';
  knownPrograms.set(program, found);
  return found;
}

/** Whether `module` imports the package `top` or anything in it. */
export function imports({ summary }: Module, top: string): boolean {
  return summary.bindings.some(({ value }) => {
    if (value.kind !== 'import' && value.kind !== 'from') return false;
    return value.module.level === 0 && (value.module.name === top || value.module.name.startsWith(`${top}.`));
  });
}
