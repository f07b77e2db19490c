/**
 * The Python files of a folder: `.py` and `.pyw`, less what .gitignore files and the exclusions leave out. Sorted.
 *
 * Symbolic links are not followed (so no loop can trap the walk), nor are virtual environments. Reads names, never contents.
 * The walk is ours and its patterns are a library's: globby with `gitignore` took 3.8 s for 20,000 files, this takes 0.2 s.
 */
import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import ignore, { type Ignore } from 'ignore';
import { type Exclusion, isExcluded, isExcludedBelow } from './exclusion.ts';
import { byPath, foldersUpFrom, isInside, within } from './paths.ts';
import { fileProblem, type Problem } from './problem.ts';

export interface PythonFiles {
  readonly paths: readonly string[];
  /** Folders that could not be read. */
  readonly problems: readonly Problem[];
}

/** What one .gitignore file says; it speaks of paths below `folder`. */
interface IgnoreFile {
  readonly folder: string;
  readonly patterns: Ignore;
  readonly outer: IgnoreFile | null;
}

export function isPythonFile(name: string): boolean {
  return name.endsWith('.py') || name.endsWith('.pyw');
}

/** The Python files below `folder`, as its repository and `exclusion` see them. */
export function pythonFilesIn(folder: string, exclusion: Exclusion): PythonFiles {
  return walk(folder, exclusion, ignoreFilesAround(folder));
}

/** The same for a folder that was asked for by name: what lies around it can't hide it. */
export function pythonFilesInNamed(folder: string, exclusion: Exclusion): PythonFiles {
  return walk(folder, exclusion, null);
}

/** Only those that lie in `folder` itself. */
export function pythonFilesDirectlyIn(folder: string, exclusion: Exclusion): PythonFiles {
  const problems: Problem[] = [];
  const files = entriesOf(folder, problems).filter((entry) => entry.isFile() && isPythonFile(entry.name));
  const paths = files.map(({ name }) => within(folder, name));
  return { paths: paths.filter((path) => !isExcludedBelow(folder, path, exclusion)).sort(byPath), problems };
}

function walk(top: string, exclusion: Exclusion, around: IgnoreFile | null): PythonFiles {
  const paths: string[] = [];
  const problems: Problem[] = [];
  const open = [{ folder: top, outer: around }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { folder } = next;
    const entries = entriesOf(folder, problems);
    if (folder !== top && entries.some((entry) => entry.name === 'pyvenv.cfg')) continue;
    const hasIgnoreFile = entries.some((entry) => entry.name === '.gitignore' && entry.isFile());
    const ignoreFile = hasIgnoreFile ? (readIgnoreFile(folder, '.gitignore', next.outer) ?? next.outer) : next.outer;
    for (const entry of entries) {
      const isFolder = entry.isDirectory();
      if (!isFolder && !(entry.isFile() && isPythonFile(entry.name))) continue;
      const path = within(folder, entry.name);
      if (isExcluded(exclusion, path, entry.name) || isIgnored(ignoreFile, path, isFolder)) continue;
      if (isFolder) open.push({ folder: path, outer: ignoreFile });
      else paths.push(path);
    }
  }
  return { paths: paths.sort(byPath), problems };
}

function entriesOf(folder: string, problems: Problem[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    problems.push(fileProblem('warning', folder, "is a folder that can't be read; it is left out"));
    return [];
  }
}

/** As git decides: the innermost file that has a pattern for the path has the last word. */
function isIgnored(innermost: IgnoreFile | null, path: string, isFolder: boolean): boolean {
  for (let file = innermost; file !== null; file = file.outer) {
    const relative = path.slice(within(file.folder, '').length);
    const verdict = file.patterns.test(isFolder ? `${relative}/` : relative);
    if (verdict.ignored || verdict.unignored) return verdict.ignored;
  }
  return false;
}

/** The ignore files of the folders around `folder`, up to its repository's root; none if it is in no repository. */
function ignoreFilesAround(folder: string): IgnoreFile | null {
  const folders = foldersUpFrom(folder);
  const repository = folders.find((each) => existsSync(within(each, '.git')));
  if (repository === undefined) return null;
  const around = folders.filter((each) => each !== folder && isInside(repository, each)).reverse();
  let innermost = readIgnoreFile(repository, '.git/info/exclude', null);
  for (const each of around) innermost = readIgnoreFile(each, '.gitignore', innermost) ?? innermost;
  return innermost;
}

function readIgnoreFile(folder: string, name: string, outer: IgnoreFile | null): IgnoreFile | null {
  try {
    return { folder, patterns: ignore().add(readFileSync(within(folder, name), 'utf8')), outer };
  } catch {
    return null;
  }
}
