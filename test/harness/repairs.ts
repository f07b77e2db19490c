/**
 * Repairs as tests look at them: what a fix makes of a file, and whether it keeps what every fix must keep: the text compiles, no
 * comment is lost, its finding is gone and no other came, and nothing is left to fix at that place.
 */
import type { Analyzer } from '../../server/src/engine/analyzer.ts';
import type { Finding, Fix, Repair } from '../../server/src/engine/findings/finding.ts';
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
  const repairs = findings.map((finding) => {
    const text = files[finding.path.slice('/project/'.length)] ?? '';
    const table = tables.get(finding.path) ?? parser.parseOnce(text);
    tables.set(finding.path, table);
    return { finding, repair: analyzer.repair(finding, table) };
  });
  return { analyzer, repairs };
}

/** `text`, the file of `fix`, after the fix. */
export function fixed(text: string, fix: Fix): string {
  return applyEdits(text, fix.edits);
}

/** What of a comment must stay: a fix may take out what is said to Offloop alone, and silences nothing. */
function lasting(comment: string): string {
  return comment.replace(/\s*#\s*offloop:.*/i, '');
}

/** The comments of `text`, sorted. */
async function commentsIn(text: string): Promise<string[]> {
  const { parser } = await assets();
  const table = parser.parseOnce(text);
  const comments: string[] = [];
  for (let node = 0; node < table.length; node++) {
    if (table.kinds[node] === Kind.comment) comments.push(lasting(text.slice(table.starts[node], table.ends[node])));
  }
  return comments.filter((comment) => comment !== '').sort();
}

/** What tells findings of one file apart when its text has changed around and in them. */
function keyOf({ rule, message }: Finding): string {
  return `${rule} ${message}`;
}

/** Which findings `after` has that `before` has not, and how many of the kind of `gone` are left too many. */
function newFindings(before: readonly Finding[], after: readonly Finding[], gone: readonly Finding[]): string[] {
  const allowed = before.map(keyOf);
  for (const finding of gone) allowed.splice(allowed.indexOf(keyOf(finding)), 1);
  return after.flatMap((finding) => {
    const index = allowed.indexOf(keyOf(finding));
    if (index >= 0) allowed.splice(index, 1);
    return index >= 0 ? [] : [`${finding.range.start.line + 1}: [${finding.rule}] ${finding.message}`];
  });
}

/** What is wrong with `after`, the text that `fixes` made of the file called `name`; empty if all is well. */
export async function faultsOf(
  files: Readonly<Record<string, string>>,
  name: string,
  after: string,
  fixes: readonly Finding[],
  settings: Partial<EngineSettings> = {},
): Promise<string[]> {
  const faults: string[] = [];
  const before = files[name] ?? '';
  const message = (await cpython())(after.replace(/^\uFEFF/, ''));
  if (message !== '') faults.push(`does not compile: ${message}`);
  const kept = await commentsIn(after);
  for (const comment of await commentsIn(before)) {
    const index = kept.indexOf(comment);
    if (index < 0) faults.push(`comment lost: ${comment}`);
    else kept.splice(index, 1);
  }
  if (!isOfOneStyle(before, after)) faults.push('mixed line ends');
  const checked = async (text: string): Promise<readonly Finding[]> => {
    const analyzer = await analyzerOf({ ...files, [name]: text }, settings);
    return analyzer.check([`/project/${name}`]).findings;
  };
  const left = newFindings(await checked(before), await checked(after), fixes);
  faults.push(...left.map((each) => `left or new: ${each}`));
  return faults;
}

function isOfOneStyle(before: string, after: string): boolean {
  const kinds = (text: string) => new Set(text.match(/\r\n|\r|\n/g) ?? []);
  const had = kinds(before);
  return had.size === 0 || [...kinds(after)].every((kind) => had.has(kind));
}
