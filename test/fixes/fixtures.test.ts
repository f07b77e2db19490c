/** Every fix that is offered in a fixture of the rules keeps what a fix must keep. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixturesIn } from '../harness/fixture.ts';
import { faultsOf, fixedFiles, repairsIn } from '../harness/repairs.ts';

const RULES = `${import.meta.dirname}/../rules`;
const folders = readdirSync(RULES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

describe.each(folders)('fixes in the fixtures of %s', (folder) => {
  it.each(fixturesIn(`${RULES}/${folder}`))('$name', { timeout: 60_000 }, async ({ project }) => {
    const faults: string[] = [];
    for (const { finding, repair } of (await repairsIn(project)).repairs) {
      expect(repair.withheld === null).toBe(repair.fixes.length > 0);
      const name = finding.path.slice('/project/'.length);
      for (const fix of repair.fixes) {
        const after = fixedFiles(project, fix);
        const others = fix.edits.every(({ path }) => path === finding.path) ? project : after;
        const wrong = await faultsOf(project, name, after[name] ?? '', [finding], {}, others);
        faults.push(...wrong.map((fault) => `${name}:${finding.range.start.line + 1} ${fix.title}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });
});
