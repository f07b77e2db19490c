import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { interpreterTarget, type SelectedInterpreter } from '../../server/src/workspace/interpreter.ts';
import { NO_OVERRIDES, readProjectSetup } from '../../server/src/workspace/project-setup.ts';
import {
  findPythonBuild,
  lowestVersionOf,
  lowestVersionOfPoetry,
  parsePythonBuild,
} from '../../server/src/workspace/python-version.ts';
import { folderWith } from '../harness/folder.ts';

const FILES = {
  'offloop.toml': 'target-version = "py310"',
  'pyproject.toml': '[project]\nname = "x"\nrequires-python = ">=3.11,<4"\n',
  '.python-version': '3.12.4\n',
  Pipfile: '[requires]\npython_version = "3.13"\n',
};

function targetWith(...names: readonly (keyof typeof FILES)[]): string {
  const root = folderWith(Object.fromEntries(names.map((name) => [name, FILES[name]])));
  const { version, source } = readProjectSetup(root, NO_OVERRIDES).target;
  return `3.${version.minor} by ${source}`;
}

describe('the first of these says what the target is', () => {
  test('target-version', () => {
    expect(targetWith('offloop.toml', 'pyproject.toml', '.python-version', 'Pipfile')).toBe(
      '3.10 by `target-version` in offloop.toml',
    );
  });
  test('requires-python', () => {
    expect(targetWith('pyproject.toml', '.python-version', 'Pipfile')).toBe(
      '3.11 by `requires-python` in pyproject.toml',
    );
  });
  test('.python-version', () => {
    expect(targetWith('.python-version', 'Pipfile')).toBe('3.12 by .python-version');
  });
  test('Pipfile', () => {
    expect(targetWith('Pipfile')).toBe('3.13 by `python_version` in Pipfile');
  });
  test('the newest Python known', () => {
    expect(targetWith()).toBe('3.14 by the default, for the project names none');
  });
});

test('an option beats them all, and an interpreter only stands in for them', () => {
  const root = folderWith(FILES);
  const given = { version: { minor: 9 }, isFreeThreaded: false, source: 'a person' };
  expect(readProjectSetup(root, { ...NO_OVERRIDES, targetVersion: given }).target).toEqual(given);
  expect(readProjectSetup(root, { ...NO_OVERRIDES, fallbackTarget: given }).target.version).toEqual({ minor: 10 });
  expect(readProjectSetup(folderWith(), { ...NO_OVERRIDES, fallbackTarget: given }).target).toEqual(given);
});

test('a package of a repository takes the version of the repository', () => {
  const root = folderWith({ '.python-version': '3.11', 'packages/a/setup.py': '' });
  expect(readProjectSetup(`${root}/packages/a`, NO_OVERRIDES).target.version).toEqual({ minor: 14 });
  mkdirSync(`${root}/.git`);
  expect(readProjectSetup(`${root}/packages/a`, NO_OVERRIDES).target.version).toEqual({ minor: 11 });
});

test.each([
  ['>=3.10', 10],
  ['>=3.9.2', 9],
  ['~=3.11', 11],
  ['==3.12.*', 12],
  ['>=3.8,!=3.9.*,<3.15', 8],
  ['>3.10', 10],
  ['>=2.7', 0],
  ['<4', null],
  ['nonsense', null],
])('the lowest Python of %s', (specifier, minor) => {
  expect(lowestVersionOf(specifier)).toEqual(minor === null ? null : { minor });
});

test.each([
  ['^3.11', 11],
  ['~3.10', 10],
  ['~=3.10', 10],
  ['3.12', 12],
  ['3.12.*', 12],
  ['>=3.9,<3.13', 9],
  ['>=3.9 <3.13', 9],
  ['^3.10 || ^3.8', 8],
  ['*', null],
])("the lowest Python of Poetry's %s", (constraint, minor) => {
  expect(lowestVersionOfPoetry(constraint)).toEqual(minor === null ? null : { minor });
});

test.each([
  ['3.12', 12, false],
  ['py39', 9, false],
  ['py314', 14, false],
  ['3.14t', 14, true],
])('%j as a target', (text, minor, isFreeThreaded) => {
  expect(parsePythonBuild(text)).toEqual({ version: { minor }, isFreeThreaded });
});

test.each(['3', '3.12.1', '2.7', '3.14x', ''])('%j is no target', (text) => {
  expect(parsePythonBuild(text)).toBeNull();
});

test.each([
  ['3.12.4', 12, false],
  ['3.14t', 14, true],
  ['3.14.0t', 14, true],
  ['3.15.0a1t', 15, true],
  ['3.14t-dev', 14, true],
  ['cpython@3.13t', 13, true],
  ['3.14+freethreaded', 14, true],
  ['cpython-3.13.0+freethreaded-linux-x86_64-gnu', 13, true],
  ['pypy3.10-7.3.12', 10, false],
  ['3.13.0-test', 13, false],
])('%j in .python-version', (text, minor, isFreeThreaded) => {
  expect(findPythonBuild(text)).toEqual({ version: { minor }, isFreeThreaded });
});

