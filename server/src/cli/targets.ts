/** From the paths on the command line to projects and the files to check in each. */
import { accessSync, constants, statSync } from 'node:fs';
import { absolutePath, byPath, folderOf, isInside } from '../workspace/paths.ts';
import { fileProblem, type Problem } from '../workspace/problem.ts';
import type { Project } from '../workspace/project.ts';
import { projectRootOf } from '../workspace/project-root.ts';
import { pythonFilesInNamed } from '../workspace/python-files.ts';
import { reasonOf } from '../workspace/python-source.ts';

export interface Target {
  readonly path: string;
  readonly isFolder: boolean;
}

export interface Targets {
  /** By project root, sorted. */
  readonly byRoot: ReadonlyMap<string, readonly Target[]>;
  /** Paths that can't be checked. */
  readonly problems: readonly Problem[];
}

/** What `paths`, as typed in the folder `cwd`, mean. */
export function targetsOf(paths: readonly string[], cwd: string): Targets {
  const problems: Problem[] = [];
  const byRoot = new Map<string, Target[]>();
  const roots = new Map<string, string>();
  for (const path of new Set(paths.map((each) => absolutePath(cwd, each)))) {
    const target = targetAt(path);
    if ('severity' in target) {
      problems.push(target);
      continue;
    }
    const folder = target.isFolder ? path : folderOf(path);
    const root = roots.get(folder) ?? projectRootOf(folder);
    roots.set(folder, root);
    byRoot.set(root, [...(byRoot.get(root) ?? []), target]);
  }
  return { byRoot: new Map([...byRoot].sort(([a], [b]) => byPath(a, b))), problems };
}

/** The files that `targets` name in their project, sorted. A file that is named is checked, whatever excludes it. */
export function filesOf(targets: readonly Target[], { files, exclusion }: Project['setup']): readonly string[] {
  const found = targets.flatMap(({ path, isFolder }) => {
    if (!isFolder) return [path];
    const listed = files.filter((file) => isInside(path, file));
    return listed.length > 0 ? listed : pythonFilesInNamed(path, exclusion).paths;
  });
  return [...new Set(found)].sort(byPath);
}

function targetAt(path: string): Target | Problem {
  try {
    const stats = statSync(path);
    accessSync(path, constants.R_OK);
    return { path, isFolder: stats.isDirectory() };
  } catch (error) {
    return fileProblem('error', path, `can't be read: ${reasonOf(error)}`);
  }
}
