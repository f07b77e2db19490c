/**
 * The soundness probe: programs that stall their event loop when they are run, and programs that do not. Python says which do;
 * Offloop must say the same without running them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/engine/findings/finding.ts';
import { RULES } from '../../server/src/engine/rules/index.ts';
import { analyzerOf } from '../harness/engine.ts';
import { aboutPython, type Measurement, measured } from './python.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Milliseconds. What programs wait for takes 80; who stalls the loop for less does not block it. */
const LIMIT = 20;

const BLOCKING = programsIn('blocking');
const HARMLESS = programsIn('harmless');

/** What stalls and is not seen yet, with what it would take. */
const MISSED: Readonly<Record<string, string>> = {};

const { obstacle } = aboutPython();
if (obstacle !== null) {
  console.log(`test/runtime: ${BLOCKING.length + HARMLESS.length} programs are not run: ${obstacle}`);
}
const whyNot = obstacle === null ? '' : ` (skipped: ${obstacle})`;

describe.skipIf(obstacle !== null)(`when it is run${whyNot}`, () => {
  const measurements = new Map<string, Measurement>();

  beforeAll(async () => {
    const names = [...BLOCKING, ...HARMLESS];
    const jobs = names.map((name) => ({ path: `${FOLDER}${name}`, loop: 'asyncio' as const, runs: 3, calm: LIMIT }));
    for (const [index, measurement] of (await measured(jobs, { delay: 0.08, together: 1 })).entries()) {
      measurements.set(names[index]!, measurement);
      console.log(`${String(Math.min(...measurement.stalls)).padStart(8)} ms  ${names[index]}`);
    }
  });

  // The calmest run counts: a program that stalls has stalled in every one.
  it.each(BLOCKING)('%s stalls the loop', (name) => {
    const { error, stalls } = measurements.get(name)!;
    expect(error).toBeNull();
    expect(Math.min(...stalls)).toBeGreaterThan(LIMIT);
  });

  it.each(HARMLESS)('%s does not stall the loop', (name) => {
    const { error, stalls } = measurements.get(name)!;
    expect(error).toBeNull();
    expect(Math.min(...stalls)).toBeLessThan(LIMIT);
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
