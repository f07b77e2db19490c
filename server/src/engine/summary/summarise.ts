/** summarise: a syntax table in, the ModuleSummary of that one file out. Cannot fail: broken Python yields fewer facts. */
import type { SyntaxTable } from '../syntax/table.ts';
import { Builder } from './builder.ts';
import type { ModuleSummary } from './model.ts';
import { summariseBlock } from './statements.ts';

export function summarise(table: SyntaxTable): ModuleSummary {
  const builder = new Builder(table);
  if (table.length > 0) summariseBlock(builder, 0);
  return builder.finish();
}
