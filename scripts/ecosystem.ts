/**
 * `npm run ecosystem`: what Offloop says of real packages, pinned in ecosystem.json, before and after a change.
 *
 *     npm run ecosystem                      checks every package and prints a table
 *     npm run ecosystem -- starlette gql     only these
 *     npm run ecosystem -- --diff            also the findings that came and went since the last run
 *     npm run ecosystem -- --diff FILE       the same, since the run whose results were kept in FILE
 *
 * Needs Python and pip. Sources are unpacked, never run, below .ecosystem/ (not in git), results stand in .ecosystem/results.json.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { builtCli } from './built-cli.ts';
import pinned from './ecosystem.json' with { type: 'json' };
import { type Cost, run } from './measure.ts';
import { formatTable } from './table.ts';

interface FindingRecord {
  readonly rule: string;
  readonly severity: string;
  /** `path:line:column`. */
  readonly place: string;
  readonly message: string;
  /** The chain, one link a line. */
  readonly chain: readonly string[];
}

interface PackageResult extends Cost {
  readonly version: string;
  readonly files: number;
  readonly lines: number;
  readonly findings: readonly FindingRecord[];
  /** What `offloop check` said on stderr where it could not do its job; null if it could. */
  readonly crash: string | null;
}

type Results = Readonly<Record<string, PackageResult>>;

const FOLDER = fileURLToPath(new URL('../.ecosystem', import.meta.url));
const RESULTS = `${FOLDER}/results.json`;
const VERSIONS: Readonly<Record<string, string>> = pinned.packages;

const program = new Command('npm run ecosystem --')
  .argument('[package...]', 'only these of the pinned packages')
  .option('--diff [results]', 'also print what came and went since the last run, or since the one in this file')
  .option('--download', 'download, and check nothing')
  .parse();
const options = program.opts<{ diff?: string | true; download?: boolean }>();
const unknown = program.args.filter((name) => !(name in VERSIONS));
if (unknown.length > 0) program.error(`error: not in scripts/ecosystem.json: ${unknown.join(', ')}`);
const names = program.args.length > 0 ? program.args : Object.keys(VERSIONS);

for (const name of names) download(name);
if (options.download !== true) {
  const offloop = builtCli(`${FOLDER}/.offloop`);
  const before = readResults(typeof options.diff === 'string' ? options.diff : RESULTS);
  const results = Object.fromEntries(names.map((name) => [name, check(name, offloop)]));
  writeFileSync(RESULTS, `${JSON.stringify({ ...readResults(RESULTS), ...results }, null, 1)}\n`);
  process.stdout.write(`\n${packageTable(results)}\n${ruleTable(results)}`);
  if (options.diff !== undefined) process.stdout.write(`\n${difference(before, results)}`);
  if (Object.values(results).some(({ crash }) => crash !== null)) process.exitCode = 1;
}

/**
 * Unpacks the pinned version of `name`, unless it is there. A wheel is taken, for installing one runs nothing of it, and for one
 * fixed platform, so that every machine sees the same sources.
 */
function download(name: string): void {
  const folder = `${FOLDER}/${name}`;
  const stamp = `${folder}/.version`;
  const version = VERSIONS[name] ?? '';
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return;
  process.stderr.write(`downloading ${name} ${version}\n`);
  rmSync(folder, { recursive: true, force: true });
  const target = [
    '--python-version',
    pinned.pythonVersion,
    ...pinned.platforms.flatMap((each) => ['--platform', each]),
  ];
  const quiet = ['--quiet', '--disable-pip-version-check', '--root-user-action=ignore', '--no-compile'];
  const wanted = [
    '--no-deps',
    '--only-binary=:all:',
    '--ignore-requires-python',
    ...target,
    '--target',
    `${folder}.part`,
    `${name}==${version}`,
  ];
  rmSync(`${folder}.part`, { recursive: true, force: true });
  execFileSync('python3', ['-m', 'pip', 'install', ...quiet, ...wanted], { stdio: 'inherit' });
  makeProject(`${folder}.part`, name);
  writeFileSync(`${folder}.part/.version`, version);
  renameSync(`${folder}.part`, folder);
}

/** What makes the unpacked package a project of its own: its root, the Python it is for, and that our .gitignore is not its. */
function makeProject(folder: string, name: string): void {
  const metadata = readdirSync(folder).find((entry) => entry.endsWith('.dist-info')) ?? '';
  const text = readFileSync(`${folder}/${metadata}/METADATA`, 'utf8');
  const required = /^Requires-Python: (.*)$/m.exec(text)?.[1];
  const requires = required === undefined ? '' : `requires-python = ${JSON.stringify(required)}\n`;
  writeFileSync(`${folder}/pyproject.toml`, `[project]\nname = ${JSON.stringify(name)}\n${requires}`);
  writeFileSync(`${folder}/.gitignore`, '!*\n');
}

