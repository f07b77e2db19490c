/**
 * Fixes proved by running: programs that stall their event loop, and the same programs after fixes. Both must print the same, and the
 * second must not stall. `pairs.ts` says how to add a program.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../../server/src/engine/settings.ts';
import { fixedText, programs, textOfProgram, type Wish, wishIn, written } from './pairs.ts';
import { aboutPython, type Job, type Measurement, measured } from './python.ts';

interface Pair {
  readonly wish: Wish;
  readonly before: string;
  readonly after: string;
  readonly made: readonly string[];
  readonly faults: readonly string[];
}

interface Runs {
  readonly before: Measurement;
  readonly after: Measurement;
}

/** Seconds; what programs wait for takes as long. */
const DELAY = 0.3;

/** Milliseconds. */
const STALLS = 200;
const CALM = 50;

/** The first run pays for imports and caches; a program that stalls does so in every one. */
const RUNS = { before: 2, after: 3 };

const NAMES = programs();

const { minor, obstacle } = aboutPython();
if (obstacle !== null) console.log(`test/runtime: ${NAMES.length} pairs of programs are not run: ${obstacle}`);
else if (minor !== DEFAULT_TARGET.minor) {
  console.log(`test/runtime: the fixes are run with Python 3.${minor} instead of 3.${DEFAULT_TARGET.minor}`);
}
const whyNot = obstacle === null ? '' : ` (skipped: ${obstacle})`;

const scratch = mkdtempSync(join(tmpdir(), 'offloop-pairs-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const pairs = new Map<string, Promise<Pair>>();

describe('its fixes', () => {
  it.each(NAMES)('of %s leave nothing new to find', { timeout: 60_000 }, async (name) => {
    const { faults, ...pair } = await pairOf(name);
    expect(faults, changed(name, pair)).toEqual([]);
  });
});

describe.skipIf(obstacle !== null)(`when both are run${whyNot}`, () => {
  const runs = new Map<string, Runs>();

  // biome-ignore lint/correctness/noEmptyPattern: vitest gives the suite as the second argument, and wants a pattern as the first
  beforeAll(async ({}, suite) => {
    const chosen = suite.tasks.filter(({ mode }) => mode !== 'skip').map((test) => nameIn(test.name));
    const made = new Map<string, Pair>();
    for (const name of chosen) await pairOf(name).then((pair) => made.set(name, pair), ignored);
    const before = await run('before', made, 2);
    const after = await run('after', made, 2);
    // Programs that run side by side disturb each other: one that seems to stall gets another chance.
    const restless = [...made].filter(([name, { wish }]) => wish.isStallMeasured && stallOf(after.get(name)!) >= CALM);
    const alone = await run('after', new Map(restless), 1);
    for (const name of made.keys()) {
      const both = { before: before.get(name)!, after: alone.get(name) ?? after.get(name)! };
      runs.set(name, both);
      console.log(`${shown(both.before)} -> ${shown(both.after)} ms  ${name}`);
    }
  });

  it.each(NAMES)('%s does the same, without the stall', async (name) => {
    const pair = await pairOf(name);
    const { before, after } = runs.get(name)!;
    const change = changed(name, pair);
    expect(before.error, `before its fixes\n${pair.before}`).toBeNull();
    expect(after.error, `after its fixes\n${change}`).toBeNull();
    const count = Math.min(before.outputs.length, after.outputs.length);
    const [expected, printed] = [before.outputs.slice(0, count), after.outputs.slice(0, count)];
    expect(printed, `it prints something else\n${change}`).toEqual(expected);
    expect(expected[0], 'it prints nothing that could be compared').not.toBe('');
    if (before.complaints === '') expect(after.complaints, `it complains\n${change}`).toBe('');
    if (!pair.wish.isStallMeasured) return;
    expect(stallOf(before), `it should stall in each run: ${before.stalls.join(', ')} ms`).toBeGreaterThan(STALLS);
    expect(stallOf(after), `it still stalls: ${after.stalls.join(', ')} ms\n${change}`).toBeLessThan(CALM);
  });
});

/** The pair of a program, made when it is first asked for. Rejected where its fixes cannot be made. */
function pairOf(name: string): Promise<Pair> {
  const pair = pairs.get(name) ?? madePair(name);
  pairs.set(name, pair);
  return pair;
}

async function madePair(name: string): Promise<Pair> {
  const before = textOfProgram(name);
  const { text, made, faults } = await fixedText(
    name,
    before,
    minor ?? DEFAULT_TARGET.minor,
    join(scratch, 'projects'),
  );
  return { wish: wishIn(before), before, after: text, made, faults };
}

/** The program that a test is called after. */
function nameIn(test: string): string {
  return test.slice(0, test.indexOf(' '));
}

/** The test of the program tells. */
function ignored(): void {}

/** What comes of one text of each of `chosen`, `together` at a time. */
async function run(
  version: 'before' | 'after',
  chosen: ReadonlyMap<string, Pair>,
  together: number,
): Promise<ReadonlyMap<string, Measurement>> {
  const jobs = [...chosen].map(([name, { wish, [version]: text }]): Job => {
    const runs = wish.isStallMeasured ? RUNS[version] : 1;
    return { path: written(join(scratch, version), name, text), loop: wish.loop, runs, calm: CALM };
  });
  const measurements = await measured(jobs, { delay: DELAY, together });
  return new Map([...chosen.keys()].map((name, index) => [name, measurements[index]!]));
}

/** The longest stall of the calmest run. */
function stallOf({ stalls }: Measurement): number {
  return Math.min(...stalls);
}

/** What the fixes made of the text. */
function changed(name: string, { before, after, made }: Omit<Pair, 'faults'>): string {
  return `${made.join('\n')}\n${createTwoFilesPatch(name, name, before, after, 'before', 'after')}`;
}

function shown({ error, stalls }: Measurement): string {
  return (error === null ? Math.min(...stalls).toFixed(1) : 'fails').padStart(7);
}
