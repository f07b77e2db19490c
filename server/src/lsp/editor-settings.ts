/**
 * The editor's settings under `offloop`, for one folder. They come from outside: a value of the wrong shape counts as not set,
 * and one that means nothing is a problem to tell the user.
 */
import * as z from 'zod/mini';
import { problemsOfSelectors } from '../workspace/configuration.ts';
import { interpreterTarget } from '../workspace/interpreter.ts';
import { absolutePath } from '../workspace/paths.ts';
import type { Problem } from '../workspace/problem.ts';
import { NO_OVERRIDES, type Overrides } from '../workspace/project-setup.ts';
import { isKnownVersion, KNOWN_VERSIONS, type PythonBuild, parsePythonBuild } from '../workspace/python-version.ts';

const absent = () => z._default(z.nullable(z.string()), null);

const SCHEMA = z.object({
  select: z.catch(z.nullable(z.array(z.string())), null),
  ignore: z.catch(z.nullable(z.array(z.string())), null),
  targetVersion: z.catch(z.nullable(z.string()), null),
  configuration: z.catch(z.nullable(z.string()), null),
  workspaceDiagnostics: z.catch(z.boolean(), true),
  hover: z.catch(z.boolean(), true),
  /** No setting of the user's: our own extension puts the selected interpreter in. */
  interpreter: z.catch(z.nullable(z.object({ path: absent(), version: absent() })), null),
});

export type EditorSettings = z.infer<typeof SCHEMA>;

/** `value` is what the client sent for the section; null if it has none. */
export function editorSettingsOf(value: unknown): EditorSettings {
  return SCHEMA.parse(typeof value === 'object' && value !== null ? value : {});
}

/** What the settings set above the configuration of the project at `root`. What they say wrongly is left out. */
export function overridesOf(
  settings: EditorSettings,
  root: string,
): { overrides: Overrides; problems: readonly Problem[] } {
  const problems = [
    ...problemsOfSetting('select', settings.select ?? []),
    ...problemsOfSetting('ignore', settings.ignore ?? []),
  ];
  const build = settings.targetVersion === null ? null : parsePythonBuild(settings.targetVersion);
  if (settings.targetVersion !== null) problems.push(...problemsOfVersion(settings.targetVersion, build));
  const hasFault = problems.length > 0;
  return {
    overrides: {
      ...NO_OVERRIDES,
      configurationPath: settings.configuration === null ? null : absolutePath(root, settings.configuration),
      select: hasFault ? null : settings.select,
      ignore: hasFault ? [] : (settings.ignore ?? []),
      targetVersion:
        build && isKnownVersion(build.version) ? { ...build, source: '`offloop.targetVersion` in the editor' } : null,
      fallbackTarget: settings.interpreter && interpreterTarget(settings.interpreter, root),
    },
    problems,
  };
}

function problemsOfVersion(written: string, build: PythonBuild | null): Problem[] {
  if (build === null)
    return [settingProblem('targetVersion', `\`${written}\` is no Python 3 version`, 'write it as `3.13`')];
  return isKnownVersion(build.version)
    ? []
    : [settingProblem('targetVersion', `Offloop does not know Python ${written}`, `it knows ${KNOWN_VERSIONS}`)];
}

function problemsOfSetting(name: string, selectors: readonly string[]): Problem[] {
  return problemsOfSelectors(selectors, null, () => null).map((problem) =>
    settingProblem(name, problem.message, problem.remedy),
  );
}

function settingProblem(name: string, message: string, remedy: string | null): Problem {
  return { severity: 'error', path: null, place: null, message: `the setting \`offloop.${name}\`: ${message}`, remedy };
}
