/** A job: one project and the files to check in it; and what comes of doing it. */
import { type FixOutcome, fixAll } from '../workspace/fix-all.ts';
import { byPath } from '../workspace/paths.ts';
import type { Problem } from '../workspace/problem.ts';
import type { Failure, Project } from '../workspace/project.ts';
import type { CheckOptions } from './options.ts';
import type { Reported, ReportedFinding } from './reporters/report.ts';

export interface Job {
  readonly project: Project;
  readonly files: readonly string[];
}

export interface JobOutcome extends FixOutcome {
  readonly job: Job;
  readonly findings: readonly ReportedFinding[];
  readonly problems: readonly Problem[];
  readonly failures: readonly Failure[];
}

/** Checks the files of `job`, and makes fixes in the project's texts if `options` ask for them. Writes nothing but the cache. */
export async function doJob(job: Job, options: CheckOptions): Promise<JobOutcome> {
  const { project, files } = job;
  await project.index(files);
  const problems = project.problemsIn(files);
  const isFixing = options.fix === true || options.diff === true;
  const made = isFixing ? await fixAll(project, files, options.unsafeFixes ? 'unsafe' : 'safe') : NOTHING_MADE;
  const { findings, failures } = project.check(files);
  const reported = findings.map((finding) => ({ finding, repair: project.repair(finding) }));
  project.saveCache();
  return { ...made, job, findings: reported, problems, failures: [...made.failures, ...failures] };
}

const NOTHING_MADE: FixOutcome = { changes: new Map(), fixed: 0, failures: [] };

/** What all jobs found, as one. */
export function reportedOf(outcomes: readonly JobOutcome[]): Reported {
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  const checked = outcomes.flatMap(({ job }) => job.files.filter((path) => !job.project.isLeftOut(path)));
  const leftOut = outcomes.reduce((sum, { job }) => sum + job.files.length, 0) - checked.length;
  const failed = outcomes.reduce((sum, { failures }) => sum + failures.length, 0);
  return {
    findings: findings.toSorted((a, b) => byPath(a.finding.path, b.finding.path)),
    summary: {
      files: checked.length,
      errors: leftOut + failed,
      fixed: outcomes.reduce((sum, { fixed }) => sum + fixed, 0),
    },
  };
}
