/** What `offloop check` writes where: findings or texts to stdout, complaints to stderr. */
import type { Problem } from '../workspace/problem.ts';
import type { Failure } from '../workspace/project.ts';
import { diffOf, fixesOf } from './changes.ts';
import { lineOfFailure, lineOfProblem } from './complain.ts';
import type { JobOutcome } from './job.ts';
import type { CheckOptions } from './options.ts';
import { paintFor } from './paint.ts';
import { REPORTERS } from './reporters/index.ts';
import type { Reported } from './reporters/report.ts';
import type { Streams } from './streams.ts';

/** Problems and failures, a line each. `--quiet` leaves warnings out. */
export function complain(
  problems: readonly Problem[],
  failures: readonly Failure[],
  { quiet, color }: CheckOptions,
  { stderr, cwd }: Streams,
): void {
  const paint = paintFor(stderr, color);
  const told = quiet ? problems.filter(({ severity }) => severity === 'error') : problems;
  const lines = [
    ...told.map((problem) => lineOfProblem(problem, cwd, paint)),
    ...failures.map((failure) => lineOfFailure(failure, cwd, paint)),
  ];
  // The same problem may lie in the way of several projects: a configuration that they share.
  stderr.write([...new Set(lines)].join(''));
}

/** The findings; or with `--diff` the patch instead. A fixed text from standard input takes stdout for itself. */
export function print(
  reported: Reported,
  outcomes: readonly JobOutcome[],
  options: CheckOptions,
  streams: Streams,
): void {
  const { stdout, stderr, cwd } = streams;
  if (options.diff) {
    for (const { changes } of outcomes) stdout.write(diffOf(changes, cwd));
    const { fixed } = reported.summary;
    writeFixes(outcomes, options, stderr, cwd);
    if (!options.quiet) stderr.write(`Would make ${fixed} ${fixed === 1 ? 'fix' : 'fixes'}.\n`);
    return;
  }
  const fixedTexts = options.fix ? outcomes.filter(({ job }) => job.isStdin) : [];
  for (const outcome of fixedTexts) stdout.write(textOf(outcome, outcome.job.files[0] ?? '') ?? '');
  const stream = fixedTexts.length > 0 ? stderr : stdout;
  // JSON must stay JSON.
  writeFixes(outcomes, options, options.outputFormat === 'json' ? stderr : stream, cwd);
  stream.write(
    REPORTERS[options.outputFormat](reported, {
      cwd,
      paint: paintFor(stream, options.color),
      isQuiet: options.quiet ?? false,
      textOf: textsOf(outcomes),
    }),
  );
}

function writeFixes(
  outcomes: readonly JobOutcome[],
  { showFixes }: CheckOptions,
  stream: Streams['stdout'],
  cwd: string,
): void {
  if (showFixes) for (const { changes } of outcomes) stream.write(fixesOf(changes, cwd));
}

/** Remembers the last text: findings come file by file. */
function textsOf(outcomes: readonly JobOutcome[]): (path: string) => string | null {
  let last: { readonly path: string; readonly text: string | null } | null = null;
  return (path) => {
    if (last?.path !== path) {
      const outcome = outcomes.find(({ job }) => job.files.includes(path));
      last = { path, text: outcome === undefined ? null : textOf(outcome, path) };
    }
    return last.text;
  };
}

function textOf({ job }: JobOutcome, path: string): string | null {
  const source = job.project.sourceOf(path);
  return 'text' in source ? source.text : null;
}
