/**
 * Configuration: what the user's file says, as values, and what is wrong with it, as problems with a place and a remedy.
 * A wrong key is left out and the others stand, so that an editor can go on; the CLI stops.
 */
import * as z from 'zod/mini';
import { LEVELS, type Level } from '../engine/findings/finding.ts';
import type { WaitKind } from '../engine/knowledge/rows.ts';
import { RULES } from '../engine/rules/index.ts';
import { selectorsOf } from '../engine/rules/selection.ts';
import type { UserBlockingName } from '../engine/settings.ts';
import type { ConfigurationFile } from './configuration-file.ts';
import { absolutePath, folderOf } from './paths.ts';
import type { Problem } from './problem.ts';
import { isKnownVersion, KNOWN_VERSIONS, type PythonBuild, parsePythonBuild } from './python-version.ts';
import { didYouMean } from './suggestion.ts';
import { isTable, valueAt } from './toml.ts';

export interface Configuration {
  /** The file it was read from; null where there is none. */
  readonly path: string | null;
  /** The keys that it has. */
  readonly written: ReadonlySet<string>;
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly targetVersion: PythonBuild | null;
  /** Null where it is not said. */
  readonly isFreeThreaded: boolean | null;
  /** What patterns with a `/` are relative to. */
  readonly folder: string;
  /** Replaces the default exclusions; null leaves them. */
  readonly exclude: readonly string[] | null;
  readonly extendExclude: readonly string[];
  /** Module roots, absolute; null: guess them. */
  readonly moduleRoots: readonly string[] | null;
  /** Installed packages whose source is followed: import or distribution names, or all. */
  readonly dependencies: readonly string[] | 'all';
  /** The Python environment in which they are installed, absolute; null: look for it. */
  readonly environment: string | null;
  readonly blocking: readonly UserBlockingName[];
  readonly levels: ReadonlyMap<string, Level>;
}

const CATEGORIES: readonly WaitKind[] = [
  'http',
  'sleep',
  'file',
  'path-check',
  'subprocess',
  'socket',
  'database',
  'sdk',
  'wait',
  'input',
  'import',
];

const strings = z.array(z.string());
const blockingName = z.strictObject({ category: z.enum(CATEGORIES), replacement: z.optional(z.string()) });
const SCHEMA = z.strictObject({
  select: strings,
  'extend-select': strings,
  ignore: strings,
  'target-version': z.string(),
  'free-threaded': z.boolean(),
  exclude: strings,
  'extend-exclude': strings,
  src: strings,
  dependencies: z.union([z.literal('all'), strings]),
  environment: z.string(),
  blocking: z.record(z.string(), z.pipe(z.transform(spelledOut), blockingName)),
  levels: z.record(z.string(), z.enum(LEVELS)),
});
const PARTIAL_SCHEMA = z.partial(SCHEMA);
type Key = keyof typeof SCHEMA.shape;
const KEYS = z.keyof(SCHEMA).options;

/** How each key is written: the remedy for a value of the wrong shape. */
const EXAMPLES: Readonly<Record<Key, string>> = {
  select: 'select = ["recommended", "blocking-path-check"]',
  'extend-select': 'extend-select = ["blocking-path-check"]',
  ignore: 'ignore = ["blocking-file-io"]',
  'target-version': 'target-version = "3.12"',
  'free-threaded': 'free-threaded = true',
  exclude: 'exclude = ["generated"]',
  'extend-exclude': 'extend-exclude = ["generated", "src/vendored/**"]',
  src: 'src = ["src"]',
  dependencies: 'dependencies = ["mylib"], or dependencies = "all"',
  environment: 'environment = ".venv"',
  blocking: '"mylib.fetch" = "http", or "mylib.fetch" = { category = "http", replacement = "mylib.afetch" }',
  levels: 'blocking-sleep = "warning"',
};

/** What holds for a project whose configuration would stand in `folder`, but is not there. */
export function defaultConfiguration(folder: string): Configuration {
  return configurationOf({}, null, folder);
}

/** What `file` says. */
export function readConfiguration(file: ConfigurationFile): {
  configuration: Configuration;
  problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const known: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(file.table)) {
    const found = isKey(key) ? problemsOfKey(file, key, value) : [unknownKey(file, [key], KEYS)];
    problems.push(...found);
    if (found.length === 0) known[key] = value;
  }
  const values = PARTIAL_SCHEMA.parse(known);
  return { configuration: configurationOf(values, file.path, folderOf(file.path)), problems };
}

function configurationOf(values: z.infer<typeof PARTIAL_SCHEMA>, path: string | null, folder: string): Configuration {
  const blocking = Object.entries(values.blocking ?? {}).map(([name, { category, replacement }]) => {
    return { name, kind: category, replacement: replacement ?? null };
  });
  return {
    path,
    written: new Set(Object.keys(values)),
    folder,
    select: [...(values.select ?? ['recommended']), ...(values['extend-select'] ?? [])],
    ignore: values.ignore ?? [],
    targetVersion: parsePythonBuild(values['target-version'] ?? ''),
    isFreeThreaded: values['free-threaded'] ?? null,
    exclude: values.exclude ?? null,
    extendExclude: values['extend-exclude'] ?? [],
    moduleRoots: values.src?.map((root) => absolutePath(folder, root)) ?? null,
    dependencies: values.dependencies ?? [],
    environment: values.environment === undefined ? null : absolutePath(folder, values.environment),
    blocking,
    levels: new Map(Object.entries(values.levels ?? {})),
  };
}

