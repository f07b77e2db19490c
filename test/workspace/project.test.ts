import { appendFileSync, existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Project } from '../../server/src/workspace/project.ts';
import { NO_OVERRIDES } from '../../server/src/workspace/project-setup.ts';
import { assets } from '../harness/engine.ts';
import { folderWith } from '../harness/folder.ts';

const MAIN = 'import asyncio\nfrom helper import load\n\n\nasync def main():\n    load()\n';
const HELPER = 'import deep\n\n\ndef load():\n    return deep.read()\n';
const DEEP = 'def read():\n    return open("x").read()\n';
const FILES = { 'main.py': MAIN, 'helper.py': HELPER, 'deep.py': DEEP, 'unrelated.py': 'x = 1\n' };

async function projectAt(root: string, usesCache = false): Promise<Project> {
  return Project.open(root, NO_OVERRIDES, await assets(), usesCache);
}

/** `file:line rule` of what the project at `root` finds in itself. */
async function findingsIn(root: string, usesCache = false): Promise<string[]> {
  const project = await projectAt(root, usesCache);
  await project.index(project.setup.files);
  project.saveCache();
  return found(project, project.setup.files);
}

function found(project: Project, paths: readonly string[]): string[] {
  const { findings, failures } = project.check(paths);
  expect(failures).toEqual([]);
  return findings.map(
    ({ path, range, rule }) => `${path.slice(project.setup.root.length + 1)}:${range.start.line + 1} ${rule}`,
  );
}

describe('a project', () => {
  test('is seen as a whole when one file of it is checked', async () => {
    const project = await projectAt(folderWith(FILES));
    const main = `${project.setup.root}/main.py`;
    await project.index([main]);
    expect(found(project, [main])).toEqual(['main.py:6 blocking-file-io']);
  });

  test('loads what can hold roots and what that imports, and nothing else', async () => {
    const project = await projectAt(folderWith(FILES));
    await project.index([]);
    const loaded = project.setup.files.filter((path) => project.analyzer.summaryOf(path) !== undefined);
    expect(loaded.map((path) => path.slice(project.setup.root.length + 1))).toEqual([
      'deep.py',
      'helper.py',
      'main.py',
    ]);
  });

  test('loads what names a library that calls synchronous functions on its loop', async () => {
    const handler =
      'from sanic.views import HTTPMethodView\n\n\nclass V(HTTPMethodView):\n    def get(self, r):\n        pass\n';
    const project = await projectAt(folderWith({ 'view.py': handler, 'unrelated.py': 'x = 1\n' }));
    await project.index([]);
    const loaded = project.setup.files.filter((path) => project.analyzer.summaryOf(path) !== undefined);
    expect(loaded.map((path) => path.slice(project.setup.root.length + 1))).toEqual(['view.py']);
  });

  test('takes an opened text for the file, and the file again when it is closed', async () => {
    const project = await projectAt(folderWith(FILES));
    const main = `${project.setup.root}/main.py`;
    const helper = `${project.setup.root}/helper.py`;
    await project.index([main]);
    project.open(helper, 'def load():\n    return 1\n');
    expect(found(project, [main])).toEqual([]);
    project.close(helper);
    await project.load([main, helper]);
    expect(found(project, [main])).toEqual(['main.py:6 blocking-file-io']);
  });

  test('knows a text that is on no disk, and what others import from it', async () => {
    const project = await projectAt(folderWith({ 'main.py': MAIN }));
    const main = `${project.setup.root}/main.py`;
    await project.index([main]);
    expect(found(project, [main])).toEqual([]);
    project.open(`${project.setup.root}/helper.py`, 'def load():\n    return open("x").read()\n');
    await project.load([main]);
    expect(found(project, [main])).toEqual(['main.py:6 blocking-file-io']);
  });

  test('sees files that came, changed and went', async () => {
    const project = await projectAt(folderWith({ 'main.py': MAIN }));
    const main = `${project.setup.root}/main.py`;
    const helper = `${project.setup.root}/helper.py`;
    await project.index([main]);
    writeFileSync(helper, 'def load():\n    return open("x").read()\n');
    project.refresh();
    await project.load([main]);
    expect(found(project, [main])).toEqual(['main.py:6 blocking-file-io']);
    writeFileSync(helper, 'def load():\n    return 1\n');
    project.forget(helper);
    await project.load([helper]);
    expect(found(project, [main])).toEqual([]);
    rmSync(helper);
    project.forget(helper);
    project.refresh();
    await project.load([main]);
    expect(found(project, [main])).toEqual([]);
  });

  test('stops loading when it is told to', async () => {
    const project = await projectAt(folderWith(FILES));
    await project.index([], { signal: AbortSignal.abort() });
    expect(project.setup.files.filter((path) => project.analyzer.summaryOf(path) !== undefined)).toEqual([]);
  });

  test('loads what is missing after it was stopped, wherever that was', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const chain = names.map((name, index) => [`${name}.py`, `import ${names[index + 1] ?? 'sys'}\n`]);
    for (let turns = 0; turns < names.length; turns++) {
      const project = await projectAt(folderWith(Object.fromEntries(chain)));
      let left = turns;
      const signal = {
        get aborted() {
          return left-- <= 0;
        },
      } as AbortSignal;
      expect(await project.load([`${project.setup.root}/a.py`], { signal })).toBe(false);
      expect(await project.load([`${project.setup.root}/a.py`])).toBe(true);
      expect(project.setup.files.filter((path) => project.analyzer.summaryOf(path) === undefined)).toEqual([]);
    }
  });

  test('says where the syntax of a file goes wrong, and what it can not read', async () => {
    const project = await projectAt(
      folderWith({ 'a.py': 'x = 1\ndef f(:\n', 'b.py': Buffer.from([0xe9]), 'c.py': '' }),
    );
    await project.index(project.setup.files);
    expect(project.problemsIn(project.setup.files)).toMatchObject([
      { severity: 'warning', path: `${project.setup.root}/a.py`, place: { line: 2 } },
      {
        severity: 'warning',
        path: `${project.setup.root}/b.py`,
        message: 'is not UTF-8 and names no encoding; it is left out',
      },
    ]);
  });
});

