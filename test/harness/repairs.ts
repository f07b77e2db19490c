/**
 * Repairs as tests look at them: what a fix makes of a file, and whether it keeps what every fix must keep: the text compiles, no
 * comment is lost, its finding is gone and no other came, and nothing is left to fix at that place.
 */
import type { Analyzer } from '../../server/src/engine/analyzer.ts';
import { type Finding, type Fix, LEVELS, type Repair } from '../../server/src/engine/findings/finding.ts';
import type { EngineSettings } from '../../server/src/engine/settings.ts';
import { Kind } from '../../server/src/engine/syntax/kinds.ts';
import type { SyntaxTable } from '../../server/src/engine/syntax/table.ts';
import { applyEdits } from '../../server/src/workspace/edits.ts';
import { cpython } from './cpython.ts';
import { analyzerOf, assets } from './engine.ts';

export interface Repaired {
  readonly finding: Finding;
  readonly repair: Repair;
}

/** The findings in `files` (below `/project/`) and their fixes. */
export async function repairsIn(
  files: Readonly<Record<string, string>>,
  changes: Partial<EngineSettings> = {},
): Promise<{ readonly analyzer: Analyzer; readonly repairs: readonly Repaired[] }> {
  const analyzer = await analyzerOf(files, changes);
  const { parser } = await assets();
  const { findings, failures } = analyzer.check(Object.keys(files).map((name) => `/project/${name}`));
  if (failures.length > 0) throw new Error(failures.map(({ message }) => message).join('\n'));
  const tables = new Map<string, SyntaxTable>();
  const tableOf = (path: string): SyntaxTable => {
    const table = tables.get(path) ?? parser.parseOnce(files[path.slice('/project/'.length)] ?? '');
    tables.set(path, table);
    return table;
  };
  const repairs = findings.map((finding) => {
    const table = tableOf(finding.path);
    return { finding, repair: analyzer.repair(finding, table, tableOf, true) };
  });
  return { analyzer, repairs };
}

/** `text`, the file of `fix`, after the fix, which changes no other. */
export function fixed(text: string, fix: Fix): string {
  return applyEdits(text, fix.edits);
}

/** `files` (below `/project/`) after `fix`. */
export function fixedFiles(files: Readonly<Record<string, string>>, fix: Fix): Readonly<Record<string, string>> {
  const changed = Object.entries(files).map(([name, text]) => {
    return [
      name,
      applyEdits(
        text,
        fix.edits.filter(({ path }) => path === `/project/${name}`),
      ),
    ];
  });
  return Object.fromEntries(changed);
}

/** What of a comment must stay: a fix may take out what is said to Offloop alone, and silences nothing. */
function lasting(comment: string): string {
  return comment.replace(/\s*#\s*offloop:.*/i, '');
}

/** The comments of `text`, sorted, without the `\r` that one behind which a line ends has. */
async function commentsIn(text: string): Promise<string[]> {
  const { parser } = await assets();
  const table = parser.parseOnce(text);
  const comments: string[] = [];
  for (let node = 0; node < table.length; node++) {
    if (table.kinds[node] === Kind.comment)
      comments.push(lasting(text.slice(table.starts[node], table.ends[node]).trimEnd()));
  }
  return comments.filter((comment) => comment !== '').sort();
}

/** What tells findings of one file apart when its text has changed around and in them. */
function keyOf({ rule, message }: Finding): string {
  return `${rule} ${message}`;
}

/** Which findings `after` has that `before` has not, and how many of the kind of `gone` are left too many. */
export function newFindings(before: readonly Finding[], after: readonly Finding[], gone: readonly Finding[]): string[] {
  const allowed = before.map(keyOf);
  for (const finding of gone) allowed.splice(allowed.indexOf(keyOf(finding)), 1);
  const vanished = before.filter((finding) => !after.some((other) => keyOf(other) === keyOf(finding)));
  return after.flatMap((finding) => {
    const index = allowed.indexOf(keyOf(finding));
    if (index >= 0) allowed.splice(index, 1);
    return index >= 0 || isLeftOver(finding, vanished)
      ? []
      : [`${finding.range.start.line + 1}: [${finding.rule}] ${finding.message}`];
  });
}

/** A hint, or what a worse finding at the same place has hidden: an expression tells the worst that is wrong with it. */
function isLeftOver({ level, range }: Finding, vanished: readonly Finding[]): boolean {
  if (level === 'hint') return true;
  return vanished.some(
    (worse) =>
      LEVELS.indexOf(worse.level) < LEVELS.indexOf(level) &&
      worse.range.start.column === range.start.column &&
      worse.range.end.column === range.end.column,
  );
}

/**
 * What is wrong with `after`, the text that `fixes` made of the file called `name`, and with `others`, what they made of the rest;
 * empty if all is well.
 */
export async function faultsOf(
  files: Readonly<Record<string, string>>,
  name: string,
  after: string,
  fixes: readonly Finding[],
  settings: Partial<EngineSettings> = {},
  others: Readonly<Record<string, string>> = files,
): Promise<string[]> {
  const before = files[name] ?? '';
  const faults = await textFaultsOf(before, after);
  for (const [other, text] of Object.entries(others)) {
    if (other !== name && text !== files[other]) faults.push(...(await textFaultsOf(files[other] ?? '', text)));
  }
  const checked = async (texts: Readonly<Record<string, string>>): Promise<readonly Finding[]> => {
    const analyzer = await analyzerOf(texts, settings);
    const isWhole = others !== files;
    return analyzer.check(isWhole ? Object.keys(texts).map((each) => `/project/${each}`) : [`/project/${name}`])
      .findings;
  };
  const left = newFindings(await checked(files), await checked({ ...others, [name]: after }), fixes);
  faults.push(...left.map((each) => `left or new: ${each}`));
  return faults;
}

/** What is wrong with a text that a fix made of `before`, whatever it means. */
export async function textFaultsOf(before: string, after: string): Promise<string[]> {
  const message = (await cpython())(after.replace(/^\uFEFF/, ''));
  const losses = await lossesOf(before, after);
  return message === '' ? losses : [`does not compile: ${message}`, ...losses];
}

/** Comments that `after` has lost, and whether it mixes line ends where `before` does not. */
export async function lossesOf(before: string, after: string): Promise<string[]> {
  const faults: string[] = [];
  const kept = await commentsIn(after);
  for (const comment of await commentsIn(before)) {
    const index = kept.indexOf(comment);
    if (index < 0) faults.push(`comment lost: ${comment}`);
    else kept.splice(index, 1);
  }
  if (!isOfOneStyle(before, after)) faults.push('mixed line ends');
  return faults;
}

function isOfOneStyle(before: string, after: string): boolean {
  const kinds = (text: string) => new Set(text.match(/\r\n|\r|\n/g) ?? []);
  const had = kinds(before);
  return had.size === 0 || [...kinds(after)].every((kind) => had.has(kind));
}
