/** The Python that runs the programs: what it is, why it cannot run them, and what probe.py measures with it. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** One program to run, as in measure.py. */
export interface Job {
  readonly path: string;
  readonly loop: Loop;
  /** How many runs at most. */
  readonly runs: number;
  /** A run whose longest stall is below this is the last. */
  readonly calm: number;
}

/** The library whose loop runs `main`. */
export type Loop = 'asyncio' | 'trio';

/** What came of a job, as in probe.py; times in milliseconds. */
export interface Measurement {
  /** The longest stall of each run. */
  readonly stalls: readonly number[];
  /** What each run wrote to its standard output. */
  readonly outputs: readonly string[];
  /** What the program wrote to its standard error. */
  readonly complaints: string;
  /** Why it did not run to its end, or null. */
  readonly error: string | null;
}

interface About {
  /** Python 3.`minor`, or null where there is none. */
  readonly minor: number | null;
  /** Why the programs can't be run here, or null. */
  readonly obstacle: string | null;
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const VENV_PYTHON = fileURLToPath(new URL('../../.runtime/bin/python', import.meta.url));
export const PYTHON = existsSync(VENV_PYTHON) ? VENV_PYTHON : 'python3';

export function aboutPython(): About {
  try {
    const output = execFileSync(PYTHON, ['probe.py', '--about'], {
      cwd: FOLDER,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { version, missing }: { version: readonly number[]; missing: readonly string[] } = JSON.parse(output);
    const minor = version[1] ?? null;
    if (missing.length === 0) return { minor, obstacle: null };
    const some = missing.slice(0, 3).join(', ') + (missing.length > 3 ? `, ${missing.length - 3} more` : '');
    return { minor, obstacle: `${PYTHON} lacks ${some}; run test/runtime/setup.sh` };
  } catch {
    return {
      minor: null,
      obstacle: `${PYTHON} does not run; install Python 3.11 or newer and run test/runtime/setup.sh`,
    };
  }
}

/** Runs `jobs`, `together` at a time, beside servers that answer after `delay` seconds. The answers are in the order of the jobs. */
export async function measured(
  jobs: readonly Job[],
  { delay, together }: { readonly delay: number; readonly together: number },
): Promise<readonly Measurement[]> {
  const probe = spawn(PYTHON, ['probe.py', String(delay), String(together)], {
    cwd: FOLDER,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  probe.stdin.end(JSON.stringify(jobs));
  return JSON.parse(await text(probe.stdout));
}

/** Every Python 3.`minor` at hand, one a version: the environment's own, and those on PATH. */
export function pythons(): { readonly minor: number; readonly path: string }[] {
  const names = [PYTHON, 'python3', ...[11, 12, 13, 14].map((minor) => `python3.${minor}`)];
  const found = new Map<number, string>();
  for (const path of names) {
    const minor = minorOf(path);
    if (minor !== null && !found.has(minor)) found.set(minor, path);
  }
  return [...found].map(([minor, path]) => ({ minor, path })).sort((a, b) => a.minor - b.minor);
}

function minorOf(python: string): number | null {
  try {
    const version = execFileSync(python, ['-c', 'import sys; print(sys.version_info.minor)'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(version);
  } catch {
    return null;
  }
}
