import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_EXCLUDE, exclusionOf, isExcludedBelow } from '../../server/src/workspace/exclusion.ts';
import { moduleRootsOf } from '../../server/src/workspace/module-roots.ts';
import { projectRootOf } from '../../server/src/workspace/project-root.ts';
import { pythonFilesIn, pythonFilesInNamed } from '../../server/src/workspace/python-files.ts';
import { folderWith } from '../harness/folder.ts';

function filesIn(root: string, patterns: readonly string[] = DEFAULT_EXCLUDE): string[] {
  return pythonFilesIn(root, exclusionOf(patterns, root)).paths.map((path) => path.slice(root.length + 1));
}

describe('the Python files of a folder', () => {
  test('are .py and .pyw files, hidden ones too, sorted', () => {
    const root = folderWith({ 'b.py': '', 'a/c.pyw': '', 'a/.h.py': '', 'a/d.pyi': '', 'a/e.txt': '', 'A.py': '' });
    expect(filesIn(root)).toEqual(['A.py', 'a/.h.py', 'a/c.pyw', 'b.py']);
  });

  test('leave out what tools make, environments by any name, and what the configuration excludes', () => {
    const root = folderWith({
      'a.py': '',
      'build/b.py': '',
      'x/node_modules/m/c.py': '',
      'env/pyvenv.cfg': '',
      'env/lib/d.py': '',
      'gen/e_pb2.py': '',
      'src/old/f.py': '',
      'new/src/old/g.py': '',
    });
    expect(filesIn(root, [...DEFAULT_EXCLUDE, '*_pb2.py', 'src/old/'])).toEqual(['a.py', 'new/src/old/g.py']);
  });

  test('honour nested .gitignore files as git does', () => {
    const root = folderWith({
      '.gitignore': '/top.py\nlogs/\n*.tmp.py\n',
      'top.py': '',
      'sub/top.py': '',
      'sub/logs/a.py': '',
      'sub/x.tmp.py': '',
      'sub/.gitignore': '!keep.tmp.py\nlocal.py\n',
      'sub/keep.tmp.py': '',
      'sub/local.py': '',
      'local.py': '',
    });
    expect(filesIn(root)).toEqual(['local.py', 'sub/keep.tmp.py', 'sub/top.py']);
  });

  test('honour the .gitignore files around them up to the root of the repository', () => {
    const root = folderWith({
      'outer/.gitignore': '*.py',
      'outer/repo/.gitignore': 'gen/',
      'outer/repo/a/gen/x.py': '',
      'outer/repo/a/y.py': '',
    });
    mkdirSync(`${root}/outer/repo/.git`);
    expect(filesIn(`${root}/outer/repo/a`)).toEqual(['y.py']);
  });

  test('are found in an ignored folder that was asked for by name', () => {
    const root = folderWith({ '.gitignore': 'gen/', 'gen/x.py': '' });
    mkdirSync(`${root}/.git`);
    const exclusion = exclusionOf(DEFAULT_EXCLUDE, root);
    expect(pythonFilesIn(`${root}/gen`, exclusion).paths).toEqual([]);
    expect(pythonFilesInNamed(`${root}/gen`, exclusion).paths).toEqual([`${root}/gen/x.py`]);
  });

  test('are not sought behind symbolic links, and a folder called x.py is a folder', () => {
    const root = folderWith({ 'a/m.py': '', 'x.py/y.py': '' });
    symlinkSync('..', `${root}/a/loop`);
    symlinkSync('nowhere', `${root}/a/broken.py`);
    symlinkSync('self.py', `${root}/a/self.py`);
    expect(filesIn(root)).toEqual(['a/m.py', 'x.py/y.py']);
  });

  test.skipIf(process.getuid?.() === 0)('are still found beside a folder that can not be read', () => {
    const root = folderWith({ 'a/x.py': '', 'b.py': '' });
    chmodSync(`${root}/a`, 0);
    const { paths, problems } = pythonFilesIn(root, exclusionOf([], root));
    chmodSync(`${root}/a`, 0o700);
    expect(paths).toEqual([`${root}/b.py`]);
    expect(problems).toMatchObject([{ path: `${root}/a`, severity: 'warning' }]);
  });

  test('are none in a folder that is not there, which is a problem and no crash', () => {
    expect(pythonFilesIn('/nowhere/at/all', exclusionOf([], '/nowhere'))).toMatchObject({ paths: [], problems: [{}] });
  });
});

test('a file is left out with the folder it lies in', () => {
  const exclusion = exclusionOf(['venv', 'src/old'], '/p');
  expect(isExcludedBelow('/p', '/p/a/venv/x.py', exclusion)).toBe(true);
  expect(isExcludedBelow('/p', '/p/src/old/x.py', exclusion)).toBe(true);
  expect(isExcludedBelow('/p', '/p/src/older/x.py', exclusion)).toBe(false);
  expect(isExcludedBelow('/venv', '/venv/x.py', exclusion)).toBe(false);
});

describe('module roots', () => {
  test.each([
    ['a flat project', ['/p/m.py', '/p/a/__init__.py', '/p/a/b/__init__.py'], ['/p']],
    ['a src layout', ['/p/src/a/__init__.py', '/p/setup.py'], ['/p/src', '/p']],
    ['a src folder of namespace packages', ['/p/src/a/m.py'], ['/p/src', '/p']],
    ['a src folder that is a package itself', ['/p/src/__init__.py', '/p/src/m.py'], ['/p']],
    [
      'packages in places of their own',
      ['/p/z/b/__init__.py', '/p/libs/x/c/__init__.py', '/p/libs/x/c/d/__init__.py'],
      ['/p', '/p/z', '/p/libs/x'],
    ],
    ['nothing', [], ['/p']],
  ])('of %s', (_name, files, expected) => {
    expect(moduleRootsOf('/p', files, null)).toEqual(expected);
  });

  test('are as configured, where they are', () => {
    expect(moduleRootsOf('/p', ['/p/src/a/__init__.py'], ['/p/lib'])).toEqual(['/p/lib']);
  });
});

describe('the project root', () => {
  test.each(['pyproject.toml', 'setup.py', 'setup.cfg', 'offloop.toml', '.offloop.toml', '.git/HEAD'])(
    'is where %s is',
    (name) => {
      const root = folderWith({ [name]: '', 'a/b/x.py': '' });
      expect(projectRootOf(`${root}/a/b/x.py`)).toBe(root);
      expect(projectRootOf(`${root}/a`)).toBe(root);
      expect(projectRootOf(root)).toBe(root);
    },
  );

  test('is the nearest one', () => {
    const root = folderWith({ 'setup.py': '', 'a/setup.cfg': '', 'a/x.py': '' });
    expect(projectRootOf(`${root}/a/x.py`)).toBe(`${root}/a`);
  });

  test('is the folder itself where nothing marks one', () => {
    const root = folderWith({ 'a/x.py': '' });
    expect(projectRootOf(`${root}/a/x.py`)).toBe(`${root}/a`);
    expect(projectRootOf(`${root}/a/not-yet.py`)).toBe(`${root}/a`);
  });
});