describe('the cache', () => {
  const SUMMARIES = '.offloop_cache/summaries';

  /** As if the files had been written a while ago: the cache trusts no time stamp that is fresh. */
  function age(root: string, names: readonly string[] = Object.keys(FILES)): void {
    const then = new Date(Date.now() - 60_000);
    for (const name of names) utimesSync(`${root}/${name}`, then, then);
  }

  test('gives the same findings as none, and keeps itself out of git', async () => {
    const root = folderWith(FILES);
    const expected = await findingsIn(root);
    expect(existsSync(`${root}/.offloop_cache`)).toBe(false);
    expect(await findingsIn(root, true)).toEqual(expected);
    expect(await findingsIn(root, true)).toEqual(expected);
    expect(readFileSync(`${root}/.offloop_cache/.gitignore`, 'utf8')).toBe('*\n');
  });

  test('is not written again when nothing has changed', async () => {
    const root = folderWith(FILES);
    vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    await findingsIn(root, true);
    const { ino } = statSync(`${root}/${SUMMARIES}`);
    await findingsIn(root, true);
    expect(statSync(`${root}/${SUMMARIES}`).ino).toBe(ino);
  });

  test('does not hide a change, even one of the same length and time', async () => {
    const root = folderWith(FILES);
    age(root);
    await findingsIn(root, true);
    writeFileSync(`${root}/deep.py`, DEEP.replace('open', 'oppn'));
    age(root);
    expect(await findingsIn(root, true)).toEqual([]);
  });

  test('survives a summary with names that JavaScript objects inherit', async () => {
    const text =
      'import asyncio\n\n\nasync def constructor(toString=1):\n    __proto__ = toString\n    open(valueOf)\n';
    const root = folderWith({ 'a.py': text });
    const expected = await findingsIn(root);
    await findingsIn(root, true);
    expect(await findingsIn(root, true)).toEqual(expected);
  });

  test.each([
    ['is cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 10)],
    ['is empty', () => Buffer.alloc(0)],
    ['is something else', () => Buffer.from('hello\nworld\n')],
    ['has a flipped bit in its index', (bytes: Buffer) => flipped(bytes, 120)],
  ])('is ignored with a note when it %s', async (_name, damage) => {
    const root = folderWith(FILES);
    const expected = await findingsIn(root, true);
    writeFileSync(`${root}/${SUMMARIES}`, damage(readFileSync(`${root}/${SUMMARIES}`)));
    expect(await noteOf(root)).toMatchObject({ severity: 'warning', message: expect.stringContaining('is damaged') });
    expect(await findingsIn(root, true)).toEqual(expected);
    expect(await noteOf(root)).toBeNull();
  });

  test('is not believed about a summary with a flipped bit', async () => {
    const root = folderWith(FILES);
    const expected = await findingsIn(root, true);
    const bytes = readFileSync(`${root}/${SUMMARIES}`);
    writeFileSync(`${root}/${SUMMARIES}`, flipped(bytes, bytes.length - 20));
    expect(await findingsIn(root, true)).toEqual(expected);
  });

  test('of another version is ignored without a word', async () => {
    const root = folderWith(FILES);
    await findingsIn(root, true);
    const bytes = readFileSync(`${root}/${SUMMARIES}`, 'latin1');
    writeFileSync(`${root}/${SUMMARIES}`, bytes.replace(/^offloop \S+/, 'offloop 99.0.0'), 'latin1');
    expect(await noteOf(root)).toBeNull();
  });

  test('that can not be written costs nothing but time', async () => {
    const root = folderWith({ ...FILES, '.offloop_cache': 'a file, not a folder' });
    expect(await findingsIn(root, true)).toEqual(['main.py:6 blocking-file-io']);
  });

  test('forgets files that are gone', async () => {
    const root = folderWith(FILES);
    await findingsIn(root, true);
    rmSync(`${root}/deep.py`);
    appendFileSync(`${root}/main.py`, '\n');
    await findingsIn(root, true);
    expect(readFileSync(`${root}/${SUMMARIES}`, 'latin1')).not.toContain('deep.py');
  });

  async function noteOf(root: string) {
    const project = await projectAt(root, true);
    await project.index(project.setup.files);
    return project.cacheNote;
  }

  function flipped(bytes: Buffer, at: number): Buffer {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  }
});
