import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NO_OVERRIDES, readProjectSetup } from '../../server/src/workspace/project-setup.ts';
import { lowestVersionOf, parsePythonVersion } from '../../server/src/workspace/python-version.ts';
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
    expect(targetWith()).toBe('3.14 by the newest Python that Offloop knows: the project names none');
  });
});

test('an option beats them all, and an interpreter only stands in for them', () => {
  const root = folderWith(FILES);
  const given = { version: { minor: 9 }, source: 'a person' };
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
  ['3.12', 12],
  ['py39', 9],
  ['py314', 14],
  ['3', null],
  ['3.12.1', null],
  ['2.7', null],
  ['', null],
])('%j as a target', (text, minor) => {
  expect(parsePythonVersion(text)).toEqual(minor === null ? null : { minor });
});
