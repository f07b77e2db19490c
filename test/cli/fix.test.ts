import { chmodSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderWith } from '../harness/folder.ts';
import { run } from './run.ts';

const SLEEPER = 'import time\n\n\nasync def main():\n    time.sleep(1)\n';

test('fixes are made in the file by --fix, and counted', async () => {
  const folder = folderWith({ 'a.py': SLEEPER });
  const { code, stdout } = await run(folder, ['check', '--fix']);
  expect(readFileSync(`${folder}/a.py`, 'utf8')).toContain('await asyncio.sleep(1)');
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'No findings in 1 file (1 fixed).\n' });
});

test('fixes keep the byte order mark and the line ends of the file', async () => {
  const folder = folderWith({ 'a.py': `\uFEFF${SLEEPER.replaceAll('\n', '\r\n')}` });
  await run(folder, ['check', '--fix']);
  const text = readFileSync(`${folder}/a.py`, 'utf8');
  expect(text).toMatch(/^\uFEFF/);
  expect(text).toContain('await asyncio.sleep(1)\r\n');
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

test('fixes are shown by --diff, which changes nothing', async () => {
  const folder = folderWith({ 'a.py': SLEEPER });
  const { code, stdout } = await run(folder, ['check', '--diff']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^--- a\.py\n\+\+\+ a\.py\n@@ /);
  expect(stdout).toContain('-    time.sleep(1)\n+    await asyncio.sleep(1)\n');
  expect(readFileSync(`${folder}/a.py`, 'utf8')).toBe(SLEEPER);
});

test('fixes are listed by --show-fixes', async () => {
  const twice = `${SLEEPER}    time.sleep(2)\n`;
  const folder = folderWith({ 'a.py': twice, 'b.py': SLEEPER, 'c.py': 'x = 1\n' });
  const list =
    'a.py:\n    2 \u00D7 blocking-sleep (Use asyncio.sleep)\nb.py:\n    1 \u00D7 blocking-sleep (Use asyncio.sleep)\n';
  const shown = await run(folder, ['check', '--diff', '--show-fixes']);
  expect(shown.stderr).toBe(`${list}Would make 3 fixes.\n`);
  const made = await run(folder, ['check', '--fix', '--show-fixes']);
  expect(made.stdout).toBe(`${list}No findings in 3 files (3 fixed).\n`);
});

test('the list of fixes leaves JSON alone', async () => {
  const folder = folderWith({ 'a.py': SLEEPER });
  const { stdout, stderr } = await run(folder, ['check', '--fix', '--show-fixes', '--output-format', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
  expect(stderr).toContain('1 \u00D7 blocking-sleep');
});

test('fixes of standard input go to standard output, and the findings out of their way', async () => {
  const { stdout, stderr } = await run(folderWith(), ['check', '-', '--fix'], SLEEPER);
  expect(stdout).toContain('await asyncio.sleep(1)');
  expect(stdout).not.toContain('findings');
  expect(stderr).toContain('No findings');
});

test.skipIf(process.getuid?.() === 0)('fixes that can not be written are not made, and that is said', async () => {
  const folder = folderWith({ 'a.py': SLEEPER, 'b.py': SLEEPER });
  chmodSync(`${folder}/a.py`, 0o400);
  const { code, stdout, stderr } = await run(folder, ['check', '--fix', '--output-format', 'concise']);
  expect({ code, stderr }).toEqual({ code: 2, stderr: "error: a.py: can't be written: permission denied\n" });
  expect(stdout).toMatch(
    /^a\.py:5:5: error: .*\nFound 1 error in 1 of 2 files \(1 fixed\) \(1 fixable with --fix\)\.\n$/,
  );
});

test('fixes of an encoding that Offloop does not write are not made', async () => {
  const text = `# coding: cp1252\n${SLEEPER}`;
  const folder = folderWith({ 'a.py': text });
  const { code, stdout, stderr } = await run(folder, ['check', '--fix', '--output-format', 'concise']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "error: a.py: was not changed: Offloop can't write this text as windows-1252; save it as UTF-8\n",
  });
  expect(stdout).toContain('a.py:6:5: error:');
  expect(readFileSync(`${folder}/a.py`, 'utf8')).toBe(text);
});

test('fixes that are unsafe are made only when asked for', async () => {
  const folder = folderWith({ 'a.py': 'import requests\n\n\nasync def f(u):\n    return requests.get(u).text\n' });
  const before = readFileSync(`${folder}/a.py`, 'utf8');
  const { findings } = JSON.parse((await run(folder, ['check', '--output-format', 'json'])).stdout);
  const safeties = findings[0].fixes.map(({ safety }: { safety: string }) => safety);
  await run(folder, ['check', '--fix']);
  if (!safeties.includes('safe')) expect(readFileSync(`${folder}/a.py`, 'utf8')).toBe(before);
  expect((await run(folder, ['check', '--fix', '--unsafe-fixes'])).code).toBe(0);
  expect(readFileSync(`${folder}/a.py`, 'utf8')).not.toBe(before);
});

test('fixes are made in every place of a file, with one import', async () => {
  const folder = folderWith({ 'a.py': `${SLEEPER}    time.sleep(2)\n    time.sleep(3)\n` });
  expect((await run(folder, ['check', '--fix'])).stdout).toBe('No findings in 1 file (3 fixed).\n');
  const text = readFileSync(`${folder}/a.py`, 'utf8');
  expect(text.match(/import asyncio/g)).toHaveLength(1);
  expect(text.match(/await asyncio\.sleep/g)).toHaveLength(3);
});

test('fixes of one run leave no import behind that none of them needs any more', async () => {
  const folder = folderWith({ 'a.py': `${SLEEPER}\n\nasync def other():\n    time.sleep(2)\n` });
  await run(folder, ['check', '--fix']);
  expect(readFileSync(`${folder}/a.py`, 'utf8')).not.toContain('import time');
});
