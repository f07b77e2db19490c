/** What importing a module, or running a function, certainly imports: itself, or by way of modules of the program. */

import type { ImportRow } from '../knowledge/rows.ts';
import type { Binding, ModuleReference, ScopeId, Span } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import type { Definition, Module } from './definitions.ts';
import type { Program } from './program.ts';

/** An import statement that leads on. */
interface Link {
  readonly module: Module;
  readonly span: Span;
  /** What it names. */
  readonly name: string;
}

export interface ImportedRow {
  readonly row: ImportRow;
  /** From the first import down to that of the row. */
  readonly links: readonly Link[];
}

/** More modules of the program than this are not followed. */
const MOST_MODULES = 300;

/** The nearest import that `isWanted`, among those of the function `task` and, where its module is `loaded`, of that. */
export function certainImport(
  program: Program,
  task: Definition,
  isLoaded: boolean,
  isWanted: (row: ImportRow) => boolean,
): ImportedRow | null {
  const seen = new Set<Module>();
  const queue: { readonly module: Module; readonly scope: ScopeId; readonly links: readonly Link[] }[] = [];
  const load = (module: Module, links: readonly Link[]) => {
    for (const each of [...packagesAround(program, module), module]) {
      if (seen.has(each) || seen.size > MOST_MODULES) continue;
      seen.add(each);
      queue.push({ module: each, scope: 0, links });
    }
  };
  if (task.scope.kind === 'function') queue.push({ module: task.module, scope: task.id, links: [] });
  if (isLoaded) load(task.module, []);
  for (const { module, scope, links } of queue) {
    for (const { reference, span } of importsIn(module, scope)) {
      const path = [...links, { module, span, name: reference.name }];
      const target = program.inference.surroundings.index.resolve(reference, module.path);
      if (target.kind === 'file') {
        const next = program.moduleAt(target.path);
        if (next !== undefined) load(next, path);
      } else if (target.kind === 'external') {
        const row = program.inference.catalogue.interpreters.importOf(target.name);
        if (row !== undefined && isWanted(row)) return { row, links: path };
      }
    }
  }
  return null;
}

/** The packages that importing `module` imports first, the outermost first. */
function packagesAround(program: Program, { path }: Module): readonly Module[] {
  const found: Module[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const around = program.moduleAt(`${path.slice(0, end)}/__init__.py`);
    if (around === undefined) break;
    if (around.path !== path) found.unshift(around);
  }
  return found;
}

interface Import {
  readonly reference: ModuleReference;
  readonly span: Span;
}

function importsIn(module: Module, scope: ScopeId): readonly Import[] {
  const { bindings, certainImports } = module.summary;
  return certainImports.flatMap((id) => {
    const binding = bindingAt(bindings, id);
    return binding?.scope !== scope ? [] : modulesOf(module, binding);
  });
}

function modulesOf(module: Module, { value, start, end }: Binding): readonly Import[] {
  const span = { start, end };
  if (value.kind === 'from') {
    const { name, level } = value.module;
    const below = [name, value.member].filter((part) => part !== '').join('.');
    return [value.module, { name: below, level }].map((reference) => ({ reference, span }));
  }
  if (value.kind !== 'import') return [];
  // `import a.b` binds `a`; the text is that of `a.b`.
  const longer = module.summary.loadedModules.filter(
    ({ name }) => name.length === end - start && name.startsWith(`${value.module.name}.`),
  );
  return [value.module, ...longer].map((reference) => ({ reference, span }));
}
