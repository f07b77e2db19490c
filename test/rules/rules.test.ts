/** Every rule on every fixture, and every rule's own examples. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/src/engine/rules/index.ts';
import { analyzerOf } from '../harness/engine.ts';
import { differences, fixturesIn } from '../harness/fixture.ts';

const HERE = import.meta.dirname;
const folders = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

describe('every fixture holds what its comments say', () => {
  for (const folder of folders) {
    for (const { name, project } of fixturesIn(`${HERE}/${folder}`)) {
      it(`${folder}/${name}`, async () => {
        expect(await differences(project)).toEqual([]);
      });
    }
  }
});

describe('the examples of a rule show what it reports and what it lets pass', () => {
  for (const rule of RULES) {
    it(rule.id, async () => {
      const found = async (code: string) =>
        (await analyzerOf({ 'example.py': code })).check(['/project/example.py']).findings;
      expect((await found(rule.bad)).map((finding) => finding.rule)).toContain(rule.id);
      expect(await found(rule.good)).toEqual([]);
    });
  }
});
