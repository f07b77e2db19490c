/** `npm run print -- tree|summary FILE`: shows what a stage of the pipeline makes of a file. */
import { readFileSync } from 'node:fs';
import { summarise } from '../server/src/engine/summary/summarise.ts';
import { fieldName, kindName } from '../server/src/engine/syntax/kinds.ts';
import { createParser } from '../server/src/engine/syntax/parser.ts';
import { nextOf, type SyntaxTable } from '../server/src/engine/syntax/table.ts';

const STAGES: Readonly<Record<string, (table: SyntaxTable) => string>> = {
  tree: printTree,
  summary: (table) => JSON.stringify(summarise(table), null, 1),
};

const [stage = '', file = ''] = process.argv.slice(2);
const print = STAGES[stage];
if (print === undefined || file === '') {
  process.stderr.write(`usage: npm run print -- ${Object.keys(STAGES).join('|')} FILE\n`);
  process.exit(2);
}
const parser = await createParser({
  runtime: readFileSync(new URL(import.meta.resolve('web-tree-sitter/web-tree-sitter.wasm'))),
  grammar: readFileSync(new URL('../grammars/tree-sitter-python.wasm', import.meta.url)),
});
process.stdout.write(`${print(parser.parseOnce(readFileSync(file, 'utf8')))}\n`);

function printTree(table: SyntaxTable): string {
  const lines: string[] = [];
  const open: number[] = [];
  for (let node = 0; node < table.length; node++) {
    while (open.length > 0 && (open.at(-1) ?? 0) <= node) open.pop();
    const kind = kindName(table.kinds[node] ?? 0);
    const field = fieldName(table.fields[node] ?? 0);
    const text = JSON.stringify(table.text.slice(table.starts[node], table.ends[node]).slice(0, 40));
    lines.push(`${'  '.repeat(open.length)}${field === 'none' ? '' : `${field}: `}${kind} ${text}`);
    open.push(nextOf(table, node));
  }
  return lines.join('\n');
}
