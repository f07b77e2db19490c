/**
 * `npm run ecosystem:fixes`: tries every fix on the real packages below .ecosystem/ (see ecosystem.ts), each alone and all together.
 *
 *     npm run ecosystem:fixes                    every package
 *     npm run ecosystem:fixes -- starlette gql   only these
 *     npm run ecosystem:fixes -- --show 20       also prints the first 20 changes as diffs, to read, and why so many have no fix
 *
 * A fix has failed if the text after it does not compile under CPython 3.14, has lost a comment, has changed lines outside of the
 * finding's function and the imports, still has the finding, or has a new one of level warning or error. All together have failed
 * if a file does, or if there is more to fix afterwards. Nothing is written.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { createTwoFilesPatch } from 'diff';
import { type Finding, type Fix, LEVELS } from '../server/src/engine/findings/finding.ts';
import { scopesOf } from '../server/src/engine/summary/packed-scopes.ts';
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
const opened = new Set<string>();
/** Whether texts compile as they are. */
const sound = new Map<string, boolean>();
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
  const repairs = findings.map((finding) => ({ finding, repair: project.repairThoroughly(finding) }));
  const trials: Trial[] = [];
  for (const { finding, repair } of repairs) {
    const { fixes, withheld } = repair;
    if (withheld !== null) {
      count(tally.refused, withheld.replace(/`[^`]*`/g, '`…`'));
      if (left-- > 0) process.stdout.write(`${placeOf(finding)} ${finding.message}\n  no fix: ${withheld}\n\n`);
    }
    for (const fix of fixes) {
      count(tally.fixes, fix.title.replace(/`[^`]*`|the call/g, '…'));
      trials.push(trialOf(project, finding, fix));
    }
  }
  for (const trial of trials) tally.faults.push(...(await writtenFaultsOf(project, trial)));
  for (const batch of batchesOf(trials)) {
    const faults = await effectsOf(project, batch, findings);
    if (faults.length === 0) continue;
    for (const trial of batch) tally.faults.push(...(await effectsOf(project, [trial], findings)));
  }
  for (const path of opened) project.close(path);
  opened.clear();
  await project.index(files);
  process.stderr.write(`${name}: ${findings.length} findings, ${tally.faults.length} faults so far\n`);
  await tryTogether(project, files, findings, root);
}

/** A fix on trial: the texts of the files that it changes, without it and with it. */
interface Trial {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly texts: readonly { readonly path: string; readonly before: string; readonly after: string }[];
}

function trialOf(project: Project, finding: Finding, fix: Fix): Trial {
  const texts = [...new Set(fix.edits.map(({ path }) => path))].map((path) => {
    const before = textOf(project, path);
    const edits = fix.edits.filter((edit) => edit.path === path);
    return { path, before, after: applyEdits(before, edits) };
  });
  return { finding, fix, texts };
}

async function writtenFaultsOf(project: Project, trial: Trial): Promise<readonly string[]> {
  const { finding, fix, texts } = trial;
  const faults: string[] = [];
  for (const { path, before, after } of texts) {
    const title = `${fix.title} (${fix.safety})`;
    if (left-- > 0) process.stdout.write(`${createTwoFilesPatch(placeOf(finding), title, before, after)}\n`);
    // What makes a helper async changes that, and all who call it.
    const isLocal = path === finding.path && !/^Make /.test(fix.title);
    faults.push(...(await textFaults(before, after)));
    if (isLocal) faults.push(...strayLines(project, finding, before, after));
  }
  return faults.map((fault) => describe(trial, fault));
}

/** All of `trials`, in as few batches as can be without two that concern the same file: the program is linked again for each. */
function batchesOf(trials: readonly Trial[]): readonly (readonly Trial[])[] {
  const batches: { readonly trials: Trial[]; readonly paths: Set<string> }[] = [];
  for (const trial of trials) {
    const paths = pathsOf(trial);
    let batch = batches.find((each) => !paths.some((path) => each.paths.has(path)));
    if (batch === undefined) {
      batch = { trials: [], paths: new Set() };
      batches.push(batch);
    }
    batch.trials.push(trial);
    for (const path of paths) batch.paths.add(path);
  }
  return batches.map((batch) => batch.trials);
}

