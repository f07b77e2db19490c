import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../harness/folder.ts';
import { run } from './run.ts';

const SLEEPER = 'import time\n\n\nasync def main():\n    time.sleep(1)\n';
const CLEAN = 'async def main():\n    pass\n';
const CHAIN = {
  'main.py': 'from config import load_config\n\n\nasync def main():\n    return load_config()\n',
  'config.py': 'def load_config():\n    with open("x") as file:\n        return file.read()\n',
};

describe('the exit code is', () => {
  test('0 where nothing is found', async () => {
    const { code, stdout, stderr } = await run(folderWith({ 'a.py': CLEAN }), ['check']);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'No findings in 1 file.\n', stderr: '' });
  });

  test('1 where something is found, and 0 with --exit-zero', async () => {
    const folder = folderWith({ 'a.py': SLEEPER });
    expect((await run(folder, ['check'])).code).toBe(1);
    expect((await run(folder, ['check', '--exit-zero'])).code).toBe(0);
  });

  test.each([
    [['check', 'nowhere.py'], "error: nowhere.py: can't be read: it does not exist"],
    [
      ['check', '--select', 'blocking-sleeep'],
      'error: --select: unknown rule `blocking-sleeep`; did you mean `blocking-sleep`?',
    ],
    [['check', '--ignore', 'al'], 'error: --ignore: unknown rule `al`; did you mean `all`?'],
    [['check', '--selct', 'all'], "error: unknown option '--selct'; did you mean --select?"],
    [
      ['check', '--target-version', '2.7'],
      "error: option '--target-version <3.N>' argument '2.7' is invalid. write it as in 3.12",
    ],
    [
      ['check', '--output-format', 'xml'],
      "error: option '--output-format <format>' argument 'xml' is invalid. Allowed choices are full, concise, json.",
    ],
    [['check', '-', 'a.py'], 'error: `-` is standard input; give no other path with it'],
    [['chek'], "error: unknown command 'chek'; did you mean check?"],
    [['rule', 'blocking-slep'], 'error: unknown rule `blocking-slep`; did you mean `blocking-sleep`?'],
  ])('2 for %j, with one line that says why', async (argv, expected) => {
    const { code, stdout, stderr } = await run(folderWith({ 'a.py': CLEAN }), argv);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: argv.includes('nowhere.py') ? stdout : '',
      stderr: `${expected}\n`,
    });
  });

  test('2 for a bad configuration, which is told with its place, and nothing is checked', async () => {
    const folder = folderWith({ 'a.py': SLEEPER, 'pyproject.toml': '[tool.offloop]\nselct = []\n' });
    expect(await run(folder, ['check'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: pyproject.toml:2:1: unknown key `selct`; did you mean `select`?\n',
    });
    expect((await run(folder, ['check', '--isolated'])).code).toBe(1);
  });

  test('2 where one path is missing, though the others are checked', async () => {
    const { code, stdout } = await run(folderWith({ 'a.py': SLEEPER }), [
      'check',
      'a.py',
      'b.py',
      '--output-format',
      'concise',
    ]);
    expect(code).toBe(2);
    expect(stdout).toContain('a.py:5:5: error:');
  });
});

describe('format json', () => {
  test('is one object with everything a program needs', async () => {
    const { code, stdout, stderr } = await run(folderWith(CHAIN), ['check', '--output-format', 'json']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const range = (line: number, from: number, to: number) => ({
      start: { line, column: from },
      end: { line, column: to },
    });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      findings: [
        {
          rule: 'blocking-file-io',
          category: 'blocking',
          severity: 'warning',
          message: expect.stringContaining('load_config'),
          path: 'main.py',
          range: range(5, 12, 23),
          evidence: [
            { path: 'main.py', range: range(5, 12, 23), text: expect.stringContaining('load_config') },
            { path: 'config.py', range: range(2, 10, 14), text: expect.stringContaining('open()') },
          ],
          fixes: expect.any(Array),
          withheld: null,
        },
      ],
      summary: { files: 2, findings: 1, errors: 0 },
    });
  });

  test('is an object though nothing was found or read', async () => {
    const { stdout } = await run(folderWith({ 'a.py': Buffer.from([0xe9]) }), ['check', '--output-format', 'json']);
    expect(JSON.parse(stdout)).toEqual({ version: 1, findings: [], summary: { files: 0, findings: 0, errors: 1 } });
  });

  test('counts columns in UTF-16 units from 1, tabs as one', async () => {
    const folder = folderWith({ 'a.py': 'import time\n\n\nasync def f():\n\tx = "日𝄞"; time.sleep(1)\n' });
    const [finding] = JSON.parse((await run(folder, ['check', '--output-format', 'json'])).stdout).findings;
    expect(finding.range).toEqual({ start: { line: 5, column: 13 }, end: { line: 5, column: 23 } });
  });

  test('names paths from the working directory', async () => {
    const folder = folderWith({ 'pyproject.toml': '', 'a/main.py': SLEEPER, 'b/x.txt': '' });
    const [finding] = JSON.parse(
      (await run(`${folder}/b`, ['check', '../a', '--output-format', 'json'])).stdout,
    ).findings;
    expect(finding.path).toBe('../a/main.py');
  });
});

