/** Where imports lead. */
import { describe, expect, it } from 'vitest';
import { ModuleIndex } from '../../server/src/engine/program/modules.ts';

/** Where `import name`, or `from name import …` with leading dots, in the file `from` leads among `files`. */
function lead(files: readonly string[], from: string, name: string, roots: readonly string[] = ['/app']) {
  const dots = /^\.*/.exec(name)?.[0].length ?? 0;
  const index = new ModuleIndex([...files, from], roots);
  const target = index.resolve({ name: name.slice(dots), level: dots }, from);
  if (target.kind === 'file') return target.path;
  return target.kind === 'namespace' ? `${target.folder}/` : target.kind;
}

describe('absolute imports', () => {
  it('find modules and packages from the roots, best first', () => {
    const files = ['/app/src/a/__init__.py', '/app/src/a/b.py', '/app/a.py', '/app/c.py'];
    const roots = ['/app/src', '/app'];
    expect(lead(files, '/app/src/a/x.py', 'a', roots)).toBe('/app/src/a/__init__.py');
    expect(lead(files, '/app/src/a/x.py', 'a.b', roots)).toBe('/app/src/a/b.py');
    expect(lead(files, '/app/src/a/x.py', 'c', roots)).toBe('/app/c.py');
  });

  it('prefer a package to a module of the same name', () => {
    expect(lead(['/app/a/__init__.py', '/app/a.py'], '/app/x.py', 'a')).toBe('/app/a/__init__.py');
  });

  it('of a script find its neighbours first', () => {
    expect(lead(['/app/tools/time.py', '/app/time.py'], '/app/tools/run.py', 'time')).toBe('/app/tools/time.py');
  });

  it('of a module in a package do not find its neighbours', () => {
    expect(lead(['/app/p/__init__.py', '/app/p/time.py'], '/app/p/x.py', 'time')).toBe('external');
  });

  it('find folders without __init__.py that hold modules', () => {
    expect(lead(['/app/n/a.py'], '/app/x.py', 'n')).toBe('/app/n/');
    expect(lead(['/app/n/m/a.py'], '/app/x.py', 'n.m')).toBe('/app/n/m/');
    expect(lead(['/app/n/m/a.py'], '/app/x.py', 'n.m.a')).toBe('/app/n/m/a.py');
  });

  it('are not led astray by a folder that bears a library’s name and holds no module', () => {
    expect(lead(['/app/redis/docs/a.py'], '/app/x.py', 'redis')).toBe('external');
  });

  it('are external where nothing of the program has the name, missing where a package lacks the module', () => {
    expect(lead(['/app/a/__init__.py'], '/app/x.py', 'time')).toBe('external');
    expect(lead(['/app/a/__init__.py'], '/app/x.py', 'a.b')).toBe('missing');
    expect(lead(['/app/a.py'], '/app/x.py', 'a.b')).toBe('missing');
  });
});

describe('relative imports', () => {
  const files = ['/app/p/__init__.py', '/app/p/a.py', '/app/p/q/__init__.py', '/app/p/q/b.py', '/app/n/c.py'];

  it('count dots from the module’s own package', () => {
    expect(lead(files, '/app/p/a.py', '.q.b')).toBe('/app/p/q/b.py');
    expect(lead(files, '/app/p/q/b.py', '..a')).toBe('/app/p/a.py');
    expect(lead(files, '/app/p/q/b.py', '.')).toBe('/app/p/q/__init__.py');
    expect(lead(files, '/app/p/q/b.py', '..')).toBe('/app/p/__init__.py');
    expect(lead(files, '/app/p/q/__init__.py', '.b')).toBe('/app/p/q/b.py');
    expect(lead(files, '/app/n/c.py', '.')).toBe('/app/n/');
  });

  it('that lead nowhere are missing, never external', () => {
    expect(lead(files, '/app/p/a.py', '.time')).toBe('missing');
    expect(lead(files, '/app/p/a.py', '.....a')).toBe('missing');
  });
});

describe('submodules', () => {
  it('are found in packages and namespace folders only', () => {
    const index = new ModuleIndex(['/app/p/__init__.py', '/app/p/a.py', '/app/n/a.py', '/app/m.py'], ['/app']);
    expect(index.submodule({ kind: 'file', path: '/app/p/__init__.py' }, 'a')).toEqual({
      kind: 'file',
      path: '/app/p/a.py',
    });
    expect(index.submodule({ kind: 'namespace', folder: '/app/n' }, 'a')).toEqual({
      kind: 'file',
      path: '/app/n/a.py',
    });
    expect(index.submodule({ kind: 'file', path: '/app/m.py' }, 'a')).toBeNull();
    expect(index.submodule({ kind: 'file', path: '/app/p/__init__.py' }, 'b')).toBeNull();
  });
});