function pathsOf({ finding, texts }: Trial): readonly string[] {
  return [...new Set([finding.path, ...texts.map(({ path }) => path)])];
}

/** Which findings `trials` leave or bring; the project is as it was afterwards. */
async function effectsOf(
  project: Project,
  trials: readonly Trial[],
  findings: readonly Finding[],
): Promise<readonly string[]> {
  const texts = trials.flatMap((trial) => trial.texts);
  for (const { path, after } of texts) {
    opened.add(path);
    project.open(path, after);
  }
  const paths = trials.flatMap(pathsOf);
  await project.load(paths);
  const now = project.check(paths).findings;
  const faults = trials.flatMap((trial) => {
    const affected = pathsOf(trial);
    const of = (all: readonly Finding[]) => all.filter(({ path }) => affected.includes(path));
    return newFindings(of(findings), of(now), trial.finding).map((fault) => describe(trial, fault));
  });
  // Left open: a file that is opened or closed makes the project list its files again, which takes longer than the check.
  for (const { path, before } of texts) project.open(path, before);
  return faults;
}

function describe({ finding, fix }: Trial, fault: string): string {
  return `${placeOf(finding)} ${fix.title}: ${fault}`;
}

async function tryTogether(
  project: Project,
  files: readonly string[],
  findings: readonly Finding[],
  root: string,
): Promise<void> {
  const fail = (path: string, fault: string) => tally.faults.push(`${path} all together: ${fault}`);
  const { changes, failures } = await fixAll(project, files, 'unsafe');
  for (const { path, message } of failures) fail(path ?? root, message);
  for (const [path, { before, text, made }] of changes) {
    tally.together += made.length;
    for (const fault of await textFaults(before.text, text)) fail(path, fault);
  }
  for (const fault of newFindings(findings, project.check(files).findings, null)) fail(root, fault);
  const again = await fixAll(project, files, 'unsafe');
  for (const [path, { made }] of again.changes) {
    for (const { fix } of made) fail(path, `to be made again: ${fix.title}`);
  }
}

/** What CPython would not have before need not compile after. */
function textFaults(before: string, after: string): Promise<readonly string[]> {
  return isSound(before) ? textFaultsOf(before, after) : lossesOf(before, after);
}

function isSound(text: string): boolean {
  const known = sound.get(text) ?? compiles(text) === '';
  sound.set(text, known);
  return known;
}

/** Lines that went or came outside of the function around the finding, and are no imports. */
function strayLines(project: Project, finding: Finding, before: string, after: string): readonly string[] {
  const summary = project.analyzer.summaryOf(finding.path);
  const around = (summary === undefined ? [] : [...scopesOf(summary.scopes)])
    .flatMap(({ kind, span }) => (kind === 'function' ? [span] : []))
    .filter(({ start, end }) => start <= finding.range.startOffset && finding.range.endOffset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (around === undefined) return [];
  const inside = new Set(after.split(/\r\n|\r|\n/));
  const outside = `${before.slice(0, around.start)}\n${before.slice(around.end)}`.split(/\r\n|\r|\n/);
  return outside
    .filter(
      (line) => !inside.has(line) && !/^\s*(?:import|from)\b|^\s*\w+,?$|^\s*[()]/.test(line) && line.trim() !== '',
    )
    .map((line) => `changed a line elsewhere: ${line.trim()}`);
}

/** Findings of level warning and above that `now` has and `then` had not; and the one that should be `gone`, if there is one. */
function newFindings(then: readonly Finding[], now: readonly Finding[], gone: Finding | null): readonly string[] {
  const key = ({ path, rule, message }: Finding) => `${path} ${rule} ${message}`;
  const allowed = then.map(key);
  if (gone !== null) allowed.splice(allowed.indexOf(key(gone)), 1);
  return now.flatMap((finding) => {
    const index = allowed.indexOf(key(finding));
    if (index >= 0) allowed.splice(index, 1);
    const isMild = LEVELS.indexOf(finding.level) > Math.max(WARNING, gone === null ? 0 : LEVELS.indexOf(gone.level));
    return index >= 0 || isMild
      ? []
      : [
          `left or new: ${finding.path.slice(FOLDER.length + 1)}:${finding.range.start.line + 1} [${finding.rule}] ${finding.message}`,
        ];
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
