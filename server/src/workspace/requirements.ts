/**
 * What a project says it needs: the names of distributions in pyproject.toml (PEP 621, PEP 735, Poetry), requirements*.txt and
 * Pipfile of its folder. Names only, and as PEP 503 normalises them: which versions, extras and markers is of no interest here.
 */
import { readdirSync } from 'node:fs';
import { within } from './paths.ts';
import { isTable, readIfThere, tomlValueAt, valueAt } from './toml.ts';

/** The distributions that the project at `root` declares, sorted; files that are malformed declare nothing. */
export function findRequirements(root: string): readonly string[] {
  const names = [...fromPyproject(root), ...fromRequirementsFiles(root), ...fromPipfile(root)];
  return [...new Set(names.map(normalised))].sort();
}

/** `Foo_Bar` and `foo-bar` are one distribution. */
function normalised(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function fromPyproject(root: string): readonly string[] {
  const value = tomlValueAt(within(root, 'pyproject.toml'));
  const lists = [
    valueAt(value, ['project', 'dependencies']),
    ...valuesOf(valueAt(value, ['project', 'optional-dependencies'])),
    ...valuesOf(valueAt(value, ['dependency-groups'])),
  ];
  const poetry = valueAt(value, ['tool', 'poetry']);
  const tables = [
    valueAt(poetry, ['dependencies']),
    valueAt(poetry, ['dev-dependencies']),
    ...valuesOf(valueAt(poetry, ['group'])).map((group) => valueAt(group, ['dependencies'])),
  ];
  return [...lists.flatMap(requirementsIn), ...tables.flatMap(keysOf)];
}

function fromRequirementsFiles(root: string): readonly string[] {
  return filesIn(root)
    .filter((name) => /^requirements[\w.-]*\.(?:txt|in)$/.test(name))
    .flatMap((name) => (readIfThere(within(root, name)) ?? '').split(/\r\n|\r|\n/).flatMap(requirementsIn));
}

function fromPipfile(root: string): readonly string[] {
  const value = tomlValueAt(within(root, 'Pipfile'));
  return ['packages', 'dev-packages'].flatMap((key) => keysOf(valueAt(value, [key])));
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function valuesOf(value: unknown): readonly unknown[] {
  return isTable(value) ? Object.values(value) : [];
}

function keysOf(value: unknown): readonly string[] {
  return isTable(value) ? Object.keys(value) : [];
}

/** The name that a requirement (PEP 508) starts with, of each in `value`: a list of them, or one. */
function requirementsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(requirementsIn);
  const name = typeof value === 'string' ? /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)/.exec(value)?.[1] : undefined;
  return name === undefined ? [] : [name];
}
