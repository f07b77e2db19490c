import { readdirSync, readFileSync, statSync } from 'node:fs';
import { Analyzer } from '../server/src/engine/analyzer.ts';
import { RULES } from '../server/src/engine/rules/index.ts';
import { loadAssets } from '../server/src/workspace/assets.ts';

const assets = await loadAssets();
const dir = process.argv[2]!;
const files = statSync(dir).isDirectory()
  ? readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.py'))
      .map((f) => `${dir}/${f}`)
  : process.argv.slice(2);
const all = process.argv.includes('--all');
const a = new Analyzer({
  ...assets,
  settings: {
    moduleRoots: [dir],
    target: { minor: 14 },
    isFreeThreaded: false,
    rules: new Set(RULES.filter((r) => all || r.isRecommended).map((r) => r.id)),
    levels: new Map(),
    blocking: [],
  },
});
let t = Date.now();
a.setFiles(files);
for (const f of files) a.setText(f, readFileSync(f, 'utf8'));
const t1 = Date.now() - t;
t = Date.now();
const r = a.check(files);
const t2 = Date.now() - t;
for (const f of r.findings) {
  console.log(
    `${f.path.slice(dir.length + 1)}:${f.range.start.line + 1}:${f.range.start.column + 1} ${f.level} [${f.rule}] ${f.message}`,
  );
  if (f.evidence.length > 1)
    for (const e of f.evidence)
      console.log(`      ${e.path.slice(dir.length + 1)}:${e.range.start.line + 1} ${e.text}`);
}
console.error(
  dir,
  files.length,
  'files; parse+summarise',
  t1,
  'ms; check',
  t2,
  'ms; findings',
  r.findings.length,
  r.failures,
);
