/**
 * Applies the fixes of all findings until none is left. Everything happens in the project's opened texts: nothing is written to
 * disk here; whoever called writes the `changes`, shows them, or closes the files again.
 */
import type { Fix, Safety, TextEdit } from '../engine/findings/finding.ts';
import { applyEdits, planEdits } from './edits.ts';
import type { Failure, Project } from './project.ts';
import type { SourceText } from './source-text.ts';

/** Fixes may free the way for others; more rounds than this mean that two of them undo each other. */
const MOST_ROUNDS = 10;

export interface ChangedText {
  /** As it was before the first round. */
  readonly before: SourceText;
  readonly text: string;
}

export interface FixOutcome {
  /** By path. Those files are left open in the project. */
  readonly changes: ReadonlyMap<string, ChangedText>;
  /** How many fixes were made. */
  readonly fixed: number;
  /** Fixes that would have broken a file; that file was left as it was. */
  readonly failures: readonly Failure[];
}

/** Fixes what `project.check(paths)` finds, with safe fixes, or with any. Changes no file outside of `paths`. */
export async function fixAll(project: Project, paths: readonly string[], allowed: Safety): Promise<FixOutcome> {
  const changes = new Map<string, ChangedText>();
  const failures: Failure[] = [];
  const changeable = new Set(paths);
  let fixed = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const plan = planEdits(fixesOf(project, paths, allowed, changeable));
    if (plan.fixes.length === 0) break;
    for (const [path, edits] of plan.edits) {
      const change = changeText(project, path, edits, changes.get(path));
      if (change !== null) {
        changes.set(path, change);
        continue;
      }
      changeable.delete(path);
      failures.push({ path, rule: null, message: 'a fix would break the syntax; it was not made' });
    }
    fixed += plan.fixes.filter((fix) => fix.edits.every((edit) => changeable.has(edit.path))).length;
    await project.load([...plan.edits.keys()]);
  }
  return { changes, fixed, failures };
}

/** Makes `edits` in the opened text of `path`. Null, and the text is as it was, if that would break its syntax. */
function changeText(
  project: Project,
  path: string,
  edits: readonly TextEdit[],
  former: ChangedText | undefined,
): ChangedText | null {
  const source = project.sourceOf(path);
  if ('severity' in source) return null;
  const wasSound = project.analyzer.summaryOf(path)?.firstError === null;
  const text = applyEdits(source.text, edits);
  project.open(path, text);
  const isSound = project.analyzer.summaryOf(path)?.firstError === null;
  if (isSound || !wasSound) return { before: former?.before ?? source, text };
  if (former === undefined) project.close(path);
  else project.open(path, former.text);
  return null;
}

/** The best allowed fix of each finding, whose edits stay in `changeable` files. */
function fixesOf(project: Project, paths: readonly string[], allowed: Safety, changeable: ReadonlySet<string>): Fix[] {
  return project.check(paths).findings.flatMap((finding) => {
    const { fixes } = project.repair(finding);
    const fix = fixes.find(({ safety }) => safety === 'safe' || allowed === 'unsafe');
    return fix?.edits.every((edit) => changeable.has(edit.path)) ? [fix] : [];
  });
}
