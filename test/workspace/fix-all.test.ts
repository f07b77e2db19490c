import { expect, onTestFinished, test, vi } from 'vitest';
import type { Finding, Fix, SourceRange } from '../../server/src/engine/findings/finding.ts';
import { fixAll } from '../../server/src/workspace/fix-all.ts';
import { Project } from '../../server/src/workspace/project.ts';
import { NO_OVERRIDES } from '../../server/src/workspace/project-setup.ts';
import { assets } from '../harness/engine.ts';
import { folderWith } from '../harness/folder.ts';

const TEXT = 'import time\n\n\nasync def f():\n    time.sleep(1)\n    time.sleep(2)\n';

/** A project of one file, in which every finding has the fix that replaces its range by `newText`. */
async function projectWithFix(newText: string): Promise<{ project: Project; path: string }> {
  const project = Project.open(folderWith({ 'a.py': TEXT }), NO_OVERRIDES, await assets(), false);
  const fixOf = ({ path, range }: { path: string; range: SourceRange }): Fix => {
    return { title: 'a fix', safety: 'unsafe', edits: [{ path, range, newText }] };
  };
  const repair = vi.spyOn(project, 'repair').mockImplementation((finding: Finding) => {
    return { fixes: [fixOf(finding)], withheld: null };
  });
  onTestFinished(() => repair.mockRestore());
  const path = `${project.setup.root}/a.py`;
  await project.index([path]);
  return { project, path };
}

test('fixes are made until nothing is found', async () => {
  const { project, path } = await projectWithFix('print');
  const { changes, failures } = await fixAll(project, [path], 'unsafe');
  expect(failures).toEqual([]);
  const text = TEXT.replaceAll('time.sleep', 'print').replace('import time\n', '');
  expect(changes.get(path)?.text).toBe(text);
  expect(changes.get(path)?.made).toHaveLength(2);
  expect(project.check([path]).findings).toEqual([]);
});

test('unsafe fixes are made only if they are allowed', async () => {
  const { project, path } = await projectWithFix('print');
  expect((await fixAll(project, [path], 'safe')).changes.size).toBe(0);
});

test('a fix that would break the syntax is not made, and is reported as a fault of ours', async () => {
  const { project, path } = await projectWithFix('((');
  const { changes, failures } = await fixAll(project, [path], 'unsafe');
  expect(changes.size).toBe(0);
  expect(failures).toMatchObject([{ path, message: expect.stringContaining('would break the syntax') }]);
  await project.load([path]);
  expect(project.check([path]).findings).toHaveLength(2);
});

test('fixes that never end stop after a while', async () => {
  const { project, path } = await projectWithFix('time.sleep');
  expect((await fixAll(project, [path], 'unsafe')).changes.get(path)?.made).toHaveLength(20);
});

/** A project of two files, in which the finding in a.py has a fix that changes both. */
async function projectWithWideFix(second: string): Promise<{ project: Project; paths: readonly string[] }> {
  const files = { 'a.py': TEXT.replace('    time.sleep(2)\n', ''), 'b.py': 'x = 1\n' };
  const project = Project.open(folderWith(files), NO_OVERRIDES, await assets(), false);
  const paths = ['a.py', 'b.py'].map((name) => `${project.setup.root}/${name}`);
  const [, other = ''] = paths;
  const start = { line: 0, column: 0 };
  const range = { start, end: start, startOffset: 0, endOffset: 0 };
  const repair = vi.spyOn(project, 'repair').mockImplementation((finding: Finding) => {
    const edits = [
      { path: finding.path, range: finding.range, newText: 'print(1)' },
      { path: other, range, newText: second },
    ];
    return { fixes: [{ title: 'a fix', safety: 'unsafe', edits }], withheld: null };
  });
  onTestFinished(() => repair.mockRestore());
  await project.index(paths);
  return { project, paths };
}

test('a fix of several files is made in all of them', async () => {
  const { project, paths } = await projectWithWideFix('y = 2\n');
  const { changes } = await fixAll(project, paths, 'unsafe');
  expect(paths.map((path) => changes.get(path)?.text)).toEqual([expect.stringContaining('print(1)'), 'y = 2\nx = 1\n']);
  expect([...changes.values()].flatMap(({ made }) => made)).toHaveLength(1);
});

test('or in none, where it would break one', async () => {
  const { project, paths } = await projectWithWideFix('((');
  const { changes, failures } = await fixAll(project, paths, 'unsafe');
  expect(changes.size).toBe(0);
  expect(failures).toMatchObject([{ path: paths[1] }]);
  expect(project.check(paths).findings).toHaveLength(1);
});

test('a fix of files that may not be changed is not made', async () => {
  const { project, paths } = await projectWithWideFix('y = 2\n');
  expect((await fixAll(project, paths.slice(0, 1), 'unsafe')).changes.size).toBe(0);
});