test('format concise is a line a finding, and a summary unless --quiet', async () => {
  const folder = folderWith({ 'a.py': SLEEPER });
  const { stdout } = await run(folder, ['check', '--output-format', 'concise']);
  expect(stdout).toMatch(/^a\.py:5:5: error: .*time\.sleep.* \[blocking-sleep\]\nFound 1 error in 1 file.*\.\n$/);
  const quiet = await run(folder, ['check', '--output-format', 'concise', '--quiet']);
  expect(quiet.stdout.trimEnd().split('\n')).toHaveLength(1);
});

describe('format full', () => {
  test('shows rule, level, place, line, chain and what to do', async () => {
    const { stdout } = await run(folderWith(CHAIN), ['check']);
    expect(stdout).toMatch(/^blocking-file-io warning: /);
    expect(stdout.split('\n').slice(1, 8)).toEqual([
      ' --> main.py:5:12',
      '  |',
      '5 |     return load_config()',
      '  |            ^^^^^^^^^^^',
      '  |',
      '  = main.py:5 calls `load_config`',
      expect.stringMatching(/^ {2}= {3}config\.py:2 calls `open\(\)`/),
    ]);
    expect(stdout).toContain('\n  = help: ');
    expect(stdout).toMatch(/\nFound 1 warning in 1 of 2 files.*\.\n$/);
  });

  test('keeps the underline below its range behind tabs and wide letters', async () => {
    const folder = folderWith({ 'a.py': 'import time\n\n\nasync def f():\n\tx = "日本"; time.sleep(1)\n' });
    expect((await run(folder, ['check'])).stdout).toContain(
      '5 |     x = "日本"; time.sleep(1)\n  |                 ^^^^^^^^^^\n',
    );
  });

  test('shows the part of a long line that matters', async () => {
    const folder = folderWith({
      'a.py': `import time\nasync def f():\n    x = "${'a'.repeat(5000)}"; time.sleep(1); y = "${'b'.repeat(5000)}"\n`,
    });
    const line = (await run(folder, ['check'])).stdout.split('\n').find((each) => each.startsWith('3 |')) ?? '';
    expect(line).toMatch(/^3 \| …a+"; time\.sleep\(1\); y = "b+…$/);
    expect(line.length).toBeLessThan(200);
  });

  test('lets no control character of the source through', async () => {
    const folder = folderWith({ 'a.py': 'import time\nasync def f():\n    x = "\u001b[31m\u202e"; time.sleep(1)\n' });
    const { stdout } = await run(folder, ['check']);
    expect(stdout).toContain('x = "␛[31m\uFFFD"; time.sleep(1)');
  });

  test('is coloured on demand only', async () => {
    const folder = folderWith({ 'a.py': SLEEPER });
    expect((await run(folder, ['check'])).stdout).not.toContain('\u001b');
    expect((await run(folder, ['check', '--color', 'always'])).stdout).toContain('\u001b[');
    expect((await run(folder, ['check', '--color', 'never'])).stdout).not.toContain('\u001b');
  });
});

describe('what is checked', () => {
  test('is what the paths name, with the project around it in view', async () => {
    const folder = folderWith({ ...CHAIN, 'other.py': SLEEPER });
    const { findings } = JSON.parse((await run(folder, ['check', 'main.py', '--output-format', 'json'])).stdout);
    expect(findings).toMatchObject([{ path: 'main.py', rule: 'blocking-file-io' }]);
  });

  test('includes a file or folder that is named, whatever excludes it', async () => {
    const folder = folderWith({ '.gitignore': 'a.py\n', 'a.py': SLEEPER, 'build/b.py': SLEEPER, script: SLEEPER });
    mkdirSync(`${folder}/.git`);
    expect((await run(folder, ['check'])).code).toBe(0);
    expect((await run(folder, ['check', 'a.py'])).code).toBe(1);
    expect((await run(folder, ['check', 'build'])).code).toBe(1);
    expect((await run(folder, ['check', 'script'])).code).toBe(1);
  });

  test('can be several projects, each with its own configuration', async () => {
    const folder = folderWith({
      'a/offloop.toml': 'ignore = ["all"]',
      'a/m.py': SLEEPER,
      'b/setup.py': '',
      'b/m.py': SLEEPER,
    });
    const { findings } = JSON.parse((await run(folder, ['check', 'b', 'a', '--output-format', 'json'])).stdout);
    expect(findings).toMatchObject([{ path: 'b/m.py' }]);
  });

  test('follows --select, --ignore and --target-version', async () => {
    const folder = folderWith({ 'a.py': SLEEPER });
    expect((await run(folder, ['check', '--ignore', 'blocking-input,blocking'])).code).toBe(0);
    expect((await run(folder, ['check', '--select', 'executor'])).code).toBe(0);
    expect((await run(folder, ['check', '--select', 'executor', '--select', 'blocking-sleep'])).code).toBe(1);
    expect((await run(folder, ['check', '--target-version', '3.9'])).code).toBe(1);
  });

  test('can come from standard input, in the place of a file', async () => {
    const folder = folderWith(CHAIN);
    const { code, stdout } = await run(folder, ['check', '-', '--output-format', 'concise'], SLEEPER);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^-:5:5: error: /);
    const text = 'from config import load_config\n\n\nasync def other():\n    load_config()\n';
    const named = await run(folder, ['check', '-', '--stdin-filename', 'new.py', '--output-format', 'concise'], text);
    expect(named.stdout).toMatch(/^new\.py:5:5: warning: .*load_config/);
  });

  test('is said to be nothing where there are no Python files', async () => {
    const { code, stderr } = await run(folderWith({ 'a.txt': '' }), ['check']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'warning: .: holds no Python files\n' });
  });
});

