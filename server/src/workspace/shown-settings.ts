/** All settings of a project as they came out, each with where it comes from: what `offloop check --show-settings` prints. */
import { RULES } from '../engine/rules/index.ts';
import type { Configuration } from './configuration.ts';
import { DEFAULT_EXCLUDE } from './exclusion.ts';
import { folderOf, isInside, within } from './paths.ts';
import type { Overrides, ProjectSetup } from './project-setup.ts';

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export interface ShownSetting {
  /** As the configuration calls it, where it has that key. */
  readonly name: string;
  /** Null: the project says nothing, and nothing is taken in its place. */
  readonly value: Value;
  /** In words: "`requires-python` in pyproject.toml". */
  readonly source: string;
}

const DEFAULT = 'the default';

/** The settings of the project of `setup`, which was read with the `overrides` of the command line. */
export function shownSettings(setup: ProjectSetup, overrides: Overrides): readonly ShownSetting[] {
  const { configuration, target, settings, root } = setup;
  const said = (...keys: readonly string[]) => sourceOf(configuration, keys);
  return [
    { name: 'target-version', value: `3.${settings.target.minor}`, source: target.source },
    { name: 'free-threaded', value: settings.isFreeThreaded, source: setup.freeThreadingSource },
    ...selectionOf(configuration, overrides),
    { name: 'rules', value: levelsOf(setup), source: 'what `select` and `ignore` leave, with `levels`' },
    { name: 'levels', value: Object.fromEntries(settings.levels), source: said('levels') },
    { name: 'exclude', value: configuration.exclude ?? DEFAULT_EXCLUDE, source: said('exclude') },
    { name: 'extend-exclude', value: configuration.extendExclude, source: said('extend-exclude') },
    {
      name: 'src',
      value: settings.moduleRoots.map((folder) => shownFolder(folder, root)),
      source: configuration.moduleRoots === null ? 'where the packages of the project lie' : said('src'),
    },
    { name: 'dependencies', value: configuration.dependencies, source: said('dependencies') },
    { name: 'environment', value: configuration.environment, source: said('environment') },
    {
      name: 'blocking',
      value: Object.fromEntries(
        settings.blocking.map(({ name, kind, replacement }) => [name, { category: kind, replacement }]),
      ),
      source: said('blocking'),
    },
    { name: 'requirements', value: settings.requirements, source: 'what the project declares that it needs' },
    { name: 'line-length', value: settings.lineLength, source: "the formatter's settings" },
  ];
}

function selectionOf(configuration: Configuration, overrides: Overrides): readonly ShownSetting[] {
  const { select, ignore } = overrides;
  const ignored = select === null ? [...configuration.ignore, ...ignore] : ignore;
  const said = sourceOf(configuration, ['ignore']);
  const sources = [...(select === null && said !== DEFAULT ? [said] : []), ...(ignore.length > 0 ? ['--ignore'] : [])];
  return [
    {
      name: 'select',
      value: select ?? configuration.select,
      source: select === null ? sourceOf(configuration, ['select', 'extend-select']) : '--select',
    },
    { name: 'ignore', value: ignored, source: sources.join(' and ') || DEFAULT },
  ];
}

/** Each rule that is on, with its level. */
function levelsOf({ settings }: ProjectSetup): Value {
  const on = RULES.filter(({ id }) => settings.rules.has(id));
  return Object.fromEntries(on.map(({ id, level }) => [id, settings.levels.get(id) ?? level]));
}

function sourceOf({ path, written }: Configuration, keys: readonly string[]): string {
  const found = keys.filter((key) => written.has(key)).map((key) => `\`${key}\``);
  return found.length === 0 ? DEFAULT : `${found.join(' and ')} in ${path?.slice(within(folderOf(path), '').length)}`;
}

function shownFolder(folder: string, root: string): string {
  if (folder === root) return '.';
  return isInside(root, folder) ? folder.slice(within(root, '').length) : folder;
}
