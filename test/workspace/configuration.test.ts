import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../../server/src/workspace/configuration.ts';
import { findConfigurationFile } from '../../server/src/workspace/configuration-file.ts';
import type { Problem } from '../../server/src/workspace/problem.ts';
import { NO_OVERRIDES, readProjectSetup } from '../../server/src/workspace/project-setup.ts';
import { folderWith } from '../harness/folder.ts';

/** `line:column message; remedy` of each problem with an offloop.toml of this text. */
function problemsWith(toml: string): string[] {
  const file = findConfigurationFile(folderWith({ 'offloop.toml': toml }));
  if (file === null) throw new Error('no configuration was found');
  const problems = 'severity' in file ? [file] : readConfiguration(file).problems;
  return problems.map(({ place, message, remedy }: Problem) => `${place?.line}:${place?.column} ${message}; ${remedy}`);
}

function configurationWith(files: Readonly<Record<string, string>>, folder = '') {
  return readProjectSetup(`${folderWith(files)}${folder}`, NO_OVERRIDES);
}

describe('a mistake is told with its place and a remedy', () => {
  test.each([
    ['a misspelt key', 'ignore = []\nselct = ["all"]', '2:1 unknown key `selct`; did you mean `select`?'],
    [
      'a misspelt rule',
      'select = ["all",\n  "blocking-sleeep"]',
      '2:3 unknown rule `blocking-sleeep`; did you mean `blocking-sleep`?',
    ],
    ['a misspelt category', 'ignore = ["bloking"]', '1:11 unknown rule `bloking`; did you mean `blocking`?'],
    ['a rule that is like none', 'select = ["E501"]', '1:11 unknown rule `E501`; `offloop rule --all` lists the rules'],
    [
      'a text for a list',
      'select = "all"',
      '1:10 `select` has a value of the wrong type; write it as in `select = ["recommended", "blocking-path-check"]`',
    ],
    [
      'a number in a list',
      'exclude = ["a", 2]',
      '1:17 `exclude` has a value of the wrong type; write it as in `exclude = ["generated"]`',
    ],
    [
      'a number for a version',
      'target-version = 3.12',
      '1:18 `target-version` has a value of the wrong type; write it as in `target-version = "3.12"`',
    ],
    [
      'a Python 2 version',
      'target-version = "2.7"',
      '1:18 `2.7` is no Python 3 version; write it as in `target-version = "3.12"`',
    ],
    [
      'a text for a truth value',
      'free-threaded = "yes"',
      '1:17 `free-threaded` has a value of the wrong type; write it as in `free-threaded = true`',
    ],
    [
      'a level for no rule',
      '[levels]\nblocking-slep = "hint"',
      '2:1 unknown rule `blocking-slep`; did you mean `blocking-sleep`?',
    ],
    [
      'a level that is none',
      '[levels]\nblocking-sleep = "warn"',
      '2:18 `warn` is no value of `levels.blocking-sleep`; use one of `error`, `warning`, `information`, `hint`',
    ],
    [
      'a misspelt category of a name',
      '[blocking]\n"a.b" = "htp"',
      '2:9 `htp` is no value of `blocking.a.b.category`; did you mean `http`?',
    ],
    [
      'a misspelt key of a name',
      '[blocking]\n"a.b" = { category = "sdk", replacment = "c" }',
      '2:29 unknown key `replacment`; did you mean `replacement`?',
    ],
    ['broken TOML', 'select = [\n', '2:1 is not TOML: unspecified values are invalid; null'],
  ])('%s', (_name, toml, expected) => {
    expect(problemsWith(toml)).toEqual([expected]);
  });

  test('a blocking name without quotes is a nested table, and the remedy says so', () => {
    expect(problemsWith('[blocking]\nmylib.fetch = "http"')).toEqual([
      expect.stringMatching(/^2:1 `mylib` names no category; put names with dots in quotes: "mylib.fetch" = "http"/),
    ]);
  });

  test('every mistake is told, and the keys without one still count', () => {
    const { configuration, problems } = configurationWith({
      'offloop.toml': 'selct = []\nignore = ["all"]\nsrc = 3\n',
    });
    expect(problems).toHaveLength(2);
    expect(configuration.ignore).toEqual(['all']);
  });
});

describe('the nearest configuration wins, and none is merged', () => {
  test('offloop.toml is found from a folder below', () => {
    const { configuration } = configurationWith({ 'offloop.toml': 'select = ["all"]', 'a/b/x.py': '' }, '/a/b');
    expect(configuration.select).toEqual(['all']);
  });

  test('a nearer file hides the outer one as a whole', () => {
    const files = { 'offloop.toml': 'free-threaded = true', 'a/.offloop.toml': 'ignore = ["blocking-sleep"]' };
    const { configuration } = configurationWith(files, '/a');
    expect(configuration).toMatchObject({ isFreeThreaded: null, ignore: ['blocking-sleep'] });
  });

  test('a pyproject.toml that says nothing of Offloop is passed over, even if it is broken', () => {
    const files = { 'offloop.toml': 'select = ["all"]', 'a/pyproject.toml': '[project\nname = 1' };
    expect(configurationWith(files, '/a').configuration.select).toEqual(['all']);
  });

  test('[tool.offloop] of a pyproject.toml counts, with the places of that file', () => {
    const { problems } = configurationWith({
      'pyproject.toml': '[project]\nname = "x"\n\n[tool.offloop]\nselct = []\n',
    });
    expect(problems).toMatchObject([{ severity: 'error', place: { line: 5, column: 1 } }]);
  });

  test('without one, the recommended rules are on', () => {
    const { configuration, settings } = configurationWith({});
    expect(configuration.path).toBeNull();
    expect(settings.rules).toContain('blocking-sleep');
    expect(settings.rules).not.toContain('blocking-path-check');
  });
});

test('blocking names are given in short or in full', () => {
  const toml = '[blocking]\n"a.fetch" = "http"\n"a.Client.*" = { category = "sdk", replacement = "a.AsyncClient" }\n';
  expect(configurationWith({ 'offloop.toml': toml }).settings.blocking).toEqual([
    { name: 'a.fetch', kind: 'http', replacement: null },
    { name: 'a.Client.*', kind: 'sdk', replacement: 'a.AsyncClient' },
  ]);
});

test('levels and extend-select reach the engine', () => {
  const toml = 'extend-select = ["blocking-path-check"]\n[levels]\nblocking-sleep = "hint"\n';
  const { settings } = configurationWith({ 'offloop.toml': toml });
  expect(settings.levels.get('blocking-sleep')).toBe('hint');
  expect([...settings.rules]).toEqual(expect.arrayContaining(['blocking-path-check', 'blocking-sleep']));
});

test('--select replaces what the file selects and ignores, --ignore alone adds to it', () => {
  const root = folderWith({ 'offloop.toml': 'select = ["blocking"]\nignore = ["blocking-sleep"]' });
  const replaced = readProjectSetup(root, { ...NO_OVERRIDES, select: ['blocking-sleep'] });
  expect([...replaced.settings.rules]).toEqual(['blocking-sleep']);
  const added = readProjectSetup(root, { ...NO_OVERRIDES, ignore: ['blocking-input'] });
  expect(added.settings.rules).not.toContain('blocking-sleep');
  expect(added.settings.rules).not.toContain('blocking-input');
  expect(added.settings.rules).toContain('blocking-socket');
});

test('isolated, no file is read', () => {
  const root = folderWith({ 'offloop.toml': 'nonsense' });
  expect(readProjectSetup(root, { ...NO_OVERRIDES, isIsolated: true }).problems).toEqual([]);
});
