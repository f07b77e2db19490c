/** `offloop explain`: where a function or a call runs, and what it does to its thread. */
import { statSync } from 'node:fs';
import { loadAssets } from '../workspace/assets.ts';
import { absolutePath } from '../workspace/paths.ts';
import { fileProblem, type Problem } from '../workspace/problem.ts';
import { Project } from '../workspace/project.ts';
import { projectRootOf } from '../workspace/project-root.ts';
import { NO_OVERRIDES } from '../workspace/project-setup.ts';
import { lineOfProblem } from './complain.ts';
import { explanationsJson, explanationsText } from './explanations.ts';
import { limitGarbage } from './heap.ts';
import type { ExplainOptions } from './options.ts';
import { paintFor } from './paint.ts';
import type { ExitCode, Streams } from './streams.ts';

/** Lines and columns from 1, as they are typed. */
interface TypedPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number | null;
}

export async function runExplain(typed: string, options: ExplainOptions, streams: Streams): Promise<ExitCode> {
  const { stdout, stderr, cwd } = streams;
  const complain = (problem: Problem): void => {
    stderr.write(lineOfProblem(problem, cwd, paintFor(stderr, options.color)));
  };
  const place = placeOf(typed, cwd);
  if ('severity' in place) {
    complain(place);
    return 2;
  }
  const { targetVersion, isolated = false } = options;
  const overrides = {
    ...NO_OVERRIDES,
    isIsolated: isolated,
    targetVersion: targetVersion === undefined ? null : { ...targetVersion, source: '--target-version' },
  };
  const project = Project.open(projectRootOf(place.path), overrides, await loadAssets(), options.cache);
  for (const problem of project.setup.problems) complain(problem);
  if (project.setup.problems.some(({ severity }) => severity === 'error')) return 2;
  // Not only what can hold a root: a script that calls the function is an answer, too.
  limitGarbage(project.setup.files.length);
  await project.load([...project.setup.files, place.path]);
  project.saveCache();
  for (const problem of project.problemsIn([place.path])) complain(problem);
  const found = explanationsAt(project, place);
  if ('severity' in found) {
    complain(found);
    return 2;
  }
  const told = found.map((explanation) => ({ explanation, contexts: project.contextsOf(explanation) }));
  stdout.write(
    options.outputFormat === 'json'
      ? explanationsJson(told, cwd)
      : explanationsText(told, cwd, paintFor(stdout, options.color)),
  );
  return 0;
}

function placeOf(typed: string, cwd: string): TypedPlace | Problem {
  const [, path, line, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(typed) ?? [];
  if (path === undefined)
    return problem(`\`${typed}\` is no place`, 'write it as PATH:LINE or PATH:LINE:COLUMN, as in app/main.py:12');
  const place = {
    path: absolutePath(cwd, path),
    line: Number(line),
    column: column === undefined ? null : Number(column),
  };
  const stats = statSync(place.path, { throwIfNoEntry: false });
  if (stats === undefined) return fileProblem('error', place.path, 'does not exist');
  return stats.isDirectory() ? fileProblem('error', place.path, 'is a folder', 'name a Python file') : place;
}

function explanationsAt(project: Project, { path, line, column }: TypedPlace) {
  const summary = project.analyzer.summaryOf(path);
  if (summary === undefined) return fileProblem('error', path, 'could not be read as Python');
  const { lineStarts } = summary;
  if (line < 1 || line > lineStarts.length) {
    return fileProblem('error', path, `has no line ${line}`, `its lines are 1 to ${lineStarts.length}`);
  }
  const offset = (lineStarts[line - 1] ?? 0) + (column ?? 1) - 1;
  const there = column === null ? null : project.explainAt(path, offset);
  const found = there === null ? project.explainLine(path, line - 1) : [there];
  if (found.length > 0) return found;
  const nothing = fileProblem(
    'error',
    path,
    'stands in no function, and calls nothing',
    'name the line of a function or of a call',
  );
  return { ...nothing, place: { line, column: column ?? 1 } };
}

function problem(message: string, remedy: string): Problem {
  return { severity: 'error', path: null, place: null, message, remedy };
}
