/**
 * What a worker of an InterpreterPoolExecutor can import: pure Python and extension modules that declare it. Measured on CPython
 * 3.14.8: of the standard library all but a few, of other packages those named here; the rest counts as refused.
 */

import type { Module } from '../../program/definitions.ts';
import type { Program } from '../../program/program.ts';
import type { ModuleReference } from '../../summary/model.ts';
import { importedBy } from '../../summary/packed-bindings.ts';
import { scopesOf } from '../../summary/packed-scopes.ts';
import { STANDARD_LIBRARY } from '../text/standard-library.ts';

const REFUSED_OF_THE_STANDARD_LIBRARY = new Set([
  'tkinter',
  'curses',
  'readline',
  'faulthandler',
  'tracemalloc',
  'turtle',
]);

const ACCEPTED = new Set(
  `aiofiles aiohttp asyncpg attr attrs brotli bson certifi click dateutil frozenlist httpx idna lazy_object_proxy markupsafe msgpack
  multidict psycopg pymongo rapidfuzz redis requests simplejson sqlalchemy typing_extensions websockets wrapt yaml yarl`.split(
    /\s+/,
  ),
);

/** Modules of the program looked at before the look is given up. */
const MOST_MODULES = 300;

/** A top-level module that `module`, or one of the program's that it imports, imports and that is not known to work; null: there is none. */
export function refusedImport(program: Program, module: Module): string | null {
  const seen = new Set([module]);
  for (const each of seen) {
    if (seen.size > MOST_MODULES) return each.path;
    for (const reference of referencesIn(each)) {
      const target = program.inference.surroundings.index.resolve(reference, each.path);
      if (target.kind === 'external') {
        const top = target.name.split('.', 1)[0] ?? '';
        if (!isAccepted(top)) return top;
      } else if (target.kind === 'file') {
        const next = program.moduleAt(target.path);
        if (next !== undefined) seen.add(next);
      }
    }
  }
  return null;
}

function isAccepted(top: string): boolean {
  if (REFUSED_OF_THE_STANDARD_LIBRARY.has(top)) return false;
  return STANDARD_LIBRARY.has(top) || ACCEPTED.has(top) || top === '__future__';
}

function referencesIn({ summary }: Module): ModuleReference[] {
  const bound = [...importedBy(summary.bindings)].flatMap(({ module, member }) => {
    if (member === null || module.level === 0) return [module];
    return [module, { name: [module.name, member].filter((part) => part !== '').join('.'), level: module.level }];
  });
  return [...bound, ...summary.loadedModules, ...scopesOf(summary.scopes).flatMap((scope) => scope.starImports)];
}
