import { expect, test } from 'vitest';
import { folderWith } from '../harness/folder.ts';
import { run } from './run.ts';

const FILES = {
  'a.py': 'import time\nasync def f():\n    time.sleep(1)\n',
  'pyproject.toml':
    '[project]\nrequires-python = ">=3.11"\n\n[tool.offloop]\nextend-select = ["blocking-path-check"]\nenvironment = ".venv"\n\n[tool.offloop.blocking]\n"lib.get" = "http"\n',
  '.python-version': '3.14t\n',
};

test('all settings are printed with where they come from, and nothing is checked', async () => {
  const { code, stdout, stderr } = await run(folderWith(FILES), [
    'check',
    '--show-settings',
    '--ignore',
    'blocking-wait',
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const part of [
    '# The project .\n# Configuration: pyproject.toml\n',
    '# `requires-python` in pyproject.toml\ntarget-version = "3.11"\n',
    '# .python-version\nfree-threaded = true\n',
    '# `extend-select` in pyproject.toml\nselect = ["recommended", "blocking-path-check"]\n',
    '# --ignore\nignore = ["blocking-wait"]\n',
    '# the default\nextend-exclude = []\n',
    '# `blocking` in pyproject.toml\nblocking = { "lib.get" = { category = "http" } }\n',
    "# the formatter's settings\n# line-length: nothing\n",
  ]) {
    expect(stdout).toContain(part);
  }
  expect(stdout).not.toContain('blocking-wait =');
});

test('as JSON for other programs', async () => {
  const cwd = folderWith(FILES);
  const { stdout } = await run(cwd, ['check', 'a.py', '--show-settings', '--output-format', 'json']);
  const { version, projects } = JSON.parse(stdout);
  expect(version).toBe(1);
  expect(projects).toHaveLength(1);
  expect(projects[0]).toMatchObject({
    root: '.',
    configuration: 'pyproject.toml',
    settings: {
      'target-version': { value: '3.11', source: '`requires-python` in pyproject.toml' },
      'free-threaded': { value: true, source: '.python-version' },
      environment: { value: `${cwd}/.venv`, source: '`environment` in pyproject.toml' },
      levels: { value: {}, source: 'the default' },
    },
  });
});

test('what is wrong with the configuration is an error here, too', async () => {
  const cwd = folderWith({ 'a.py': '', 'offloop.toml': 'target-version = "3.7"\n' });
  expect(await run(cwd, ['check', '--show-settings'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: offloop.toml:1:18: Offloop does not know Python 3.7; it knows 3.8 to 3.15\n',
  });
});

test('a version that Offloop does not know is an error of the command line', async () => {
  const { code, stderr } = await run(folderWith(), ['check', '--target-version', '3.16']);
  expect(code).toBe(2);
  expect(stderr).toContain('Offloop knows 3.8 to 3.15');
});
