import { readdirSync, readFileSync } from 'node:fs';
import { summarise } from '../server/src/engine/summary/summarise.ts';
import { createParser, isSameTable } from '../server/src/engine/syntax/parser.ts';

const b = {
  runtime: readFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm'),
  grammar: readFileSync('grammars/tree-sitter-python.wasm'),
};
const m = await createParser(b, 'memory'),
  c = await createParser(b, 'cursor');
let n = 0,
  bad = 0,
  bytes = 0;
let tm = 0,
  tc = 0,
  ts = 0;
for (const dir of process.argv.slice(2))
  for (const f of readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.py'))) {
    let t: string;
    try {
      t = readFileSync(`${dir}/${f}`, 'utf8');
    } catch {
      continue;
    }
    bytes += t.length;
    let a = performance.now();
    const x = m.parseOnce(t);
    tm += performance.now() - a;
    a = performance.now();
    const y = c.parseOnce(t);
    tc += performance.now() - a;
    a = performance.now();
    summarise(x);
    ts += performance.now() - a;
    n++;
    if (!isSameTable(x, y)) {
      bad++;
      console.log('DIFF', dir, f);
    }
  }
console.log(n, 'files', bytes / 1e6, 'MB, different', bad, 'memory', tm | 0, 'cursor', tc | 0, 'summarise', ts | 0);