describe('other files of a project name a version, too', () => {
  const of = (files: Readonly<Record<string, string>>) => {
    const { version, source } = readProjectSetup(folderWith(files), NO_OVERRIDES).target;
    return `3.${version.minor} by ${source}`;
  };
  test("Poetry's dependencies", () => {
    expect(of({ 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.11"\n' })).toBe(
      "3.11 by `python` of Poetry's dependencies in pyproject.toml",
    );
  });
  test('setup.cfg', () => {
    const text = '[metadata]\nname = x\n\n[options]\npackages = find:\npython_requires = >=3.9  # why\n\n[flake8]\n';
    expect(of({ 'setup.cfg': text, '.python-version': '3.12' })).toBe('3.9 by `python_requires` in setup.cfg');
    expect(of({ 'setup.cfg': '[other]\npython_requires = >=3.9\n', '.python-version': '3.12' })).toBe(
      '3.12 by .python-version',
    );
  });
  test('a Pipfile, by the full version', () => {
    expect(of({ Pipfile: '[requires]\npython_full_version = "3.11.4"\n' })).toBe(
      '3.11 by `python_full_version` in Pipfile',
    );
  });
  test('one that Offloop does not know is the nearest that it does', () => {
    expect(of({ 'setup.cfg': '[options]\npython_requires = >=3.6\n' })).toMatch(/^3\.8 by/);
    expect(of({ '.python-version': '3.16' })).toMatch(/^3\.15 by/);
  });
});

describe('the program runs without the GIL', () => {
  const threadingIn = (files: Readonly<Record<string, string>>, given: string | null = null) => {
    const build = given === null ? null : parsePythonBuild(given);
    const targetVersion = build && { ...build, source: 'a person' };
    const { settings, freeThreadingSource } = readProjectSetup(folderWith(files), { ...NO_OVERRIDES, targetVersion });
    return settings.isFreeThreaded ? freeThreadingSource : false;
  };
  const pinned = { '.python-version': '3.14t' };

  test('where `free-threaded` says so', () => {
    expect(threadingIn({ 'offloop.toml': 'free-threaded = true' })).toBe('`free-threaded` in offloop.toml');
    expect(threadingIn({ ...pinned, 'offloop.toml': 'free-threaded = false' })).toBe(false);
  });
  test('where the version that was asked for has a `t`', () => {
    expect(threadingIn({ 'offloop.toml': 'target-version = "3.14t"' })).toBe('`target-version` in offloop.toml');
    expect(threadingIn({ 'offloop.toml': 'free-threaded = false' }, '3.14t')).toBe('a person');
  });
  test('where .python-version has one, whatever says the version', () => {
    expect(threadingIn(pinned)).toBe('.python-version');
    expect(threadingIn({ ...pinned, 'offloop.toml': 'target-version = "3.13"' })).toBe('.python-version');
    const project = { 'pyproject.toml': '[project]\nrequires-python = ">=3.13"\n' };
    expect(threadingIn({ ...pinned, ...project })).toBe('.python-version');
    expect(threadingIn(pinned, '3.14')).toBe(false);
  });
  test('not by default', () => {
    expect(threadingIn({ '.python-version': '3.14' })).toBe(false);
  });
});

describe('the interpreter that an editor has selected', () => {
  const of = (interpreter: Partial<SelectedInterpreter>, files: Readonly<Record<string, string>> = {}) => {
    const found = interpreterTarget({ path: null, version: null, ...interpreter }, folderWith(files));
    return found && `3.${found.version.minor}${found.isFreeThreaded ? 't' : ''}`;
  };
  test('by its version', () => {
    expect(of({ version: '3.12.1' })).toBe('3.12');
    expect(of({ version: '3.14t', path: '/usr/bin/python3.9' })).toBe('3.14t');
  });
  test('by the name of its executable', () => {
    expect(of({ path: '/usr/bin/python3.11' })).toBe('3.11');
    expect(of({ path: '/usr/bin/python3.14t' })).toBe('3.14t');
    expect(of({ path: '/opt/3.9/bin/python3' })).toBeNull();
  });
  test('by what its virtual environment says of itself', () => {
    const files = { '.venv/pyvenv.cfg': 'home = /usr/bin\nversion = 3.13.2\nexecutable = /usr/bin/python3.13t\n' };
    expect(of({ path: ['$', '{workspaceFolder}/.venv/bin/python'].join('') }, files)).toBe('3.13t');
    expect(of({ path: '.venv/Scripts/python.exe' }, files)).toBe('3.13t');
    expect(of({ path: '.venv/bin/python' }, { '.venv/pyvenv.cfg': 'version_info = 3.10.1.final.0\n' })).toBe('3.10');
  });
});
