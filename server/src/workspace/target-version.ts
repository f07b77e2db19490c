/**
 * The Python a project is written for, and where it says so: `requires-python` > .python-version > Pipfile. Looks in the project's
 * folder and those around it, up to its repository's root. Offloop's own `target-version` beats them: project-setup.ts.
 */
import { existsSync } from 'node:fs';
import { DEFAULT_TARGET, type PythonVersion } from '../engine/settings.ts';
import { foldersUpFrom, within } from './paths.ts';
import {
  findPythonBuild,
  lowestVersionOf,
  lowestVersionOfPoetry,
  nearestKnown,
  type PythonBuild,
} from './python-version.ts';
import { readIfThere, tomlValueAt, valueAt } from './toml.ts';

export interface TargetVersion extends PythonBuild {
  /** In words, for a person: "`requires-python` in pyproject.toml". */
  readonly source: string;
}

/** Where neither the project nor a person says anything. */
export const DEFAULT_TARGET_VERSION: TargetVersion = {
  version: DEFAULT_TARGET,
  isFreeThreaded: false,
  source: 'the default, for the project names none',
};

/** Files besides pyproject.toml whose change may change the target. */
export const VERSION_FILES: readonly string[] = ['setup.cfg', '.python-version', 'Pipfile'];

/** What the files of the project at `root` say, without its Offloop configuration; null if they say nothing. */
export function findTargetVersion(root: string): TargetVersion | null {
  return findBy([fromProject, fromPoetry, fromSetupCfg, fromPythonVersionFile, fromPipfile], root);
}

/** What the .python-version file of the project at `root` says; null if there is none. */
export function findPinnedVersion(root: string): TargetVersion | null {
  return findBy([fromPythonVersionFile], root);
}

type Read = (folder: string) => TargetVersion | null;

function findBy(readers: readonly Read[], root: string): TargetVersion | null {
  const folders = foldersUpFrom(root);
  const repository = folders.findIndex((folder) => existsSync(within(folder, '.git')));
  const searched = folders.slice(0, Math.max(repository, 0) + 1);
  for (const read of readers) {
    for (const folder of searched) {
      const found = read(folder);
      if (found !== null) return { ...found, version: nearestKnown(found.version) };
    }
  }
  return null;
}

function fromProject(folder: string): TargetVersion | null {
  const specifier = stringAt(within(folder, 'pyproject.toml'), ['project', 'requires-python']);
  return specifier === null ? null : fromRange(lowestVersionOf(specifier), '`requires-python` in pyproject.toml');
}

function fromPoetry(folder: string): TargetVersion | null {
  const constraint = stringAt(within(folder, 'pyproject.toml'), ['tool', 'poetry', 'dependencies', 'python']);
  const source = "`python` of Poetry's dependencies in pyproject.toml";
  return constraint === null ? null : fromRange(lowestVersionOfPoetry(constraint), source);
}

/** `python_requires` below `[options]`: setuptools, "Declarative config". */
function fromSetupCfg(folder: string): TargetVersion | null {
  const text = readIfThere(within(folder, 'setup.cfg')) ?? '';
  const options = /^\[options\][^\n]*\n((?:(?!\[).*\n?)*)/m.exec(text)?.[1] ?? '';
  const specifier = /^python[_-]requires[ \t]*[=:][ \t]*(.+)$/m.exec(options)?.[1]?.replace(/\s[#;].*/, '');
  return specifier === undefined
    ? null
    : fromRange(lowestVersionOf(specifier.trim()), '`python_requires` in setup.cfg');
}

function fromRange(version: PythonVersion | null, source: string): TargetVersion | null {
  return version && { version, isFreeThreaded: false, source };
}

function fromPythonVersionFile(folder: string): TargetVersion | null {
  const text = readIfThere(within(folder, '.python-version'));
  const build = text === null ? null : findPythonBuild(text.replace(/#.*/g, ''));
  return build && { ...build, source: '.python-version' };
}

function fromPipfile(folder: string): TargetVersion | null {
  for (const key of ['python_version', 'python_full_version']) {
    const text = stringAt(within(folder, 'Pipfile'), ['requires', key]);
    const build = text === null ? null : findPythonBuild(text);
    if (build !== null) return { ...build, source: `\`${key}\` in Pipfile` };
  }
  return null;
}

/** The string at `keys` of a TOML file. Null where there is none. */
function stringAt(path: string, keys: readonly string[]): string | null {
  const value = valueAt(tomlValueAt(path), keys);
  return typeof value === 'string' ? value : null;
}
