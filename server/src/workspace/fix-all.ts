/**
 * Applies the fixes of all findings until none is left. Everything happens in the project's opened texts: nothing is written to
 * disk here; whoever called writes the `changes`, shows them, or closes the files again.
 */
import type { Fix, Safety, TextEdit } from '../engine/findings/finding.ts';
import { applyEdits, type EditPlan, planEdits } from './edits.ts';
import type { Failure, Project } from './project.ts';
import type { SourceText } from './source-text.ts';

/** Fixes may free the way for others; more rounds than this mean that two of them undo each other. */
const MOST_ROUNDS = 10;

/** As many fixes are made at most that change several files. */
const MOST_WIDE_FIXES = 200;

export interface ChangedText {
  /** As it was before the first round. */
  readonly before: SourceText;
  readonly text: string;
  /** The fixes that were made in it, in the order in which they were. */
  readonly made: readonly MadeFix[];
}

/** A fix that was made, and the rule whose finding it repaired. */
interface MadeFix {
  readonly rule: string;
  readonly fix: Fix;
}

export interface FixOutcome {
  /** By path. Those files are left open in the project. */
  readonly changes: ReadonlyMap<string, ChangedText>;
  /** Fixes that would have broken a file; that file was left as it was. */
  readonly failures: readonly Failure[];
}

/** Fixes what `project.check(paths)` finds, with safe fixes, or with any. Changes no file outside of `paths`. */
export async function fixAll(project: Project, paths: readonly string[], allowed: Safety): Promise<FixOutcome> {
  const changes = new Map<string, ChangedText>();
  const failures: Failure[] = [];
  const changeable = new Set(paths);
  for (let round = 0, wide = 0; round < MOST_ROUNDS && wide < MOST_WIDE_FIXES; ) {
    const fixes = fixesOf(project, paths, allowed, changeable);
    const narrow = fixes.filter(({ fix }) => !isWide(fix));
    // What changes several files is made by itself, so that it is made as a whole or not at all.
    const batch = narrow.length > 0 ? narrow : fixes.slice(0, 1);
    const plan = planEdits(batch.map(({ fix }) => fix));
    if (plan.fixes.length === 0) break;
    if (narrow.length > 0) round++;
    else wide++;
    const made = batch.filter(({ fix }) => plan.fixes.includes(fix));
    const broken = makeEdits(project, plan.edits, made, changes);
    for (const path of broken) {
      changeable.delete(path);
      failures.push({ path, rule: null, message: 'a fix would break the syntax; it was not made' });
    }
    await project.load([...plan.edits.keys()]);
  }
  for (const [path, { before, text, made }] of changes) {
    const edits = project.analyzer.leftOverImports(path, before.text, text);
    const tidied = edits.length === 0 ? null : changeText(project, path, edits, text);
    if (tidied !== null) changes.set(path, { before, text: tidied.text, made });
  }
  return { changes, failures };
}

/** Makes the edits of `made`, file by file, and notes them in `changes`. Gives the files whose syntax they would break. */
function makeEdits(
  project: Project,
  edits: EditPlan['edits'],
  made: readonly MadeFix[],
  changes: Map<string, ChangedText>,
): readonly string[] {
  const done = new Map<string, ChangedText>();
  const broken: string[] = [];
  for (const [path, ofFile] of edits) {
    const former = changes.get(path);
    const changed = changeText(project, path, ofFile, former?.text);
    if (changed === null) {
      broken.push(path);
      continue;
    }
    const here = made.filter(({ fix }) => fix.edits[0]?.path === path);
    done.set(path, {
      before: former?.before ?? changed.before,
      text: changed.text,
      made: [...(former?.made ?? []), ...here],
    });
  }
  const isHalf = broken.length > 0 && made.some(({ fix }) => isWide(fix));
  for (const [path, change] of done) {
    if (!isHalf) changes.set(path, change);
    else restore(project, path, changes.get(path)?.text);
  }
  return broken;
}

/** Whether a fix changes several files. */
function isWide({ edits }: Fix): boolean {
  return edits.some(({ path }) => path !== edits[0]?.path);
}

/**
 * Makes `edits` in the text of `path`, and leaves it open. Null if that would break its syntax: then the text is as it was, on
 * disk or, if fixes were made before, `former`.
 */
function changeText(
  project: Project,
  path: string,
  edits: readonly TextEdit[],
  former: string | undefined,
): { readonly before: SourceText; readonly text: string } | null {
  const before = project.sourceOf(path);
  if ('severity' in before) return null;
  const isSound = () => project.analyzer.summaryOf(path)?.firstError === null;
  const wasSound = isSound();
  const text = applyEdits(before.text, edits);
  project.open(path, text);
  if (isSound() || !wasSound) return { before, text };
  restore(project, path, former);
  return null;
}

/** Gives `path` back the text that it had: `former`, or what is on disk. */
function restore(project: Project, path: string, former: string | undefined): void {
  if (former === undefined) project.close(path);
  else project.open(path, former);
}

/** The best allowed fix of each finding, whose edits stay in `changeable` files. */
function fixesOf(
  project: Project,
  paths: readonly string[],
  allowed: Safety,
  changeable: ReadonlySet<string>,
): MadeFix[] {
  return project.check(paths).findings.flatMap((finding) => {
    const { fixes } = project.repair(finding);
    const fix = fixes.find(({ safety }) => safety === 'safe' || allowed === 'unsafe');
    return fix?.edits.every((edit) => changeable.has(edit.path)) ? [{ rule: finding.rule, fix }] : [];
  });
}
