/** The two ways from a tree to a table: reading tree-sitter's memory is to give what its public cursor gives. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createParser, isSameTable } from '../../server/src/engine/syntax/parser.ts';
import { fixturesIn } from '../harness/fixture.ts';

const binaries = {
  runtime: readFileSync(new URL('../../node_modules/web-tree-sitter/web-tree-sitter.wasm', import.meta.url)),
  grammar: readFileSync(new URL('../../grammars/tree-sitter-python.wasm', import.meta.url)),
};
const [chosen, byMemory, byCursor] = await Promise.all([
  createParser(binaries),
  createParser(binaries, 'memory'),
  createParser(binaries, 'cursor'),
]);

const texts = ['blocking-sleep', 'blocking-file-io']
  .flatMap((folder) => fixturesIn(new URL(`../rules/${folder}`, import.meta.url).pathname))
  .flatMap(({ project }) => Object.values(project));

function areAlike(text: string): boolean {
  return isSameTable(byMemory.parseOnce(text), byCursor.parseOnce(text));
}

describe('reading the memory of tree-sitter', () => {
  it('passes its trial with the pinned version', () => {
    expect(chosen.walk).toBe('memory');
  });

  it('gives the table that the cursor gives, for every fixture', () => {
    expect(texts.filter((text) => !areAlike(text))).toEqual([]);
  });

  it('gives the same for texts cut and doubled anywhere, after the memory has grown too', () => {
    const cut = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(200), fc.boolean());
    fc.assert(
      fc.property(cut, ([text, at, length, doubles]) => {
        const start = at % (text.length + 1);
        const piece = text.slice(start, start + length);
        return areAlike(text.slice(0, start) + (doubles ? piece + piece : '') + text.slice(start + length));
      }),
      { numRuns: 300 },
    );
    expect(areAlike(`x = [${'(1, "a"), '.repeat(60_000)}]\n`)).toBe(true);
  });
});