/** `"mylib.fetch" = "http"` is short for `"mylib.fetch" = { category = "http" }`. */
function spelledOut(value: unknown): unknown {
  return typeof value === 'string' ? { category: value } : value;
}

function isKey(key: string): key is Key {
  return key in SCHEMA.shape;
}

function problemsOfKey(file: ConfigurationFile, key: Key, value: unknown): readonly Problem[] {
  const unquoted = key === 'blocking' ? problemsOfNames(file, value) : [];
  if (unquoted.length > 0) return unquoted;
  const parsed = SCHEMA.shape[key].safeParse(value);
  if (!parsed.success) return parsed.error.issues.map((issue) => problemOfIssue(file, key, issue));
  switch (key) {
    case 'select':
    case 'extend-select':
    case 'ignore':
      return problemsOfSelectors(strings.parse(value), file.path, (index) => file.placeOf([key, index]));
    case 'levels':
      return Object.keys(parsed.data).flatMap((id) => problemsOfRuleId(file, id));
    case 'target-version':
      return problemsOfVersion(file, String(value));
    default:
      return [];
  }
}

function problemsOfVersion(file: ConfigurationFile, written: string): readonly Problem[] {
  const build = parsePythonBuild(written);
  if (build !== null && isKnownVersion(build.version)) return [];
  const key = 'target-version';
  return build === null
    ? [problemAt(file, [key], `\`${written}\` is no Python 3 version`, `write it as in \`${EXAMPLES[key]}\``)]
    : [problemAt(file, [key], `Offloop does not know Python ${written}`, `it knows ${KNOWN_VERSIONS}`)];
}

/** What is wrong with a list of selectors; `placeOf` tells where each one stands. */
export function problemsOfSelectors(
  selectors: readonly string[],
  path: string | null,
  placeOf: (index: number) => Problem['place'],
): readonly Problem[] {
  const known = selectorsOf(RULES);
  return selectors.flatMap((selector, index) => {
    if (known.includes(selector)) return [];
    const message = `unknown rule \`${selector}\``;
    const remedy = didYouMean(selector, known) ?? '`offloop rule --all` lists the rules';
    return [{ severity: 'error' as const, path, place: placeOf(index), message, remedy }];
  });
}

/** `mylib.fetch = "http"` without quotes is a table `mylib`, which names no category. */
function problemsOfNames(file: ConfigurationFile, names: unknown): readonly Problem[] {
  const entries = isTable(names) ? Object.entries(names) : [];
  return entries.flatMap(([name, value]) => {
    if (!isTable(value) || 'category' in value) return [];
    const remedy = `put names with dots in quotes: ${EXAMPLES.blocking}`;
    return [problemAt(file, ['blocking', name], `\`${name}\` names no category`, remedy)];
  });
}

function problemsOfRuleId(file: ConfigurationFile, id: string): readonly Problem[] {
  const ids = RULES.map((rule) => rule.id);
  if (ids.includes(id)) return [];
  const remedy = didYouMean(id, ids) ?? '`offloop rule --all` lists the rules';
  return [{ ...unknownKey(file, ['levels', id], ids), message: `unknown rule \`${id}\``, remedy }];
}

function problemOfIssue(file: ConfigurationFile, key: Key, issue: z.core.$ZodIssue): Problem {
  const keys = [key, ...issue.path.filter((part) => typeof part !== 'symbol')];
  const name = keys.filter((part) => typeof part === 'string').join('.');
  if (issue.code === 'unrecognized_keys') {
    return unknownKey(file, [...keys, ...issue.keys.slice(0, 1)], Object.keys(blockingName.shape));
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String);
    const written = writtenAt(file, keys);
    const remedy = didYouMean(written, choices) ?? `use one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`;
    return problemAt(file, keys, `\`${written}\` is no value of \`${name}\``, remedy);
  }
  return problemAt(file, keys, `\`${name}\` has a value of the wrong type`, `write it as in \`${EXAMPLES[key]}\``);
}

/** The text of the value at `keys`, for a message. */
function writtenAt(file: ConfigurationFile, keys: readonly (string | number)[]): string {
  // The short form of a blocking name stands for the table that the schema saw.
  const value = valueAt(file.table, keys) ?? valueAt(file.table, keys.slice(0, -1));
  return String(value);
}

function unknownKey(file: ConfigurationFile, keys: readonly (string | number)[], known: readonly string[]): Problem {
  const key = String(keys.at(-1));
  const remedy = didYouMean(key, known) ?? `the keys are ${known.map((each) => `\`${each}\``).join(', ')}`;
  return {
    severity: 'error',
    path: file.path,
    place: file.placeOfKey(keys),
    message: `unknown key \`${key}\``,
    remedy,
  };
}

function problemAt(
  file: ConfigurationFile,
  keys: readonly (string | number)[],
  message: string,
  remedy: string,
): Problem {
  return { severity: 'error', path: file.path, place: file.placeOf(keys), message, remedy };
}
