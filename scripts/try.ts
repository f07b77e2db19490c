import { readFileSync } from 'node:fs';
import { Analyzer } from '../server/src/engine/analyzer.ts';
import { createParser } from '../server/src/engine/syntax/parser.ts';
import { RULES } from '../server/src/engine/rules/index.ts';
import { readdirSync } from 'node:fs';
const libraries = readdirSync('knowledge').filter((f) => f.endsWith('.json') && f !== 'schema.json').map((f) => JSON.parse(readFileSync('knowledge/' + f, 'utf8')));
const parser = await createParser({ runtime: readFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm'), grammar: readFileSync('grammars/tree-sitter-python.wasm') });
const files = process.argv.slice(2);
const a = new Analyzer({ parser, libraries, settings: { moduleRoots: ['/tmp/t'], target: { minor: 14 }, isFreeThreaded: false, rules: new Set(RULES.map((r) => r.id)), levels: new Map(), blocking: [] } });
a.setFiles(files);
for (const f of files) a.setText(f, readFileSync(f, 'utf8'));
const r = a.check(files);
for (const f of r.findings) {
  console.log(`${f.path}:${f.range.start.line + 1}:${f.range.start.column + 1} ${f.level} [${f.rule}] ${f.message}\n    ${f.advice}`);
  if (f.evidence.length > 1) for (const e of f.evidence) console.log(`      ${e.path}:${e.range.start.line + 1} ${e.text}`);
}
console.log(r.failures);
