/**
 * The editor's settings under `offloop`, for one folder. They come from outside: a value of the wrong shape counts as not set,
 * and one that means nothing is a problem to tell the user.
 */
import * as z from 'zod/mini';
import { problemsOfSelectors } from '../workspace/configuration.ts';
import { absolutePath } from '../workspace/paths.ts';
import type { Problem } from '../workspace/problem.ts';
import { NO_OVERRIDES, type Overrides } from '../workspace/project-setup.ts';
import { parsePythonVersion } from '../workspace/python-version.ts';

const SCHEMA = z.object({
  select: z.catch(z.nullable(z.array(z.string())), null),
  ignore: z.catch(z.nullable(z.array(z.string())), null),
  targetVersion: z.catch(z.nullable(z.string()), null),
  configuration: z.catch(z.nullable(z.string()), null),
  workspaceDiagnostics: z.catch(z.boolean(), true),
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
  const version = settings.targetVersion === null ? null : parsePythonVersion(settings.targetVersion);
  if (settings.targetVersion !== null && version === null) {
    problems.push(
      settingProblem('targetVersion', `\`${settings.targetVersion}\` is no Python 3 version`, 'write it as `3.13`'),
    );
  }
  const hasFault = problems.length > 0;
  return {
    overrides: {
      ...NO_OVERRIDES,
      configurationPath: settings.configuration === null ? null : absolutePath(root, settings.configuration),
      select: hasFault ? null : settings.select,
      ignore: hasFault ? [] : (settings.ignore ?? []),
      targetVersion: version && { version, source: '`offloop.targetVersion` in the editor' },
    },
    problems,
  };
}

function problemsOfSetting(name: string, selectors: readonly string[]): Problem[] {
  return problemsOfSelectors(selectors, null, () => null).map((problem) =>
    settingProblem(name, problem.message, problem.remedy),
  );
}

function settingProblem(name: string, message: string, remedy: string | null): Problem {
  return { severity: 'error', path: null, place: null, message: `the setting \`offloop.${name}\`: ${message}`, remedy };
}
