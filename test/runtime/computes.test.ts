/** The labels of test/computes are right: what is said to be heavy takes 20 ms or more when it is run, the rest less than 2. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { labelled } from '../computes/labelled.ts';
import { aboutPython, PYTHON } from './python.ts';

const FUNCTIONS = labelled();
const FOLDER = fileURLToPath(new URL('../computes', import.meta.url));

const { minor } = aboutPython();
const obstacle = minor === null ? `${PYTHON} does not run` : null;
if (obstacle !== null) console.log(`test/runtime: ${FUNCTIONS.length} labelled functions are not run: ${obstacle}`);
const whyNot = obstacle === null ? '' : ` (skipped: ${obstacle})`;

describe.skipIf(obstacle !== null)(`labelled functions, when they are run${whyNot}`, () => {
  const times = new Map<string, number>();

  beforeAll(() => {
    const output = execFileSync(PYTHON, ['computes.py', FOLDER], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      encoding: 'utf8',
      input: JSON.stringify(FUNCTIONS),
    });
    const measured: readonly number[] = JSON.parse(output);
    for (const [index, { name }] of FUNCTIONS.entries()) times.set(name, measured[index]!);
  });

  it.each(FUNCTIONS.filter(({ isHeavy }) => isHeavy))('$call takes 20 ms or more', ({ name }) => {
    expect(times.get(name)).toBeGreaterThanOrEqual(20);
  });

  it.each(FUNCTIONS.filter(({ isHeavy }) => !isHeavy))('$call takes less than 2 ms', ({ name }) => {
    expect(times.get(name)).toBeLessThan(2);
  });
});
