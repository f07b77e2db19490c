/**
 * Runs commands and says what they cost. Node tells a parent nothing of what its child used, so a few lines of Python stand
 * between (both scripts that measure need a Python anyway, and it measures commands that are not Node just as well).
 */
import { spawnSync } from 'node:child_process';

export interface Cost {
  /** Milliseconds, of all the command's threads together. */
  readonly userCpu: number;
  /** Milliseconds. */
  readonly wall: number;
  /** Largest resident set, MB. */
  readonly peakMemory: number;
}

export interface Run extends Cost {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Writes user seconds, wall seconds and the largest resident set as the last line of stderr; exits as the command did. */
const WRAPPER = `
import resource, subprocess, sys, time
start = time.perf_counter()
status = subprocess.run(sys.argv[1:]).returncode
wall = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(file=sys.stderr)
print(used.ru_utime, wall, used.ru_maxrss, file=sys.stderr)
sys.exit(status if status >= 0 else 128 - status)
`;
/** ru_maxrss counts kilobytes, but bytes on macOS. */
const RSS_PER_MB = process.platform === 'darwin' ? 1e6 : 1e3;
const LONGEST_OUTPUT = 1024 ** 3;

/** Runs `command` in the folder `cwd` to its end. Throws if it can't be started. */
export function run(command: readonly string[], cwd: string): Run {
  const { status, stdout, stderr, error } = spawnSync('python3', ['-c', WRAPPER, ...command], {
    cwd,
    encoding: 'utf8',
    maxBuffer: LONGEST_OUTPUT,
  });
  if (error !== undefined) throw error;
  const lines = stderr.trimEnd().split('\n');
  const [user = Number.NaN, wall = Number.NaN, memory = Number.NaN] = (lines.pop() ?? '').split(' ').map(Number);
  if (Number.isNaN(memory)) throw new Error(`could not run ${command.join(' ')}:\n${stderr}`);
  return {
    status: status ?? -1,
    stdout,
    stderr: lines.join('\n').trimEnd(),
    userCpu: user * 1000,
    wall: wall * 1000,
    peakMemory: memory / RSS_PER_MB,
  };
}

/** A run that takes longer is not repeated. Milliseconds. */
const LONG = 20_000;

/** The cheapest of up to `times` runs: what the machine does besides only ever adds. */
export function cheapest(times: number, once: () => Cost): Cost {
  let best = once();
  for (let made = 1; made < times && best.wall < LONG; made++) {
    const cost = once();
    if (cost.userCpu < best.userCpu) best = cost;
  }
  return best;
}
