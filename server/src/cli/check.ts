/** `offloop check`: opens the projects of the given paths, checks, fixes if asked to, and reports. */
import { buffer } from 'node:stream/consumers';
import { loadAssets } from '../workspace/assets.ts';
import { problemsOfSelectors } from '../workspace/configuration.ts';
import { absolutePath } from '../workspace/paths.ts';
import { fileProblem, type Problem } from '../workspace/problem.ts';
import { Project } from '../workspace/project.ts';
import { projectRootOf } from '../workspace/project-root.ts';
import type { Overrides } from '../workspace/project-setup.ts';
import { decodeSource } from '../workspace/python-source.ts';
import { limitGarbage } from './heap.ts';
import { doJob, type Job, type JobOutcome, reportedOf } from './job.ts';
import type { CheckOptions } from './options.ts';
import { complain, print } from './output.ts';
import { settingsText } from './show-settings.ts';
import type { ExitCode, Streams } from './streams.ts';
import { filesOf, targetsOf } from './targets.ts';

/** Projects and files to check, and what is in the way. */
interface Plan {
  readonly jobs: readonly Job[];
  readonly problems: readonly Problem[];
}

export async function runCheck(paths: readonly string[], options: CheckOptions, streams: Streams): Promise<ExitCode> {
  const plan = await planOf(paths, options, streams);
  const setupProblems = [...plan.problems, ...plan.jobs.flatMap(({ project }) => project.setup.problems)];
  if (plan.jobs.length === 0 || plan.jobs.some(({ project }) => project.setup.problems.some(isError))) {
    complain(setupProblems, [], options, streams);
    return 2;
  }
  if (options.showSettings) {
    const setups = plan.jobs.map(({ project }) => project.setup);
    complain(setupProblems, [], options, streams);
    streams.stdout.write(settingsText(setups, overridesOf(options), options.outputFormat, streams.cwd));
    return 0;
  }
  limitGarbage(plan.jobs.reduce((sum, { project }) => sum + project.setup.files.length, 0));
  const outcomes: JobOutcome[] = [];
  for (const job of plan.jobs) outcomes.push(await doJob(job, options));
  const problems = [...setupProblems, ...outcomes.flatMap((outcome) => outcome.problems)];
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  const reported = reportedOf(outcomes);
  complain(problems, failures, options, streams);
  print(reported, outcomes, options, streams);
  if (failures.length > 0 || problems.some(isError)) return 2;
  const isClean = reported.findings.length === 0 && !(options.diff && reported.summary.fixed > 0);
  return isClean || options.exitZero ? 0 : 1;
}

async function planOf(paths: readonly string[], options: CheckOptions, streams: Streams): Promise<Plan> {
  const problems = [...problemsOfOption('--select', options.select), ...problemsOfOption('--ignore', options.ignore)];
  const isStdin = paths.includes('-') || options.stdinFilename !== undefined;
  if (paths.includes('-') && paths.length > 1) {
    problems.push(optionProblem('`-` is standard input', 'give no other path with it'));
  }
  if (problems.length > 0) return { jobs: [], problems };
  return isStdin ? planOfStdin(options, streams) : planOfPaths(paths, options, streams.cwd);
}

async function planOfPaths(paths: readonly string[], options: CheckOptions, cwd: string): Promise<Plan> {
  const { byRoot, problems } = targetsOf(paths, cwd);
  const assets = await loadAssets();
  const jobs = [...byRoot].map(([root, targets]) => {
    const project = Project.open(root, overridesOf(options), assets, options.cache);
    return { project, files: filesOf(targets, project.setup), isStdin: false };
  });
  const empty = jobs.length > 0 && jobs.every(({ files }) => files.length === 0);
  const note = empty ? [fileProblem('warning', absolutePath(cwd, paths[0] ?? '.'), 'holds no Python files')] : [];
  return { jobs, problems: [...problems, ...note] };
}

/** The text from standard input stands for the file that `--stdin-filename` names, among the files of its project. */
async function planOfStdin(options: CheckOptions, { stdin, cwd }: Streams): Promise<Plan> {
  const path = absolutePath(cwd, options.stdinFilename ?? '-');
  const source = decodeSource(path, await buffer(stdin));
  if ('severity' in source) return { jobs: [], problems: [{ ...source, severity: 'error' }] };
  const project = Project.open(projectRootOf(path), overridesOf(options), await loadAssets(), options.cache);
  project.open(path, source.text);
  return { jobs: [{ project, files: [path], isStdin: true }], problems: [] };
}

function overridesOf({ isolated, select, ignore, targetVersion }: CheckOptions): Overrides {
  return {
    isLoose: false,
    configurationPath: null,
    isIsolated: isolated ?? false,
    select: select ?? null,
    ignore: ignore ?? [],
    targetVersion: targetVersion === undefined ? null : { ...targetVersion, source: '--target-version' },
    fallbackTarget: null,
  };
}

function problemsOfOption(option: string, selectors: readonly string[] | undefined): Problem[] {
  const problems = problemsOfSelectors(selectors ?? [], null, () => null);
  return problems.map((problem) => ({ ...problem, message: `${option}: ${problem.message}` }));
}

function optionProblem(message: string, remedy: string): Problem {
  return { severity: 'error', path: null, place: null, message, remedy };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}
