/**
 * The Python version a project is written for, and where it says so: `requires-python` > .python-version > Pipfile. Looks in the
 * project's folder and those around it, up to its repository's root. Offloop's own `target-version` beats them: project-setup.ts.
 */
import { existsSync } from 'node:fs';
import { DEFAULT_TARGET, type PythonVersion } from '../engine/settings.ts';
import { foldersUpFrom, within } from './paths.ts';
import { findPythonVersion, lowestVersionOf } from './python-version.ts';
import { readIfThere, tomlValueAt, valueAt } from './toml.ts';

export interface TargetVersion {
  readonly version: PythonVersion;
  /** In words, for a person: "`requires-python` in pyproject.toml". */
  readonly source: string;
}

/** Where neither the project nor a person says anything. */
export const DEFAULT_TARGET_VERSION: TargetVersion = {
  version: DEFAULT_TARGET,
  source: 'the newest Python that Offloop knows: the project names none',
};

/** What the files of the project at `root` say, without its Offloop configuration; null if they say nothing. */
export function findTargetVersion(root: string): TargetVersion | null {
  const folders = foldersUpFrom(root);
  const repository = folders.findIndex((folder) => existsSync(within(folder, '.git')));
  const searched = folders.slice(0, Math.max(repository, 0) + 1);
  for (const read of [fromPyproject, fromPythonVersionFile, fromPipfile]) {
    for (const folder of searched) {
      const found = read(folder);
      if (found !== null) return found;
    }
  }
  return null;
}

function fromPyproject(folder: string): TargetVersion | null {
  const specifier = stringAt(within(folder, 'pyproject.toml'), ['project', 'requires-python']);
  const version = specifier === null ? null : lowestVersionOf(specifier);
  return version && { version, source: '`requires-python` in pyproject.toml' };
}

function fromPythonVersionFile(folder: string): TargetVersion | null {
  const text = readIfThere(within(folder, '.python-version'));
  const version = text === null ? null : findPythonVersion(text.replace(/#.*/g, ''));
  return version && { version, source: '.python-version' };
}

function fromPipfile(folder: string): TargetVersion | null {
  const path = within(folder, 'Pipfile');
  const text = stringAt(path, ['requires', 'python_version']) ?? stringAt(path, ['requires', 'python_full_version']);
  const version = text === null ? null : findPythonVersion(text);
  return version && { version, source: '`python_version` in Pipfile' };
}

/** The string at `keys` of a TOML file. Null where there is none. */
function stringAt(path: string, keys: readonly string[]): string | null {
  const value = valueAt(tomlValueAt(path), keys);
  return typeof value === 'string' ? value : null;
}
