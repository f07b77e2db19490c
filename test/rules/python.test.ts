/** A fixture that CPython would refuse proves nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cpython } from '../harness/cpython.ts';

const HERE = import.meta.dirname;

it('every fixture compiles under CPython 3.14', { timeout: 60_000 }, async () => {
  const check = await cpython();
  const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.py'));
  const refused = files.flatMap((name) => {
    // Of a file Python skips the byte order mark, of a text it does not.
    const complaint = check(readFileSync(`${HERE}/${name}`, 'utf8').replace(/^\ufeff/, ''), name.includes('notebook'));
    return complaint === '' ? [] : [`${name}:${complaint}`];
  });
  expect(refused).toEqual([]);
});
