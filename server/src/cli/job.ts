/** A job: one project and the files to check in it; and what comes of doing it. */
import type { Safety } from '../engine/findings/finding.ts';
import { answerKey, readAnswer, writeAnswer } from '../workspace/answer-cache.ts';
import { buildIdentity } from '../workspace/assets.ts';
import { type FixOutcome, fixAll } from '../workspace/fix-all.ts';
import { byPath } from '../workspace/paths.ts';
import type { Problem } from '../workspace/problem.ts';
import type { Failure, Project } from '../workspace/project.ts';
import { writeChanges } from './changes.ts';
import type { CheckOptions } from './options.ts';
import type { Reported, ReportedFinding } from './reporters/report.ts';

export interface Job {
  readonly project: Project;
  readonly files: readonly string[];
  /** The one file is open with a text that is not on disk. */
  readonly isStdin: boolean;
}

/** What a check finds out: plain data, so that it can be kept. */
interface Answer {
  readonly findings: readonly ReportedFinding[];
  readonly problems: readonly Problem[];
  readonly failures: readonly Failure[];
  /** How many of the files could not be checked. */
  readonly leftOut: number;
}

export interface JobOutcome extends Answer {
  readonly job: Job;
  readonly changes: FixOutcome['changes'];
}

/** Checks the files of `job`, and makes fixes if `options` ask for them: in its files, or for `--diff` in memory alone. */
export async function doJob(job: Job, options: CheckOptions): Promise<JobOutcome> {
  const isFixing = options.fix === true || options.diff === true;
  if (isFixing) return fix(job, options.unsafeFixes ? 'unsafe' : 'safe', options.diff !== true && !job.isStdin);
  const answer = options.cache && !job.isStdin ? await rememberedAnswer(job) : await answerOf(job);
  return { ...answer, job, changes: new Map() };
}

async function fix(job: Job, allowed: Safety, isWriting: boolean): Promise<JobOutcome> {
  const { project, files } = job;
  await project.index(files);
  const made = await fixAll(project, files, allowed);
  const changes = new Map(made.changes);
  const unwritten = isWriting ? writeChanges(changes) : [];
  for (const { path } of unwritten) {
    if (path === null) continue;
    changes.delete(path);
    project.close(path);
  }
  const answer = await answerOf(job);
  const problems = [...unwritten, ...answer.problems];
  return { ...answer, problems, failures: [...made.failures, ...answer.failures], job, changes };
}

/** The answer of the last run, if nothing has changed since; else a new one, which is kept. */
async function rememberedAnswer(job: Job): Promise<Answer> {
  const { setup } = job.project;
  const build = buildIdentity();
  const key = build === null ? null : answerKey(build, setup, job.files);
  const kept = key === null ? null : readAnswer<Answer>(setup.root, key);
  if (kept !== null) return kept;
  const answer = await answerOf(job);
  const isWhole = answer.failures.length === 0 && job.project.cacheNote === null;
  if (key !== null && isWhole) writeAnswer(setup.root, key, answer);
  return answer;
}

async function answerOf({ project, files }: Job): Promise<Answer> {
  await project.index(files);
  const { findings, failures } = project.check(files);
  const reported = project.repairs(findings);
  project.saveCache();
  const leftOut = files.filter((path) => project.isLeftOut(path)).length;
  const notes = project.cacheNote === null ? [] : [project.cacheNote];
  return {
    findings: reported,
    problems: [...notes, ...project.problemsIn(files)],
    failures: [...failures, ...project.repairFailures],
    leftOut,
  };
}

/** What all jobs found, as one. */
export function reportedOf(outcomes: readonly JobOutcome[]): Reported {
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  const sum = (numberOf: (outcome: JobOutcome) => number) =>
    outcomes.reduce((total, outcome) => total + numberOf(outcome), 0);
  return {
    findings: findings.toSorted((a, b) => byPath(a.finding.path, b.finding.path)),
    summary: {
      files: sum(({ job, leftOut }) => job.files.length - leftOut),
      errors: sum(({ leftOut }) => leftOut) + sum(faultsOf),
      fixed: sum(({ changes }) => [...changes.values()].reduce((total, { made }) => total + made.length, 0)),
    },
  };
}

/** Failures on a file count with the files that were left out. */
function faultsOf({ failures }: JobOutcome): number {
  return failures.filter(({ path }) => path === null).length;
}
