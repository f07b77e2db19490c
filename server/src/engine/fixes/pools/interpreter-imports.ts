/**
 * What a worker of an InterpreterPoolExecutor can import: pure Python and extension modules that declare it. Of the standard library
 * that is all but what knowledge names, of other packages what knowledge names; the rest counts as refused.
 */

import type { Module } from '../../program/definitions.ts';
import type { Program } from '../../program/program.ts';
import type { ModuleReference } from '../../summary/model.ts';
import { importedBy } from '../../summary/packed-bindings.ts';
import { scopesOf } from '../../summary/packed-scopes.ts';
import { STANDARD_LIBRARY } from '../text/standard-library.ts';

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
        if (!isAccepted(program, target.name)) return top;
      } else if (target.kind === 'file') {
        const next = program.moduleAt(target.path);
        if (next !== undefined) seen.add(next);
      }
    }
  }
  return null;
}

function isAccepted({ inference: { catalogue } }: Program, name: string): boolean {
  const known = catalogue.interpreters.importOf(name)?.interpreters;
  const top = name.split('.', 1)[0] ?? '';
  return known === undefined ? STANDARD_LIBRARY.has(top) || top === '__future__' : known === 'accepted';
}

function referencesIn({ summary }: Module): ModuleReference[] {
  const bound = [...importedBy(summary.bindings)].flatMap(({ module, member }) => {
    if (member === null || module.level === 0) return [module];
    return [module, { name: [module.name, member].filter((part) => part !== '').join('.'), level: module.level }];
  });
  return [...bound, ...summary.loadedModules, ...scopesOf(summary.scopes).flatMap((scope) => scope.starImports)];
}
