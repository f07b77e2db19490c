/**
 * What `exclude` and `extend-exclude` leave out. A pattern without `/` names a file or folder anywhere (`.venv`, `*_pb2.py`);
 * one with `/` is a path below the configuration's folder (`src/generated/**`). Matching alone: no disk.
 */
import picomatch from 'picomatch';
import { isInside, within } from './paths.ts';

export interface Exclusion {
  /** What patterns with a `/` are relative to. */
  readonly folder: string;
  readonly names: ReadonlySet<string>;
  readonly namePatterns: readonly ((name: string) => boolean)[];
  readonly pathPatterns: readonly ((relativePath: string) => boolean)[];
}

/** Ruff's list, and ours: tools' caches, version control, environments, what a build makes. */
export const DEFAULT_EXCLUDE: readonly string[] = [
  '.bzr',
  '.direnv',
  '.eggs',
  '.git',
  '.git-rewrite',
  '.hg',
  '.ipynb_checkpoints',
  '.mypy_cache',
  '.nox',
  '.offloop_cache',
  '.pants.d',
  '.pyenv',
  '.pytest_cache',
  '.pytype',
  '.ruff_cache',
  '.svn',
  '.tox',
  '.venv',
  '.vscode',
  '__pycache__',
  '__pypackages__',
  '_build',
  'buck-out',
  'build',
  'dist',
  'node_modules',
  'site-packages',
  'venv',
];

export function exclusionOf(patterns: readonly string[], folder: string): Exclusion {
  const trimmed = patterns.map((pattern) => pattern.replace(/^\.\//, '').replace(/\/+$/, ''));
  const names = trimmed.filter((pattern) => !pattern.includes('/'));
  const match = (pattern: string) => picomatch(pattern, { dot: true });
  return {
    folder,
    names: new Set(names.filter((name) => !isGlob(name))),
    namePatterns: names.filter(isGlob).map(match),
    pathPatterns: trimmed.filter((pattern) => pattern.includes('/')).map(match),
  };
}

/** `path`, whose last part is `name`, is left out. What is below an excluded folder is for the walk to leave out. */
export function isExcluded(exclusion: Exclusion, path: string, name: string): boolean {
  if (exclusion.names.has(name) || exclusion.namePatterns.some((matches) => matches(name))) return true;
  if (exclusion.pathPatterns.length === 0 || !isInside(exclusion.folder, path)) return false;
  const relative = path.slice(within(exclusion.folder, '').length);
  return exclusion.pathPatterns.some((matches) => matches(relative));
}

/** `path`, or a folder between `root` and it, is left out: the walk from `root` does not come to it. */
export function isExcludedBelow(root: string, path: string, exclusion: Exclusion): boolean {
  if (!isInside(root, path)) return false;
  const names = path.slice(within(root, '').length).split('/');
  return names.some((name, index) => isExcluded(exclusion, within(root, names.slice(0, index + 1).join('/')), name));
}

function isGlob(pattern: string): boolean {
  return /[*?[\]{}!()]/.test(pattern);
}