/** Runs the built command on the package, all rules on. */
function check(name: string, offloop: readonly string[]): PackageResult {
  const folder = `${FOLDER}/${name}`;
  const flags = ['check', '.', '--isolated', '--no-cache', '--select', 'all', '--output-format', 'json'];
  const { status, stdout, stderr, userCpu, wall, peakMemory } = run([...offloop, ...flags], folder);
  const hasReport = stdout.startsWith('{');
  const report = hasReport ? JSON.parse(stdout) : { findings: [], summary: { files: 0 } };
  const crash = status > 1 || !hasReport ? stderr.trim() || `exit code ${status}` : null;
  process.stderr.write(`${name}: ${report.findings.length} findings${crash === null ? '' : `, CRASH: ${crash}`}\n`);
  return {
    version: VERSIONS[name] ?? '',
    files: report.summary.files,
    lines: linesIn(folder),
    findings: report.findings.map(recordOf),
    crash,
    userCpu: Math.round(userCpu),
    wall: Math.round(wall),
    peakMemory: Math.round(peakMemory),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the JSON contract of `offloop check`
function recordOf({ rule, severity, path, range, message, evidence }: any): FindingRecord {
  return {
    rule,
    severity,
    place: `${path}:${range.start.line}:${range.start.column}`,
    message,
    // biome-ignore lint/suspicious/noExplicitAny: as above
    chain: evidence.map((link: any) => `${link.path}:${link.range.start.line} ${link.text}`),
  };
}

function linesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.py'));
  return files.reduce((sum, path) => sum + readFileSync(`${folder}/${path}`, 'latin1').split('\n').length - 1, 0);
}

function readResults(path: string): Results {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

function packageTable(results: Results): string {
  const rows = Object.entries(results).map(([name, { version, files, lines, findings, crash, ...cost }]) => [
    `${name} ${version}`,
    String(files),
    String(lines),
    ...(crash === null ? levelsOf(findings) : ['crash', '', '', '']),
    (cost.wall / 1000).toFixed(2),
    (cost.userCpu / 1000).toFixed(2),
    String(cost.peakMemory),
  ]);
  const head = ['package', 'files', 'lines', 'findings', 'error', 'warning', 'info', 's', 's CPU', 'MB'];
  return formatTable(head, rows);
}

function levelsOf(findings: readonly FindingRecord[]): string[] {
  const count = (...levels: string[]) => findings.filter(({ severity }) => levels.includes(severity)).length;
  return [findings.length, count('error'), count('warning'), count('information', 'hint')].map(String);
}

function ruleTable(results: Results): string {
  const found = Object.entries(results).flatMap(([name, { findings }]) => findings.map(({ rule }) => ({ name, rule })));
  const rules = [...new Set(found.map(({ rule }) => rule))].sort();
  const rows = rules.map((rule) => {
    const those = found.filter((each) => each.rule === rule);
    return [rule, String(those.length), String(new Set(those.map(({ name }) => name)).size)];
  });
  return formatTable(['rule', 'findings', 'packages'], [...rows, ['all', String(found.length), '']]);
}

/** Findings by package that only one of the two runs has; packages that only one of them checked are left out. */
function difference(before: Results, after: Results): string {
  const lines = Object.entries(after).flatMap(([name, result]) => {
    const old = before[name]?.findings;
    if (old === undefined) return [`  ${name}: not in the results compared with`];
    const vanished = without(old, result.findings).map((finding) => `- ${name} ${lineOf(finding)}`);
    const appeared = without(result.findings, old).map((finding) => `+ ${name} ${lineOf(finding)}`);
    return [...vanished, ...appeared];
  });
  return lines.length === 0 ? 'the same findings as before\n' : `${lines.join('\n')}\n`;
}

function without(findings: readonly FindingRecord[], others: readonly FindingRecord[]): readonly FindingRecord[] {
  const known = new Set(others.map(keyOf));
  return findings.filter((finding) => !known.has(keyOf(finding)));
}

function keyOf({ place, rule, severity }: FindingRecord): string {
  return `${place} ${rule} ${severity}`;
}

function lineOf({ place, rule, message, chain }: FindingRecord): string {
  return [`${place} [${rule}] ${message}`, ...(chain.length > 1 ? chain : []).map((link) => `      ${link}`)].join(
    '\n',
  );
}
