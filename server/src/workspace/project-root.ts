/** The project that a path belongs to: the folder whose files are indexed together. */
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { folderOf, foldersUpFrom, within, withSlashes } from './paths.ts';

const MARKERS = ['offloop.toml', '.offloop.toml', 'pyproject.toml', 'setup.py', 'setup.cfg', '.git'];

/**
 * The nearest folder around `path` (itself, if it is one) that a project's files mark; else the folder itself. A home folder
 * that is under version control is no project: all of it would be indexed.
 */
export function projectRootOf(path: string): string {
  const start = isFolder(path) ? path : folderOf(path);
  const home = withSlashes(homedir());
  for (const folder of foldersUpFrom(start)) {
    if (folder !== start && (folder === home || folderOf(folder) === folder)) break;
    if (isProjectRoot(folder)) return folder;
  }
  return start;
}

/** A project's files mark `folder` as one. */
export function isProjectRoot(folder: string): boolean {
  return MARKERS.some((marker) => existsSync(within(folder, marker)));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
