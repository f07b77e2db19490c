/** Imports that run with a function: what a package costs that is imported for the first time there. */
import type { BindingId, ModuleReference } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { argumentAt } from './arguments.ts';
import type { Call } from './calls.ts';
import { type Module, topOf } from './definitions.ts';
import { type Found, NOTHING } from './found.ts';
import type { Inference } from './inference.ts';

/** What the import statement that binds `binding` does. */
export function importing(inference: Inference, module: Module, binding: BindingId): readonly Found[] {
  const value = bindingAt(module.summary.bindings, binding)?.value;
  return value?.kind === 'import' || value?.kind === 'from' ? importOf(inference, module, value.module) : NOTHING;
}

/** What `call` of `row` does, which imports the module that an argument names: `import_module("numpy")`. */
export function importingByName(
  inference: Inference,
  module: Module,
  call: Call,
  row: Extract<Found, { kind: 'fact' }>['row'],
  name: string,
): readonly Found[] {
  const argument = argumentAt(call, row.imports?.position ?? null, row.imports?.keyword ?? null);
  const given = argument === null ? undefined : expressionAt(module.summary.expressions, argument);
  if (given?.kind !== 'literal' || typeof given.value !== 'string') return [{ kind: 'fact', row, name }];
  return given.value.startsWith('.') ? NOTHING : importOf(inference, module, { name: given.value, level: 0 });
}

/** Packages outside the program that cost something, unless some module of the program has imported them when it was itself. */
function importOf(inference: Inference, module: Module, reference: ModuleReference): readonly Found[] {
  const { catalogue, surroundings } = inference;
  const [name = ''] = reference.name.split('.', 1);
  const row = reference.level > 0 ? undefined : catalogue.slowImportOf(name);
  if (row === undefined || surroundings.isImportedAtTop(name)) return NOTHING;
  return surroundings.index.resolve(reference, module.path).kind === 'external'
    ? [{ kind: 'fact', row, name }]
    : NOTHING;
}

/** The packages that `modules` import when they are imported themselves, whether always or under a condition. */
export function importedAtTop(modules: Iterable<Module>): ReadonlySet<string> {
  const names = new Set<string>();
  const add = ({ name, level }: ModuleReference): void => {
    if (level === 0) names.add(name.split('.', 1)[0] ?? name);
  };
  for (const module of modules) {
    const { events, starImports } = topOf(module);
    for (const reference of starImports) add(reference);
    for (const event of events) {
      const value = event.kind === 'import' ? bindingAt(module.summary.bindings, event.binding)?.value : undefined;
      if (value?.kind === 'import' || value?.kind === 'from') add(value.module);
    }
  }
  return names;
}
