/** Finds a project's configuration: the nearest `offloop.toml`, `.offloop.toml` or `[tool.offloop]` of a pyproject.toml. */
import { existsSync } from 'node:fs';
import { foldersUpFrom, within } from './paths.ts';
import { fileProblem, type Problem } from './problem.ts';
import { isProblem, isTable, parseTomlFile, readIfThere, type TomlFile, valueAt } from './toml.ts';

/** The table with Offloop's keys, and where each one stands. */
export interface ConfigurationFile {
  readonly path: string;
  readonly table: Readonly<Record<string, unknown>>;
  readonly placeOf: TomlFile['placeOf'];
  readonly placeOfKey: TomlFile['placeOfKey'];
}

/** Names of files whose change may change a project's configuration. */
export const CONFIGURATION_NAMES: readonly string[] = ['offloop.toml', '.offloop.toml', 'pyproject.toml'];

/** The nearest configuration in `folder` or above; one hides the others, they are not merged. Null if there is none. */
export function findConfigurationFile(folder: string): ConfigurationFile | Problem | null {
  for (const each of foldersUpFrom(folder)) {
    for (const name of CONFIGURATION_NAMES) {
      const found = readConfigurationFile(within(each, name));
      if (found !== null) return found;
    }
  }
  return null;
}

/** The configuration in the file `path`, which the user named. */
export function readNamedConfigurationFile(path: string): ConfigurationFile | Problem | null {
  if (existsSync(path)) return readConfigurationFile(path);
  return fileProblem('error', path, 'does not exist', 'correct the path of the configuration file');
}

/** The configuration in the file `path`; null if there is no such file, or it is a pyproject.toml that says nothing of Offloop. */
function readConfigurationFile(path: string): ConfigurationFile | Problem | null {
  const text = readIfThere(path);
  if (text === null) return null;
  const isShared = path.endsWith('/pyproject.toml');
  if (isShared && !text.includes('offloop')) return null;
  const file = parseTomlFile(path, text);
  if (isProblem(file)) return file;
  const prefix = isShared ? ['tool', 'offloop'] : [];
  const table = valueAt(file.value, prefix);
  if (table === undefined) return null;
  if (!isTable(table))
    return fileProblem('error', path, '`tool.offloop` is not a table', 'write it as `[tool.offloop]`');
  return {
    path,
    table,
    placeOf: (keys) => file.placeOf([...prefix, ...keys]),
    placeOfKey: (keys) => file.placeOfKey([...prefix, ...keys]),
  };
}
