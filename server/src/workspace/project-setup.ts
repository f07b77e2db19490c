/**
 * ProjectSetup: all that is known of a project before one of its Python files is read: its root, configuration, target, the
 * list of its files, and the engine settings that follow from them.
 */
import type { Library } from '../engine/knowledge/rows.ts';
import { RULES } from '../engine/rules/index.ts';
import { selectRules } from '../engine/rules/selection.ts';
import type { EngineSettings } from '../engine/settings.ts';
import { type Configuration, defaultConfiguration, readConfiguration } from './configuration.ts';
import { type ConfigurationFile, findConfigurationFile, readNamedConfigurationFile } from './configuration-file.ts';
import { findDependencies } from './dependencies.ts';
import { DEFAULT_EXCLUDE, type Exclusion, exclusionOf } from './exclusion.ts';
import { findLineLength } from './line-length.ts';
import { moduleRootsOf } from './module-roots.ts';
import type { Problem } from './problem.ts';
import { pythonFilesDirectlyIn, pythonFilesIn } from './python-files.ts';
import { findRequirements } from './requirements.ts';
import { DEFAULT_TARGET_VERSION, findPinnedVersion, findTargetVersion, type TargetVersion } from './target-version.ts';

/** What a door sets above the configuration: command-line options, the editor's settings. */
export interface Overrides {
  /** The root is no project, only where a file happens to lie (a home folder): what is below it stays unread. */
  readonly isLoose: boolean;
  /** Leave configuration files unread. */
  readonly isIsolated: boolean;
  /** Read this configuration file (absolute) and look for no other; null: the nearest. */
  readonly configurationPath: string | null;
  /** Replaces `select`, `extend-select` and `ignore`; null leaves them. Checked by the caller (`problemsOfSelectors`). */
  readonly select: readonly string[] | null;
  /** Added to `ignore`. */
  readonly ignore: readonly string[];
  /** Beats everything the project says. */
  readonly targetVersion: TargetVersion | null;
  /** For where the project says nothing: the editor's selected interpreter. */
  readonly fallbackTarget: TargetVersion | null;
}

export const NO_OVERRIDES: Overrides = {
  isLoose: false,
  isIsolated: false,
  configurationPath: null,
  select: null,
  ignore: [],
  targetVersion: null,
  fallbackTarget: null,
};

export interface ProjectSetup {
  readonly root: string;
  readonly configuration: Configuration;
  readonly target: TargetVersion;
  /** Where it says whether the program runs without the GIL, in words. */
  readonly freeThreadingSource: string;
  readonly exclusion: Exclusion;
  /** Every Python file of the project, sorted. */
  readonly files: readonly string[];
  readonly settings: EngineSettings;
  /** The files of the installed packages that `dependencies` names: imports lead to them, nothing is checked in them. */
  readonly dependencyFiles: readonly string[];
  /** Errors: the configuration says something else than it means. Warnings: folders that could not be read. */
  readonly problems: readonly Problem[];
}

/** Reads the setup of the project at `root`. `libraries` are what knowledge describes: no source of theirs is followed. */
export function readProjectSetup(root: string, overrides: Overrides, libraries: readonly Library[] = []): ProjectSetup {
  const { configuration, problems } = configurationAt(root, overrides);
  const exclusion = exclusionOf(
    [...(configuration.exclude ?? DEFAULT_EXCLUDE), ...configuration.extendExclude],
    configuration.folder,
  );
  const found = overrides.isLoose ? pythonFilesDirectlyIn(root, exclusion) : pythonFilesIn(root, exclusion);
  const target = overrides.targetVersion ?? targetOf(root, configuration, overrides);
  const freeThreading = freeThreadingOf(root, configuration, overrides, target);
  const known = new Set(libraries.map(({ library }) => library));
  const requirements = findRequirements(root);
  const dependencies = findDependencies(root, configuration.dependencies, configuration.environment, known);
  return {
    root,
    configuration,
    target,
    freeThreadingSource: freeThreading.source,
    exclusion,
    files: found.paths,
    settings: {
      ...settingsOf(configuration, overrides),
      moduleRoots: [
        ...moduleRootsOf(root, found.paths, configuration.moduleRoots),
        ...(dependencies.root === null ? [] : [dependencies.root]),
      ],
      target: target.version,
      isFreeThreaded: freeThreading.isFreeThreaded,
      requirements: requirements.names,
      below: requirements.below,
      lineLength: findLineLength(root),
    },
    dependencyFiles: dependencies.files,
    problems: [...problems, ...found.problems, ...dependencies.problems],
  };
}

function configurationAt(root: string, overrides: Overrides): ReturnType<typeof readConfiguration> {
  const file = configurationFileFor(root, overrides);
  if (file === null) return { configuration: defaultConfiguration(root), problems: [] };
  if ('severity' in file) return { configuration: defaultConfiguration(root), problems: [file] };
  return readConfiguration(file);
}

function configurationFileFor(
  root: string,
  { isIsolated, configurationPath }: Overrides,
): ConfigurationFile | Problem | null {
  if (isIsolated) return null;
  return configurationPath === null ? findConfigurationFile(root) : readNamedConfigurationFile(configurationPath);
}

function targetOf(root: string, configuration: Configuration, overrides: Overrides): TargetVersion {
  const { targetVersion } = configuration;
  if (targetVersion !== null) return { ...targetVersion, source: keyIn('target-version', configuration) };
  return findTargetVersion(root) ?? overrides.fallbackTarget ?? DEFAULT_TARGET_VERSION;
}

/** Who names a build says whether it has the GIL; a range of versions, such as `requires-python`, says nothing of it. */
function freeThreadingOf(
  root: string,
  configuration: Configuration,
  overrides: Overrides,
  target: TargetVersion,
): Pick<TargetVersion, 'isFreeThreaded' | 'source'> {
  const { isFreeThreaded } = configuration;
  if (overrides.targetVersion?.isFreeThreaded) return overrides.targetVersion;
  if (isFreeThreaded !== null) return { isFreeThreaded, source: keyIn('free-threaded', configuration) };
  if (target.isFreeThreaded) return target;
  const pinned = overrides.targetVersion === null ? findPinnedVersion(root) : null;
  return pinned?.isFreeThreaded
    ? pinned
    : { isFreeThreaded: false, source: 'the default: nothing names a build without the GIL' };
}

function keyIn(key: string, { path }: Configuration): string {
  return `\`${key}\` in ${path?.split('/').at(-1)}`;
}

/** What the configuration and the overrides say. */
function settingsOf(
  configuration: Configuration,
  overrides: Overrides,
): Pick<EngineSettings, 'rules' | 'levels' | 'blocking'> {
  const select = overrides.select ?? configuration.select;
  const ignore = overrides.select === null ? [...configuration.ignore, ...overrides.ignore] : overrides.ignore;
  return {
    rules: selectRules(RULES, select, ignore),
    levels: configuration.levels,
    blocking: configuration.blocking,
  };
}