describe('bad input gives a clear line or nothing, and the others are still checked', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /^$/],
    ['a byte order mark', '\uFEFFimport asyncio\n', /^$/],
    ['CRLF and tabs', 'import asyncio\r\nif x:\r\n\tpass\r\n', /^$/],
    ['lone carriage returns', 'import asyncio\rx = 1\r', /^$/],
    ['NUL bytes', 'import asyncio\n\0\0\n', /^(warning: bad\.py:\d+:\d+: syntax error; .*\n)?$/],
    ['a line of 2 MB', `async def f(): x = [${'1, '.repeat(700_000)}]\n`, /^$/],
    ['a text of 2 MB in one line', `async def f(): x = "${'a'.repeat(2_000_000)}"\n`, /^$/],
    [
      '10,000 nested parentheses',
      `async def f():\n    return ${'('.repeat(10_000)}1${')'.repeat(10_000)}\n`,
      /^(warning: bad\.py.*\n)?$/,
    ],
    ['10,000 open parentheses', `async def f():\n    return ${'('.repeat(10_000)}\n`, /^(warning: bad\.py.*\n)?$/],
    [
      '10,000 nested calls',
      `async def f():\n    return ${'f('.repeat(10_000)}1${')'.repeat(10_000)}\n`,
      /^(warning: bad\.py.*\n)?$/,
    ],
    [
      'a chain of 10,000 attributes',
      `async def f():\n    return f${'.a'.repeat(10_000)}\n`,
      /^(warning: bad\.py.*\n)?$/,
    ],
    ['a sum of 10,000 terms', `async def f():\n    return ${'1 + '.repeat(10_000)}1\n`, /^(warning: bad\.py.*\n)?$/],
    ['invalid UTF-8', Buffer.from([0x61, 0xe9, 0x0a]), /^warning: bad\.py: is not UTF-8 and names no encoding; .*\n$/],
    [
      'UTF-16',
      Buffer.from('\uFEFFimport asyncio\n', 'utf16le'),
      /^warning: bad\.py: is UTF-16, which Python does not read; .*\n$/,
    ],
    ['a syntax error', 'async def f(:\n    pass\n', /^warning: bad\.py:1:\d+: syntax error; .*\n$/],
    ['a syntax error in synchronous code', 'def f(:\n    pass\n', /^warning: bad\.py:1:\d+: syntax error; .*\n$/],
  ])('%s', async (_name, content, expected) => {
    const folder = folderWith({ 'bad.py': content, 'good.py': SLEEPER });
    const { code, stdout, stderr } = await run(folder, ['check', '--output-format', 'concise']);
    expect(stderr).toMatch(expected);
    expect(stdout).toContain('good.py:5:5: error:');
    expect(code).toBe(1);
  });

  test.skipIf(process.getuid?.() === 0)('a file and a folder that may not be read', async () => {
    const folder = folderWith({ 'good.py': SLEEPER, 'locked.py': SLEEPER, 'locked/a.py': SLEEPER });
    chmodSync(`${folder}/locked.py`, 0);
    chmodSync(`${folder}/locked`, 0);
    const { code, stdout, stderr } = await run(folder, ['check', '--output-format', 'concise']);
    chmodSync(`${folder}/locked`, 0o700);
    expect(code).toBe(1);
    expect(stdout).toContain('good.py:5:5: error:');
    expect(stderr.split('\n')).toEqual([
      "warning: locked: is a folder that can't be read; it is left out",
      "warning: locked.py: can't be read: permission denied",
      '',
    ]);
  });

  test('folders called x.py, and links that lead nowhere or in circles', async () => {
    const folder = folderWith({ 'good.py': SLEEPER, 'x.py/y.py': CLEAN });
    symlinkSync('.', `${folder}/loop`);
    symlinkSync('circle.py', `${folder}/circle.py`);
    symlinkSync('nowhere', `${folder}/dead.py`);
    expect(await run(folder, ['check', '-q', '--output-format', 'concise'])).toMatchObject({ code: 1, stderr: '' });
    expect((await run(folder, ['check', 'x.py'])).code).toBe(0);
    const named = await run(folder, ['check', 'circle.py', 'dead.py', 'good.py']);
    expect(named.code).toBe(2);
    expect(named.stderr).toBe(
      "error: circle.py: can't be read: its symbolic links lead in a circle\nerror: dead.py: can't be read: it does not exist\n",
    );
    expect(named.stdout).toContain('blocking-sleep');
  });
});
