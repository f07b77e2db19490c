/**
 * The soundness probe: programs that stall their event loop when they are run, and programs that do not. Python says which do;
 * Offloop must say the same without running them.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/engine/findings/finding.ts';
import { RULES } from '../../server/src/engine/rules/index.ts';
import { analyzerOf } from '../harness/engine.ts';

/** What probe.py says of a program: its longest stall in milliseconds, or why it did not run to its end. */
interface Measurement {
  readonly stall: number | null;
  readonly error: string | null;
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const VENV_PYTHON = fileURLToPath(new URL('../../.runtime/bin/python', import.meta.url));
const PYTHON = existsSync(VENV_PYTHON) ? VENV_PYTHON : 'python3';

/** As in probe.py. */
const LIMIT = 20;

const BLOCKING = programsIn('blocking');
const HARMLESS = programsIn('harmless');

/** What stalls and is not seen yet, with what it would take. */
const MISSED: Readonly<Record<string, string>> = {};

/** Why the programs can't be run here, or null. */
const obstacle = whatIsMissing();
if (obstacle !== null) {
  console.log(`test/runtime: ${BLOCKING.length + HARMLESS.length} programs are not run: ${obstacle}`);
}
const whyNot = obstacle === null ? '' : ` (skipped: ${obstacle})`;

describe.skipIf(obstacle !== null)(`when it is run${whyNot}`, () => {
  let measured: Readonly<Record<string, Measurement>>;

  beforeAll(() => {
    measured = JSON.parse(python('probe.py', ...BLOCKING, ...HARMLESS));
    for (const [name, { stall }] of Object.entries(measured)) console.log(`${String(stall).padStart(6)} ms  ${name}`);
  });

  it.each(BLOCKING)('%s stalls the loop', (name) => {
    expect(measured[name]!.error).toBeNull();
    expect(measured[name]!.stall).toBeGreaterThan(LIMIT);
  });

  it.each(HARMLESS)('%s does not stall the loop', (name) => {
    expect(measured[name]!.error).toBeNull();
    expect(measured[name]!.stall).toBeLessThan(LIMIT);
  });
});

describe('when it is read', () => {
  const isReported = async (name: string) => {
    const loud = (await findingsIn(name)).filter(({ level }) => level === 'error' || level === 'warning');
    expect(loud.map(described)).not.toEqual([]);
  };
  it.each(BLOCKING.filter((name) => !(name in MISSED)))('%s is reported', isReported);

  // When one is repaired this fails: then it leaves the list.
  it.fails.each(Object.keys(MISSED))('%s is still missed', isReported);

  it.each(HARMLESS)('%s is not reported', async (name) => {
    expect((await findingsIn(name)).map(described)).toEqual([]);
  });

  it('is at least 25 programs of either kind', () => {
    expect(BLOCKING.length).toBeGreaterThanOrEqual(25);
    expect(HARMLESS.length).toBeGreaterThanOrEqual(25);
  });
});

/** The programs in a folder beside this file: `blocking/os_system.py`. */
function programsIn(folder: string): readonly string[] {
  const names = readdirSync(`${FOLDER}${folder}`).filter((name) => name.endsWith('.py'));
  return names.sort().map((name) => `${folder}/${name}`);
}

function python(...args: readonly string[]): string {
  return execFileSync(PYTHON, args, { cwd: FOLDER, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function whatIsMissing(): string | null {
  try {
    const packages: readonly string[] = JSON.parse(python('probe.py', '--missing'));
    if (packages.length === 0) return null;
    return `${PYTHON} lacks ${packages.join(', ')}; run test/runtime/setup.sh`;
  } catch {
    return `${PYTHON} does not run; install Python 3.11 or newer and run test/runtime/setup.sh`;
  }
}

/** What the recommended rules find in one program, alone. */
async function findingsIn(name: string): Promise<readonly Finding[]> {
  const rules = new Set(RULES.filter((rule) => rule.isRecommended).map((rule) => rule.id));
  const file = name.replace(/^.*\//, '');
  const analyzer = await analyzerOf({ [file]: readFileSync(`${FOLDER}${name}`, 'utf8') }, { rules });
  const { findings, failures } = analyzer.check([`/project/${file}`]);
  expect(failures).toEqual([]);
  return findings;
}

function described({ range, rule, level }: Finding): string {
  return `line ${range.start.line + 1}: ${rule} (${level})`;
}
