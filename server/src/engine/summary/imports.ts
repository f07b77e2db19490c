/** Summarises import statements as bindings. */
import {
  childIn,
  childOfKind,
  childrenIn,
  childrenOf,
  is,
  NO_NODE,
  type Node,
  pathTo,
  textOf,
} from '../syntax/table.ts';
import type { Builder } from './builder.ts';
import { spanOf } from './expressions.ts';
import type { BindingId, ModuleReference } from './model.ts';

/** `import a.b` binds `a`; `import a.b as x` binds `x` to `a.b`. */
export function summariseImport(builder: Builder, node: Node): void {
  const { table } = builder;
  const note = noteOf(builder, node);
  for (const imported of childrenIn(table, node, 'name')) {
    if (is(table, imported, 'aliased_import')) {
      const alias = childIn(table, imported, 'alias');
      const module = { name: dottedName(builder, childIn(table, imported, 'name')), level: 0 };
      note(builder.bind(textOf(table, alias), spanOf(builder, alias), { kind: 'import', module }));
    } else {
      const dotted = dottedName(builder, imported);
      const top = dotted.split('.', 1)[0] ?? dotted;
      note(builder.bind(top, spanOf(builder, imported), { kind: 'import', module: { name: top, level: 0 } }));
      if (dotted !== top) builder.loadsModule({ name: dotted, level: 0 });
    }
  }
}

/** `from m import a, b as c` and `from m import *`. */
export function summariseFromImport(builder: Builder, node: Node): void {
  const { table } = builder;
  const module = moduleOf(builder, childIn(table, node, 'module_name'));
  const note = noteOf(builder, node);
  if (childOfKind(table, node, 'wildcard_import') !== NO_NODE) builder.scope.starImports.push(module);
  for (const imported of childrenIn(table, node, 'name')) {
    const isAliased = is(table, imported, 'aliased_import');
    const member = isAliased ? childIn(table, imported, 'name') : imported;
    const alias = isAliased ? childIn(table, imported, 'alias') : imported;
    const value = { kind: 'from' as const, module, member: dottedName(builder, member) };
    note(builder.bind(textOf(table, alias), spanOf(builder, alias), value));
  }
}

/** What is done with each binding of the import at `node`: it is noted down where the statement stands directly in a module or function. */
function noteOf(builder: Builder, node: Node): (id: BindingId) => void {
  const { table } = builder;
  const path = pathTo(table, node);
  const [around = 0, block = 0] = [path.at(-3), path.at(-2)];
  const isInFunction = is(table, block, 'block') && is(table, around, 'function_definition');
  return block === 0 || isInFunction ? (id) => builder.importsForCertain(id) : () => {};
}

function moduleOf(builder: Builder, node: Node): ModuleReference {
  const { table } = builder;
  if (!is(table, node, 'relative_import')) return { name: dottedName(builder, node), level: 0 };
  const level = textOf(table, childOfKind(table, node, 'import_prefix')).replaceAll(/[^.]/g, '').length;
  const name = childOfKind(table, node, 'dotted_name');
  return { name: name === NO_NODE ? '' : dottedName(builder, name), level };
}

/** White space and comments may stand between the dots. */
function dottedName(builder: Builder, node: Node): string {
  const { table } = builder;
  if (!is(table, node, 'dotted_name')) return textOf(table, node);
  return childrenOf(table, node)
    .map((part) => textOf(table, part))
    .join('.');
}
