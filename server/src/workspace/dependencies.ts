/**
 * The installed packages that `dependencies` names: their source in the project's environment, for imports to lead to. They are
 * read on demand, like a file of the project's, but findings in them are not shown.
 *
 * Libraries that knowledge describes stay out: what it says of them is sourced, and following their source would say less.
 */
import { existsSync, readdirSync } from 'node:fs';
import { exclusionOf } from './exclusion.ts';
import { within } from './paths.ts';
import { fileProblem, type Problem } from './problem.ts';
import { isPythonFile, pythonFilesInNamed } from './python-files.ts';

export interface Dependencies {
  /** The folder that imports of them start from; null where nothing is followed. */
  readonly root: string | null;
  /** Sorted. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

const NONE: Dependencies = { root: null, files: [], problems: [] };

/** Where environments usually lie, relative to the project. */
const ENVIRONMENTS = ['.venv', 'venv', 'env', '.env'];

/** Never source of a package's own modules. */
const SKIPPED = ['tests', 'test', '__pycache__', '_vendor'];

/**
 * The files of the packages `wanted` (import or distribution names, or all) in the environment of the project at `root`.
 * `environment`: the environment's folder, absolute; null looks for it. `known`: import names that knowledge describes.
 */
export function findDependencies(
  root: string,
  wanted: readonly string[] | 'all',
  environment: string | null,
  known: ReadonlySet<string>,
): Dependencies {
  if (wanted.length === 0) return NONE;
  const packages = sitePackagesOf(
    environment === null ? ENVIRONMENTS.map((name) => within(root, name)) : [environment],
  );
  if (packages === null) {
    const remedy =
      environment === null
        ? `none of ${ENVIRONMENTS.join(', ')} is one; name it by \`environment\``
        : 'it has no site-packages';
    return {
      ...NONE,
      problems: [
        fileProblem(
          'warning',
          environment ?? root,
          `has no Python environment to follow \`dependencies\` into: ${remedy}`,
        ),
      ],
    };
  }
  const names = new Set(wanted === 'all' ? [] : wanted.map((name) => name.toLowerCase().replaceAll('-', '_')));
  const isWanted = (name: string) => !known.has(name) && (wanted === 'all' || names.has(name.toLowerCase()));
  const files = readdirSync(packages, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile())
      return isPythonFile(entry.name) && isWanted(entry.name.replace(/\.pyw?$/, ''))
        ? [within(packages, entry.name)]
        : [];
    return entry.isDirectory() && isWanted(entry.name) ? filesOf(within(packages, entry.name)) : [];
  });
  return { root: packages, files: files.sort(), problems: [] };
}

function filesOf(folder: string): readonly string[] {
  return pythonFilesInNamed(folder, exclusionOf(SKIPPED, folder)).paths;
}

/** The site-packages of the first of `environments` that has one: `lib/python3.12/site-packages`, on Windows `Lib/site-packages`. */
function sitePackagesOf(environments: readonly string[]): string | null {
  for (const environment of environments) {
    const windows = within(environment, 'Lib/site-packages');
    if (existsSync(windows)) return windows;
    const library = within(environment, 'lib');
    const versions = existsSync(library) ? readdirSync(library).filter((name) => name.startsWith('python3')) : [];
    const found = versions.map((name) => within(library, `${name}/site-packages`)).find((path) => existsSync(path));
    if (found !== undefined) return found;
  }
  return null;
}
