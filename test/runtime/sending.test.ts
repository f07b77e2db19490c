/**
 * What Offloop says cannot get to a worker fails, and what it lets pass gets there: `sending/cases.py` holds a case a function, for a
 * pool of processes and for one of interpreters, and `sending/scripts/` a program a file. Both are run by every Python that is found, and
 * read by Offloop for that version.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/engine/findings/finding.ts';
import { analyzerOf } from '../harness/engine.ts';
import { pythons } from './python.ts';

const HERE = join(import.meta.dirname, 'sending');
const CASES = readFileSync(join(HERE, 'cases.py'), 'utf8');
const SCRIPTS = readdirSync(join(HERE, 'scripts')).filter((name) => name.endsWith('.py'));
const RULES = new Set(['unsendable-task', 'missing-main-guard', 'coroutine-in-executor']);

const scratch = mkdtempSync(join(tmpdir(), 'offloop-sending-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const found = pythons();
if (found.length === 0) console.log('test/runtime: nothing is sent: there is no Python; run test/runtime/setup.sh');
else console.log(`test/runtime: sent with Python ${found.map(({ minor }) => `3.${minor}`).join(', ')}`);

const POOLS = [
  { worker: 'process', pool: 'ProcessPoolExecutor', since: 9 },
  { worker: 'interpreter', pool: 'InterpreterPoolExecutor', since: 14 },
] as const;

describe.each(POOLS)('of what is sent to $pool', ({ worker, pool, since }) => {
  const text = CASES.replace('import ProcessPoolExecutor as Pool', `import ${pool} as Pool`);
  const cases = casesIn(text);

  it.skipIf(found.every(({ minor }) => minor < since)).each(found.filter(({ minor }) => minor >= since))(
    'all fails that is said to, with Python 3.$minor',
    { timeout: 120_000 },
    async ({ path }) => {
      const name = `cases_${worker}`;
      writeFileSync(join(scratch, `${name}.py`), text);
      const run = promisify(execFile);
      const { stdout } = await run(path, [join(HERE, 'run.py'), name, pool], {
        cwd: scratch,
        env: { ...process.env, PYTHONPATH: scratch },
      });
      const outcomes: Readonly<Record<string, string | null>> = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
      const failed = Object.keys(outcomes).filter((each) => outcomes[each] !== null);
      expect(failed.sort()).toEqual(expectedOf(cases, worker, 'run'));
      expect(Object.keys(outcomes).length).toBeGreaterThan(100);
    },
  );

  it('Offloop says the same', async () => {
    const findings = await findingsIn('cases.py', text, 14);
    const named = findings.map(({ range }) => cases.findLast(({ line }) => line <= range.start.line)?.name ?? '');
    expect([...new Set(named)].sort()).toEqual(expectedOf(cases, worker, 'seen'));
  });
});

describe.each(SCRIPTS)('%s', (name) => {
  const text = readFileSync(join(HERE, 'scripts', name), 'utf8');
  const since = Number(/^# needs: 3\.(\d+)$/m.exec(text)?.[1] ?? 9);

  it.skipIf(found.every(({ minor }) => minor < since)).each(found.filter(({ minor }) => minor >= since))(
    'fails with Python 3.$minor where Offloop says so',
    { timeout: 60_000 },
    async ({ minor, path }) => {
      const label = /^# fails: (.+)$/m.exec(text)?.[1];
      const isToFail = label === 'always' || (label === 'since 3.14' && minor >= 14);
      const isReported = (await findingsIn(name, text, minor)).some(({ level }) => level === 'error');
      expect({ isToFail, isReported }).toEqual({ isToFail, isReported: isToFail });
      expect(await failsIn(path, join(HERE, 'scripts', name))).toBe(isToFail);
    },
  );
});

interface Case {
  readonly name: string;
  readonly line: number;
  /** The pools that its label names. */
  readonly fails: string;
  /** The fault is one that Offloop does not see, or stands in another function. */
  readonly isSeenHere: boolean;
  /** It is run by itself. */
  readonly isRun: boolean;
}

function casesIn(text: string): Case[] {
  return text.split('\n').flatMap((content, line): Case[] => {
    const found = /^( *)def (\w+)\(.*?pool.*?\):(?: {2}# fails( unseen| in another)?: (.*))?$/.exec(content);
    if (found === null) return [];
    const [, indent = '', name = '', how, fails = ''] = found;
    return [{ name, line, fails, isSeenHere: how === undefined, isRun: indent === '' }];
  });
}

function expectedOf(cases: readonly Case[], worker: string, how: 'run' | 'seen'): string[] {
  return cases
    .filter(({ fails, isRun, isSeenHere }) => fails.includes(worker) && (how === 'run' ? isRun : isSeenHere))
    .map(({ name }) => name)
    .sort();
}

async function findingsIn(name: string, text: string, minor: number): Promise<Finding[]> {
  const analyzer = await analyzerOf({ [name]: text }, { target: { minor } });
  const { findings, failures } = analyzer.check([`/project/${name}`]);
  expect(failures).toEqual([]);
  return findings.filter(({ rule }) => RULES.has(rule));
}

function failsIn(python: string, script: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(python, [script], { timeout: 50_000 }, (error, _, complaints) => {
      // A process that fails to start its function leaves its parent with an exit code of its own.
      resolve(error !== null || complaints.includes('Traceback'));
    });
  });
}
