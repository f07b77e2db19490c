/**
 * `npm run ecosystem:fixes`: tries every fix on the real packages below .ecosystem/ (see ecosystem.ts), each alone and all together.
 *
 *     npm run ecosystem:fixes                    every package
 *     npm run ecosystem:fixes -- starlette gql   only these
 *     npm run ecosystem:fixes -- --show 20       also prints the first 20 changes as diffs, to read
 *
 * A fix has failed if the text after it does not compile under CPython 3.14, has lost a comment, has changed lines outside of the
 * finding's function and the imports, still has the finding, or has a new one of level warning or error. Nothing is written.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { createTwoFilesPatch } from 'diff';
import { type Finding, type Fix, LEVELS } from '../server/src/engine/findings/finding.ts';
import { type Assets, loadAssets } from '../server/src/workspace/assets.ts';
import { applyEdits } from '../server/src/workspace/edits.ts';
import { fixAll } from '../server/src/workspace/fix-all.ts';
import { Project } from '../server/src/workspace/project.ts';
import { NO_OVERRIDES } from '../server/src/workspace/project-setup.ts';
import { cpython } from '../test/harness/cpython.ts';
import { lossesOf, textFaultsOf } from '../test/harness/repairs.ts';
import pinned from './ecosystem.json' with { type: 'json' };
import { formatTable } from './table.ts';

const FOLDER = fileURLToPath(new URL('../.ecosystem', import.meta.url));
const WARNING = LEVELS.indexOf('warning');

const program = new Command('npm run ecosystem:fixes --')
  .argument('[package...]', 'only these of the pinned packages')
  .option('--show <number>', 'print so many changes', Number, 0)
  .parse();
const options = program.opts<{ show: number }>();
const names = program.args.length > 0 ? program.args : Object.keys(pinned.packages);

interface Tally {
  readonly fixes: Map<string, number>;
  readonly refused: Map<string, number>;
  readonly faults: string[];
  findings: number;
  together: number;
}

const tally: Tally = { fixes: new Map(), refused: new Map(), faults: [], findings: 0, together: 0 };
const assets = await loadAssets();
const compiles = await cpython();
let left = options.show;
for (const name of names) await tryPackage(name, assets);
print();
if (tally.faults.length > 0) process.exitCode = 1;

async function tryPackage(name: string, loaded: Assets): Promise<void> {
  const root = `${FOLDER}/${name}`;
  if (!existsSync(root)) return program.error(`error: ${name} is not downloaded: run \`npm run ecosystem\``);
  const project = Project.open(root, { ...NO_OVERRIDES, isIsolated: true }, loaded, false);
  const { files } = project.setup;
  await project.index(files);
  const { findings } = project.check(files);
  tally.findings += findings.length;
  for (const finding of findings) {
    const { fixes, withheld } = project.repairThoroughly(finding);
    if (withheld !== null) count(tally.refused, withheld.replace(/`[^`]*`/g, '`…`'));
    for (const fix of fixes) {
      count(tally.fixes, fix.title.replace(/`[^`]*`|the call/g, '…'));
      const faults = await faultsOf(project, finding, fix, findings);
      tally.faults.push(...faults.map((fault) => `${placeOf(finding)} ${fix.title}: ${fault}`));
    }
  }
  process.stderr.write(`${name}: ${findings.length} findings, ${tally.faults.length} faults so far\n`);
  await tryTogether(project, files, root);
}

/** What is wrong with `fix`, made alone; the project is as it was afterwards. */
async function faultsOf(
  project: Project,
  finding: Finding,
  fix: Fix,
  findings: readonly Finding[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  const paths = [...new Set(fix.edits.map(({ path }) => path))];
  const affected = new Set([...paths, finding.path]);
  for (const path of paths) {
    const before = textOf(project, path);
    const after = applyEdits(
      before,
      fix.edits.filter((edit) => edit.path === path),
    );
    faults.push(...(await textFaults(before, after)));
    if (path === finding.path && paths.length === 1) faults.push(...strayLines(project, finding, before, after));
    if (left-- > 0) process.stdout.write(`${createTwoFilesPatch(path, fix.title, before, after)}\n`);
    project.open(path, after);
  }
  await project.load([...affected]);
  const now = project.check([...affected]).findings;
  const then = findings.filter(({ path }) => affected.has(path));
  faults.push(...newFindings(then, now, finding));
  for (const path of paths) project.close(path);
  await project.load([...affected]);
  return faults;
}

async function tryTogether(project: Project, files: readonly string[], root: string): Promise<void> {
  const { changes, failures } = await fixAll(project, files, 'unsafe');
  for (const { path, message } of failures) tally.faults.push(`${path ?? root} all together: ${message}`);
  for (const [path, { before, text, made }] of changes) {
    tally.together += made.length;
    const faults = await textFaults(before.text, text);
    tally.faults.push(...faults.map((fault) => `${path} all together: ${fault}`));
  }
}

/** What CPython would not have before need not compile after. */
function textFaults(before: string, after: string): Promise<readonly string[]> {
  return compiles(before) === '' ? textFaultsOf(before, after) : lossesOf(before, after);
}

/** Lines that went or came outside of the function around the finding, and are no imports. */
function strayLines(project: Project, finding: Finding, before: string, after: string): readonly string[] {
  const summary = project.analyzer.summaryOf(finding.path);
  const scopes = project.analyzer.program.moduleAt(finding.path)?.definitions ?? [];
  const around = scopes
    .flatMap((definition) => (definition?.scope.kind === 'function' ? [definition.scope.span] : []))
    .filter(({ start, end }) => start <= finding.range.startOffset && finding.range.endOffset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (summary === undefined || around === undefined) return [];
  const inside = new Set(after.split(/\r\n|\r|\n/));
  const outside = `${before.slice(0, around.start)}\n${before.slice(around.end)}`.split(/\r\n|\r|\n/);
  return outside
    .filter(
      (line) => !inside.has(line) && !/^\s*(?:import|from)\b|^\s*\w+,?$|^\s*[()]/.test(line) && line.trim() !== '',
    )
    .map((line) => `changed a line elsewhere: ${line.trim()}`);
}

/** Findings of level warning and above that `now` has and `then` had not; and the one that should be `gone`. */
function newFindings(then: readonly Finding[], now: readonly Finding[], gone: Finding): readonly string[] {
  const key = ({ path, rule, message }: Finding) => `${path} ${rule} ${message}`;
  const allowed = then.map(key);
  allowed.splice(allowed.indexOf(key(gone)), 1);
  return now.flatMap((finding) => {
    const index = allowed.indexOf(key(finding));
    if (index >= 0) allowed.splice(index, 1);
    const isMild = LEVELS.indexOf(finding.level) > Math.max(WARNING, LEVELS.indexOf(gone.level));
    return index >= 0 || isMild
      ? []
      : [`left or new: ${finding.range.start.line + 1} [${finding.rule}] ${finding.message}`];
  });
}

function textOf(project: Project, path: string): string {
  const source = project.sourceOf(path);
  return 'text' in source ? source.text : '';
}

function placeOf({ path, range }: Finding): string {
  return `${path.slice(FOLDER.length + 1)}:${range.start.line + 1}`;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function print(): void {
  const rows = (counts: Map<string, number>) =>
    [...counts].sort(([, a], [, b]) => b - a).map(([key, number]) => [key, String(number)]);
  process.stdout.write(`\n${formatTable(['fix', 'tried'], rows(tally.fixes))}\n`);
  process.stdout.write(`\n${formatTable(['withheld because', 'findings'], rows(tally.refused))}\n`);
  for (const fault of tally.faults) process.stdout.write(`FAILED ${fault}\n`);
  const tried = [...tally.fixes.values()].reduce((sum, number) => sum + number, 0);
  process.stdout.write(
    `\n${tally.findings} findings; ${tried} fixes tried alone, ${tally.together} together, ${tally.faults.length} faults\n`,
  );
}
