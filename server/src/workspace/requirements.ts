/**
 * What a project says it needs: the distributions in pyproject.toml (PEP 621, PEP 735, Poetry), requirements*.txt and Pipfile of its
 * folder. Names as PEP 503 normalises them, and of versions only which it stays below; extras and markers are of no interest here.
 */
import { readdirSync } from 'node:fs';
import { within } from './paths.ts';
import { isTable, readIfThere, tomlValueAt, valueAt } from './toml.ts';

interface Requirement {
  readonly name: string;
  /** What follows it: versions, or an address. */
  readonly versions: string;
}

/** Major and minor. */
type Release = readonly [number, number];

/** What the files declare: which distributions, sorted, and the version that each stays below, where one does. */
export interface Requirements {
  readonly names: readonly string[];
  readonly below: ReadonlyMap<string, Release>;
}

/** The distributions that the project at `root` declares; files that are malformed declare nothing. */
export function findRequirements(root: string): Requirements {
  const all = [...fromPyproject(root), ...fromRequirementsFiles(root), ...fromPipfile(root)];
  const below = new Map<string, Release>();
  for (const { name, versions } of all) {
    for (const ceiling of ceilingsIn(versions)) {
      const known = below.get(normalised(name));
      if (known === undefined || isBefore(ceiling, known)) below.set(normalised(name), ceiling);
    }
  }
  return { names: [...new Set(all.map(({ name }) => normalised(name)))].sort(), below };
}

function isBefore([major, minor]: Release, [otherMajor, otherMinor]: Release): boolean {
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}

/** The first releases that `>=4.2,<5`, `==4.2.*`, `~=4.2.1` (PEP 440) and `^4.2`, `~4.2`, `4.2` (Poetry) leave out. */
function ceilingsIn(versions: string): readonly Release[] {
  const [specifier = ''] = versions.split(/[;#@]/, 1);
  return [...specifier.matchAll(/(<=?|===?|~=?|\^|>=?|!=|,|^)\s*v?(\d+)(?:\.(\d+))?(\.[\d.]*[1-9])?/g)].flatMap(
    (clause) => {
      const [, operator = '', first = '', second, rest] = clause;
      const [major, minor] = [Number(first), Number(second ?? 0)];
      switch (operator) {
        case '<':
          return [[major, rest === undefined ? minor : minor + 1] as const];
        case '^':
          return [[major + 1, 0] as const];
        case '~=':
          return [/\.\d+\.\d/.test(clause[0]) ? ([major, minor + 1] as const) : ([major + 1, 0] as const)];
        case '~':
        case '<=':
        case '==':
        case '===':
        case '':
          return [second === undefined ? ([major + 1, 0] as const) : ([major, minor + 1] as const)];
        default:
          return [];
      }
    },
  );
}

/** `Foo_Bar` and `foo-bar` are one distribution. */
function normalised(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function fromPyproject(root: string): readonly Requirement[] {
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
  return [...lists.flatMap(requirementsIn), ...tables.flatMap(entriesIn)];
}

function fromRequirementsFiles(root: string): readonly Requirement[] {
  return filesIn(root)
    .filter((name) => /^requirements[\w.-]*\.(?:txt|in)$/.test(name))
    .flatMap((name) => (readIfThere(within(root, name)) ?? '').split(/\r\n|\r|\n/).flatMap(requirementsIn));
}

function fromPipfile(root: string): readonly Requirement[] {
  const value = tomlValueAt(within(root, 'Pipfile'));
  return ['packages', 'dev-packages'].flatMap((key) => entriesIn(valueAt(value, [key])));
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

/** `name = ">=1"`, `name = { version = ">=1" }`. */
function entriesIn(value: unknown): readonly Requirement[] {
  if (!isTable(value)) return [];
  return Object.entries(value).map(([name, given]) => {
    const versions = isTable(given) ? valueAt(given, ['version']) : given;
    return { name, versions: typeof versions === 'string' ? versions : '' };
  });
}

/** The name that a requirement (PEP 508) starts with, and what follows, of each in `value`: a list of them, or one. */
function requirementsIn(value: unknown): readonly Requirement[] {
  if (Array.isArray(value)) return value.flatMap(requirementsIn);
  const found =
    typeof value === 'string'
      ? /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?:\s*\[[^\]]*\])?\s*\(?(.*)/s.exec(value)
      : null;
  return found === null ? [] : [{ name: found[1] ?? '', versions: found[2] ?? '' }];
}
