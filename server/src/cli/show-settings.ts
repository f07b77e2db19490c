/** What `offloop check --show-settings` prints: the settings of each project and where they come from, as TOML or as JSON. */
import type { Overrides, ProjectSetup } from '../workspace/project-setup.ts';
import { type ShownSetting, shownSettings } from '../workspace/shown-settings.ts';
import type { Format } from './reporters/index.ts';
import { printable, shownPath } from './shown.ts';

export function settingsText(
  setups: readonly ProjectSetup[],
  overrides: Overrides,
  format: Format,
  cwd: string,
): string {
  if (format === 'json') {
    const projects = setups.map((setup) => objectOf(setup, shownSettings(setup, overrides), cwd));
    return `${JSON.stringify({ version: 1, projects }, null, 2)}\n`;
  }
  return setups.map((setup) => textOf(setup, shownSettings(setup, overrides), cwd)).join('\n');
}

function objectOf({ root, configuration }: ProjectSetup, settings: readonly ShownSetting[], cwd: string): object {
  return {
    root: shownPath(root, cwd),
    configuration: configuration.path === null ? null : shownPath(configuration.path, cwd),
    settings: Object.fromEntries(settings.map(({ name, value, source }) => [name, { value, source }])),
  };
}

/** Where a value comes from stands above it: values can be long. */
function textOf({ root, configuration }: ProjectSetup, settings: readonly ShownSetting[], cwd: string): string {
  const { path } = configuration;
  const lines = [
    `# The project ${shownPath(root, cwd)}`,
    `# Configuration: ${path === null ? 'none' : shownPath(path, cwd)}`,
    ...settings.flatMap(({ name, value, source }) => [
      '',
      `# ${source}`,
      value === null ? `# ${name}: nothing` : `${name} = ${tomlOf(value)}`,
    ]),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function tomlOf(value: ShownSetting['value']): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(tomlOf).join(', ')}]`;
  const entries = Object.entries(value).filter(([, each]) => each !== null);
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([key, each]) => `${keyOf(key)} = ${tomlOf(each)}`).join(', ')} }`;
}

function isList(value: ShownSetting['value']): value is readonly ShownSetting['value'][] {
  return Array.isArray(value);
}

function keyOf(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}
