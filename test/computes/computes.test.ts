/**
 * How right the cost model is. Each labelled function is called on the event loop with what its label says, and cpu-bound-on-loop must
 * report the heavy ones and no other. That the labels are right is for test/runtime/computes.test.ts to say, by running them.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { analyzerOf } from '../harness/engine.ts';
import { type Labelled, labelled, textOf } from './labelled.ts';

const FUNCTIONS = labelled();

/** What takes long and is not seen: how much there is of what is iterated does not stand in the text. */
const MISSED = new Set([
  'closest_pair',
  'common_part',
  'crack_pin',
  'edit_distance',
  'generate_keys',
  'page_rank',
  'rolling_hash',
  'shortest_tour',
  'unmask',
  'word_counts',
]);

describe('the cost model', () => {
  const reported = new Set<string>();

  beforeAll(async () => {
    for (const file of new Set(FUNCTIONS.map((each) => each.file))) {
      for (const name of await reportedIn(FUNCTIONS.filter((each) => each.file === file))) reported.add(name);
    }
    const heavy = FUNCTIONS.filter(({ isHeavy }) => isHeavy);
    const right = heavy.filter(({ name }) => reported.has(name)).length;
    console.log(`precision ${(right / reported.size).toFixed(2)}, recall ${(right / heavy.length).toFixed(2)}`);
  });

  it('is judged by at least 30 heavy functions and as many harmless ones', () => {
    expect(new Set(FUNCTIONS.map(({ name }) => name)).size).toBe(FUNCTIONS.length);
    expect(FUNCTIONS.filter(({ isHeavy }) => isHeavy).length).toBeGreaterThanOrEqual(30);
    expect(FUNCTIONS.filter(({ isHeavy }) => !isHeavy).length).toBeGreaterThanOrEqual(30);
  });

  it.each(FUNCTIONS.filter(({ isHeavy }) => !isHeavy))('is silent about $name', ({ name }) => {
    expect(reported).not.toContain(name);
  });

  it.each(FUNCTIONS.filter(({ isHeavy, name }) => isHeavy && !MISSED.has(name)))('reports $name', ({ name }) => {
    expect(reported).toContain(name);
  });

  // When one is seen this fails: then it leaves the list.
  it.each([...MISSED])('still misses %s', (name) => {
    expect(reported).not.toContain(name);
  });
});

/** The names of those `functions`, all of one file, whose call on the event loop is reported. */
async function reportedIn(functions: readonly Labelled[]): Promise<readonly string[]> {
  const text = textOf(functions[0]!.file);
  const first = text.split('\n').length;
  const calls = functions.map(({ name, call }) => `async def calls_${name}(): ${call}`);
  const analyzer = await analyzerOf({ 'labelled.py': `${text}\n${calls.join('\n')}\n` });
  const { findings, failures } = analyzer.check(['/project/labelled.py']);
  expect(failures).toEqual([]);
  const lines = findings
    .filter(({ rule }) => rule === 'cpu-bound-on-loop')
    .map(({ range }) => range.start.line - first);
  return functions.filter((_, index) => lines.includes(index)).map(({ name }) => name);
}
