/**
 * `npm run bench [-- FOLDER...]`: how fast each stage is, the whole command, and the language server; and the whole command against
 * `ruff check --select ASYNC`, if ruff is on PATH. One table. Its figures are for reading, no test asks for them.
 *
 * Without folders: CPython's standard library and what `npm run ecosystem` has downloaded.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAssets } from '../server/src/workspace/assets.ts';
import { type Corpus, collectCorpus, largeModule, standardLibrary } from './bench/corpus.ts';
import { timeEditor } from './bench/editor.ts';
import { timeKeystrokes, timeStages } from './bench/stages.ts';
import { builtCli } from './built-cli.ts';
import { type Cost, cheapest, run } from './measure.ts';
import { formatTable } from './table.ts';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const LARGE_FILE_LINES = 5000;
const KEYSTROKES = 100;
const RUNS = 3;

type Row = readonly [what: string, ...cells: string[]];

const folders = process.argv.slice(2).map((folder) => resolve(folder));
const corpus = collectCorpus(folders.length > 0 ? folders : defaultFolders());
const offloop = builtCli(`${corpus.folder}/.offloop`);
try {
  const large = largeModule(LARGE_FILE_LINES);
  const rows: Row[] = [
    ...(await stageRows(corpus)),
    costRow(
      'offloop --version',
      cheapest(RUNS, () => run([...offloop, '--version'], corpus.folder)),
    ),
    ...(await editorRows(large)),
    ...commandRows(corpus),
  ];
  const head = ['', 'wall ms', 'user CPU ms', 'MB/s', 'files/s', 'peak MB', 'of ruff'];
  const { files, megabytes, projects } = corpus;
  console.log(
    `${files} files, ${megabytes.toFixed(1)} MB, ${projects.length} projects; Node ${process.versions.node}\n`,
  );
  console.log(formatTable(head, rows));
} finally {
  rmSync(corpus.folder, { recursive: true, force: true });
}

function defaultFolders(): readonly string[] {
  const downloads = `${REPOSITORY}.ecosystem`;
  const entries = existsSync(downloads) ? readdirSync(downloads, { withFileTypes: true }) : [];
  const packages = entries.filter((entry) => entry.isDirectory() && !/^\.|\.part$/.test(entry.name));
  return [standardLibrary(), ...packages.map(({ name }) => `${downloads}/${name}`).sort()];
}

async function stageRows(measured: Corpus): Promise<Row[]> {
  const assets = await loadAssets();
  // The first parses of a process are slow: the grammar is compiled while it runs.
  timeKeystrokes(largeModule(LARGE_FILE_LINES), 10, assets);
  const times = Object.entries(timeStages(measured, assets));
  return times.map(([stage, { wall, userCpu }]) => [stage, ms(wall), ms(userCpu), ...speed(userCpu)]);
}

async function editorRows(large: string): Promise<Row[]> {
  const assets = await loadAssets();
  const engine = timeKeystrokes(large, KEYSTROKES, assets);
  const { first, keystrokes } = await timeEditor([...offloop, 'server', '--stdio'], large, KEYSTROKES);
  const name = `${LARGE_FILE_LINES} lines`;
  return [
    [`server start to diagnostics, ${name}`, ms(first)],
    [`keystroke to diagnostics, ${name}: median`, ms(quantile(keystrokes, 0.5))],
    [`keystroke to diagnostics, ${name}: 95th of 100`, ms(quantile(keystrokes, 0.95))],
    [
      `keystroke, engine alone, ${name}: median`,
      ms(
        quantile(
          engine.map(({ wall }) => wall),
          0.5,
        ),
      ),
      ms(
        quantile(
          engine.map(({ userCpu }) => userCpu),
          0.5,
        ),
      ),
    ],
  ];
}

/** The command on the whole corpus, without and with a cache, and ruff's local answer to the same question. */
function commandRows(measured: Corpus): Row[] {
  const targets = measured.projects.map(({ folder }) => folder);
  const check = [...offloop, 'check', ...targets, '--isolated', '--exit-zero', '--quiet', '--output-format', 'concise'];
  const runCheck = (flags: readonly string[]) => working(run([...check, ...flags], measured.folder), 'offloop');
  const cold = cheapest(RUNS, () => runCheck(['--no-cache']));
  runCheck([]);
  const warm = cheapest(RUNS, () => runCheck([]));
  const rows = [
    { what: 'offloop check, cold', cost: cold, rival: '--no-cache' },
    { what: 'offloop check, warm', cost: warm, rival: '' },
  ];
  if (!isThere('ruff')) return rows.map(({ what, cost }) => costRow(what, cost, speed(cost.userCpu)));
  const ruff = ['ruff', 'check', '--select', 'ASYNC', '--isolated', '--exit-zero', '--quiet', ...targets];
  return rows.flatMap(({ what, cost, rival }) => {
    const flags = rival === '' ? ['--cache-dir', `${measured.folder}/.ruff_cache`] : [rival];
    if (rival === '') run([...ruff, ...flags], measured.folder);
    const other = cheapest(RUNS, () => working(run([...ruff, ...flags], measured.folder), 'ruff'));
    const ratio = `${(cost.userCpu / other.userCpu).toFixed(1)}x`;
    return [
      costRow(what, cost, [...speed(cost.userCpu)], ratio),
      costRow(what.replace('offloop check', 'ruff check --select ASYNC'), other, speed(other.userCpu)),
    ];
  });
}

function working(done: ReturnType<typeof run>, who: string): Cost {
  if (done.status > 1) process.stderr.write(`${who} ended with ${done.status}: ${done.stderr.slice(0, 500)}\n`);
  return done;
}

function isThere(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function costRow(
  what: string,
  { wall, userCpu, peakMemory }: Cost,
  pace: readonly string[] = ['', ''],
  ratio = '',
): Row {
  return [what, ms(wall), ms(userCpu), ...pace, peakMemory.toFixed(0), ratio];
}

/** MB/s and files/s of user CPU, where the whole corpus took that long. */
function speed(userCpu: number): [string, string] {
  return [(corpus.megabytes / (userCpu / 1000)).toFixed(1), (corpus.files / (userCpu / 1000)).toFixed(0)];
}

function ms(time: number): string {
  return time >= 100 ? time.toFixed(0) : time.toFixed(1);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
