/**
 * Applies the fixes of all findings until none is left. Everything happens in the project's opened texts: nothing is written to
 * disk here; whoever called writes `texts`, shows them, or closes them again.
 */
import type { Fix, Safety } from '../engine/findings/finding.ts';
import { applyEdits, planEdits } from './edits.ts';
import type { Failure, Project } from './project.ts';

/** Fixes may free the way for others; more rounds than this mean that two of them undo each other. */
const MOST_ROUNDS = 10;

export interface FixOutcome {
  /** The new text of each changed file. Those files are left open in the project. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many fixes were made. */
  readonly fixed: number;
  /** Fixes that would have broken a file; that file was left as it was. */
  readonly failures: readonly Failure[];
}

/** Fixes what `project.check(paths)` finds, with safe fixes, or with any. Changes no file outside of `paths`. */
export async function fixAll(project: Project, paths: readonly string[], allowed: Safety): Promise<FixOutcome> {
  const texts = new Map<string, string>();
  const failures: Failure[] = [];
  const changeable = new Set(paths);
  let fixed = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const plan = planEdits(fixesOf(project, paths, allowed, changeable));
    if (plan.fixes.length === 0) break;
    for (const [path, edits] of plan.edits) {
      const source = project.sourceOf(path);
      if ('severity' in source) continue;
      const text = applyEdits(source.text, edits);
      const wasBroken = project.analyzer.summaryOf(path)?.firstError != null;
      project.open(path, text);
      if (project.analyzer.summaryOf(path)?.firstError != null && !wasBroken) {
        failures.push({ path, rule: null, message: 'a fix would have broken the syntax; the file was left as it was' });
        changeable.delete(path);
        restore(project, path, texts.get(path));
      } else {
        texts.set(path, text);
      }
    }
    fixed += plan.fixes.filter((fix) => fix.edits.every((edit) => changeable.has(edit.path))).length;
    await project.load([...plan.edits.keys()]);
  }
  return { texts, fixed, failures };
}

/** The best allowed fix of each finding, whose edits stay in `changeable` files. */
function fixesOf(project: Project, paths: readonly string[], allowed: Safety, changeable: ReadonlySet<string>): Fix[] {
  return project.check(paths).findings.flatMap((finding) => {
    const { fixes } = project.repair(finding);
    const fix = fixes.find(({ safety }) => safety === 'safe' || allowed === 'unsafe');
    return fix?.edits.every((edit) => changeable.has(edit.path)) ? [fix] : [];
  });
}

function restore(project: Project, path: string, text: string | undefined): void {
  if (text === undefined) project.close(path);
  else project.open(path, text);
}
