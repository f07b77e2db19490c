/** The engine as its doors see it. */
import { describe, expect, it } from 'vitest';
import type { Analyzer } from '../../server/src/engine/analyzer.ts';
import { analyzerOf, assets } from '../harness/engine.ts';

const SLEEPS = 'import time\n\n\nasync def main():\n    time.sleep(1)\n';

/** The findings in `files`, as "line rule". */
function findingsOf(analyzer: Analyzer, ...files: string[]): string[] {
  const { findings, failures } = analyzer.check(files.map((name) => `/project/${name}`));
  expect(failures).toEqual([]);
  return findings.map(({ range, rule }) => `${range.start.line + 1} ${rule}`);
}

describe('a file with a syntax error', () => {
  it('is checked before and behind it', async () => {
    const text = `${SLEEPS}\n\ndef broken(:\n    pass\n\n\nasync def after():\n    time.sleep(2)\n`;
    const analyzer = await analyzerOf({ 'a.py': text });
    expect(findingsOf(analyzer, 'a.py')).toEqual(['5 blocking-sleep', '13 blocking-sleep']);
    expect(analyzer.summaryOf('/project/a.py')?.firstError).not.toBeNull();
  });

  it('is checked around an unclosed bracket and a missing body', async () => {
    for (const broken of ['x = (1,\n', 'def f():\n\n', 'if :\n    pass\n', 'class\n', 'print "hello"\n']) {
      const analyzer = await analyzerOf({ 'a.py': `${SLEEPS}\n\n${broken}` });
      expect(findingsOf(analyzer, 'a.py')).toEqual(['5 blocking-sleep']);
    }
  });
});

describe('a project', () => {
  const files = {
    'src/app/__init__.py': '',
    'src/app/clock.py': 'import time\n\n\ndef nap():\n    time.sleep(1)\n',
    'src/app/main.py': 'from app.clock import nap\n\n\nasync def main():\n    nap()\n',
  };
  const settings = { moduleRoots: ['/project/src', '/project'] };

  it('in a src layout is found from its roots', async () => {
    expect(findingsOf(await analyzerOf(files, settings), 'src/app/main.py')).toEqual(['5 blocking-sleep']);
  });

  it('is checked in the files asked for only', async () => {
    expect(findingsOf(await analyzerOf(files, settings), 'src/app/clock.py')).toEqual([]);
  });

  it('is linked again when a helper changes, leaves or returns', async () => {
    const analyzer = await analyzerOf(files, settings);
    const findings = () => findingsOf(analyzer, 'src/app/main.py');
    expect(findings()).toHaveLength(1);
    analyzer.setText('/project/src/app/clock.py', 'def nap(): pass\n');
    expect(findings()).toEqual([]);
    analyzer.setText('/project/src/app/clock.py', files['src/app/clock.py']);
    expect(findings()).toHaveLength(1);
    analyzer.delete('/project/src/app/clock.py');
    expect(findings()).toEqual([]);
  });

  it('says which files a file imports, submodules and star imports too', async () => {
    const analyzer = await analyzerOf({
      'a.py':
        'import b.c\nfrom b import d\nfrom e import *\nfrom . import f\nimport time\nfrom b.missing import x\ndef g():\n    import h\n',
      'b/__init__.py': '',
      'b/c.py': '',
      'b/d.py': '',
      'e.py': '',
      'f.py': '',
      'h.py': '',
    });
    expect(analyzer.importsOf('/project/a.py').map((path) => path.slice('/project/'.length))).toEqual([
      'b/__init__.py',
      'b/c.py',
      'b/d.py',
      'e.py',
      'f.py',
      'h.py',
    ]);
  });

  it('gives the same findings in whatever order its files come', async () => {
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    const one = (await analyzerOf(files, settings)).check(['/project/src/app/main.py']);
    const other = (await analyzerOf(reversed, settings)).check(['/project/src/app/main.py']);
    expect(other).toEqual(one);
  });
});

describe('a fix', () => {
  it('is the same where the program has been linked again since the check', async () => {
    const files = {
      'a.py': 'from b import load\n\n\nasync def main():\n    load()\n',
      'b.py':
        'import time\n\n\ndef wait():\n    time.sleep(1)\n\n\ndef load():\n    wait()\n    time.sleep(1)\n    wait()\n',
    };
    const analyzer = await analyzerOf(files);
    const { parser } = await assets();
    const [finding] = analyzer.check(['/project/a.py']).findings;
    const table = (path: string) => parser.parseOnce(path === '/project/a.py' ? files['a.py'] : files['b.py']);
    const repair = () => finding && analyzer.repair(finding, table(finding.path), table, true);
    const first = repair();
    expect(first?.fixes.map(({ title }) => title)).toContain('Make `load` async');
    analyzer.setText('/project/b.py', files['b.py']);
    expect(repair()).toEqual(first);
  });
});

describe('settings', () => {
  const text =
    'import time\nimport lib\n\n\nasync def main(client: lib.Client):\n    time.sleep(1)\n    lib.fetch()\n    client.get()\n';

  it('turn rules off', async () => {
    const analyzer = await analyzerOf({ 'a.py': text }, { rules: new Set(['blocking-http-call']) });
    expect(findingsOf(analyzer, 'a.py')).toEqual([]);
  });

  it('name the user’s own blocking functions and classes', async () => {
    const blocking = [
      { name: 'lib.fetch', kind: 'http', replacement: 'lib.afetch' },
      { name: 'lib.Client.*', kind: 'database', replacement: null },
    ] as const;
    const analyzer = await analyzerOf({ 'a.py': text }, { blocking });
    expect(findingsOf(analyzer, 'a.py')).toEqual(['6 blocking-sleep', '7 blocking-http-call', '8 blocking-database']);
    expect(analyzer.check(['/project/a.py']).findings[1]?.advice).toContain('lib.afetch');
  });

  it('change levels', async () => {
    const analyzer = await analyzerOf({ 'a.py': SLEEPS }, { levels: new Map([['blocking-sleep', 'hint']]) });
    expect(analyzer.check(['/project/a.py']).findings.map(({ level }) => level)).toEqual(['hint']);
  });
});

describe('a finding', () => {
  it('tells its chain across files, down to the cause', async () => {
    const analyzer = await analyzerOf({
      'a.py': 'from b import load\n\n\nasync def main():\n    load()\n',
      'b.py': 'def load():\n    return open("a")\n',
    });
    const [finding] = analyzer.check(['/project/a.py']).findings;
    expect(finding?.evidence.map(({ path, range, text }) => `${path}:${range.start.line + 1} ${text}`)).toEqual([
      '/project/a.py:5 calls `load`',
      '/project/b.py:2 calls `open()`, which waits for the disk',
    ]);
    expect(finding).toMatchObject({ confidence: 'certain', level: 'warning', cause: 'builtins.open' });
  });

  it('is likely, not certain, where one of several ways is taken', async () => {
    const text =
      'import time\n\n\ndef a(): time.sleep(1)\ndef b(): time.sleep(2)\n\n\nasync def main(flag):\n    (a if flag else b)()\n';
    const { findings } = (await analyzerOf({ 'a.py': text })).check(['/project/a.py']);
    expect(findings.map(({ confidence }) => confidence)).toEqual(['likely']);
  });
});
