import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { RULES } from '../../server/src/engine/rules/index.ts';
import { folderWith } from '../harness/folder.ts';
import { run } from './run.ts';

test('`offloop rule` explains a rule with examples', async () => {
  const { code, stdout } = await run('/', ['rule', 'blocking-sleep']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^# blocking-sleep\n/);
  expect(stdout).toContain('## Reported\n\n```python\n');
});

test('`offloop rule --all` explains them all', async () => {
  const { stdout } = await run('/', ['rule', '--all']);
  expect(stdout.match(/^# [a-z-]+$/gm)).toHaveLength(RULES.length);
});

test.each([[['version']], [['--version']]])('%j prints the version', async (argv) => {
  expect(await run('/', argv)).toEqual({ code: 0, stdout: `offloop ${packageJson.version}\n`, stderr: '' });
});

test('--help explains, and no command at all explains too but is an error', async () => {
  const help = await run('/', ['--help']);
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toContain('check [options] [path...]');
  expect(await run('/', [])).toMatchObject({ code: 2, stdout: '' });
  expect((await run('/', ['check', '--help'])).stdout).toContain('--stdin-filename <path>');
});

const bundle = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

describe.skipIf(!existsSync(bundle))('the built command', () => {
  test('runs, and ends with the exit code', () => {
    const cwd = folderWith({ 'a.py': 'import time\nasync def f():\n    time.sleep(1)\n' });
    const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, 'check'], { cwd, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('blocking-sleep error: ');
    expect(stdout).not.toContain('\u001b');
  });

  test('gives the same answer from its cache', () => {
    const cwd = folderWith({ 'a.py': 'import time\nasync def f():\n    time.sleep(1)\n', 'b.py': 'def f(:\n' });
    const check = () =>
      spawnSync(process.execPath, [bundle, 'check', '--output-format', 'json'], { cwd, encoding: 'utf8' });
    const { status, stdout, stderr } = check();
    expect(check()).toMatchObject({ status, stdout, stderr });
    expect(check()).toMatchObject({ status, stdout, stderr });
  });

  test('obeys FORCE_COLOR and NO_COLOR', () => {
    const cwd = folderWith({ 'a.py': 'x = 1\n' });
    const stdoutWith = (env: Record<string, string>) => {
      const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env;
      return spawnSync(process.execPath, [bundle, 'check'], { cwd, encoding: 'utf8', env: { ...rest, ...env } }).stdout;
    };
    expect(stdoutWith({ FORCE_COLOR: '1' })).toContain('\u001b[');
    expect(stdoutWith({ NO_COLOR: '1' })).not.toContain('\u001b');
  });

  test('keeps quiet when nobody reads what it says', () => {
    const cwd = folderWith({ 'a.py': `import time\nasync def f():\n${'    time.sleep(1)\n'.repeat(3000)}` });
    const command = `"${process.execPath}" "${bundle}" check | head -n 1`;
    const { stdout, stderr } = spawnSync(command, { cwd, encoding: 'utf8', shell: true });
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toBe('');
  });
});
