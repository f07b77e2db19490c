/** A fixture that CPython would refuse proves nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compiles } from '../harness/cpython.ts';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.py'));

it('every fixture compiles under CPython 3.14', { timeout: 60_000 }, async () => {
  const refused: string[] = [];
  for (const name of files) {
    const verdict = await compiles(readFileSync(`${import.meta.dirname}/${name}`));
    if (verdict !== true) refused.push(`${name}:${verdict}`);
  }
  expect(refused).toEqual([]);
});
