/** Summarises import statements as bindings. */
import { childIn, childOfKind, childrenIn, childrenOf, is, NO_NODE, type Node, textOf } from '../syntax/table.ts';
import type { Builder } from './builder.ts';
import { spanOf } from './expressions.ts';
import type { ModuleReference } from './model.ts';

/** `import a.b` binds `a`; `import a.b as x` binds `x` to `a.b`. */
export function summariseImport(builder: Builder, node: Node): void {
  const { table } = builder;
  for (const imported of childrenIn(table, node, 'name')) {
    if (is(table, imported, 'aliased_import')) {
      const alias = childIn(table, imported, 'alias');
      const module = { name: dottedName(builder, childIn(table, imported, 'name')), level: 0 };
      builder.bind(textOf(table, alias), spanOf(builder, alias), { kind: 'import', module });
    } else {
      const dotted = dottedName(builder, imported);
      const top = dotted.split('.', 1)[0] ?? dotted;
      builder.bind(top, spanOf(builder, imported), { kind: 'import', module: { name: top, level: 0 } });
      if (dotted !== top) builder.loadsModule({ name: dotted, level: 0 });
    }
  }
}

/** `from m import a, b as c` and `from m import *`. */
export function summariseFromImport(builder: Builder, node: Node): void {
  const { table } = builder;
  const module = moduleOf(builder, childIn(table, node, 'module_name'));
  if (childOfKind(table, node, 'wildcard_import') !== NO_NODE) builder.scope.starImports.push(module);
  for (const imported of childrenIn(table, node, 'name')) {
    const isAliased = is(table, imported, 'aliased_import');
    const member = isAliased ? childIn(table, imported, 'name') : imported;
    const alias = isAliased ? childIn(table, imported, 'alias') : imported;
    const value = { kind: 'from' as const, module, member: dottedName(builder, member) };
    builder.bind(textOf(table, alias), spanOf(builder, alias), value);
  }
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
