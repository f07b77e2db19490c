/** Whether some `except` around a process reads what had been put out when its time was up: asyncio loses that. */
import { childIn, childOfKind, childrenOf, is, type Node, type SyntaxTable, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';

export function handlerReadsOutput({ table, path }: Site): boolean {
  const around = path.filter((node, depth) => {
    return is(table, node, 'try_statement') && childIn(table, node, 'body') === path[depth + 1];
  });
  return around.some((statement) => childrenOf(table, statement).some((clause) => readsOutput(table, clause)));
}

function readsOutput(table: SyntaxTable, clause: Node): boolean {
  if (!is(table, clause, 'except_clause')) return false;
  return /\.(?:stdout|stderr|output)\b/.test(textOf(table, childOfKind(table, clause, 'block')));
}
