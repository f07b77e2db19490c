/** Every fix that is offered in a fixture of the rules keeps what a fix must keep. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits, planEdits } from '../../server/src/workspace/edits.ts';
import { fixturesIn } from '../harness/fixture.ts';
import { faultsOf, fixedFiles, newFindings, repairsIn, textFaultsOf } from '../harness/repairs.ts';

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

  it.each(fixturesIn(`${RULES}/${folder}`))('$name, all together', { timeout: 60_000 }, async ({ project }) => {
    expect(await faultsTogether(project)).toEqual([]);
  });
});

/** More rounds than any fixture needs. */
const MOST_ROUNDS = 20;

/** What is wrong after the best fix of each finding was made, until none is left: as many at once as can be, as `fixAll` does. */
async function faultsTogether(project: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const faults: string[] = [];
  let files = project;
  let { repairs } = await repairsIn(files);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const best = repairs.flatMap(({ finding, repair: { fixes } }) =>
      fixes.slice(0, 1).map((fix) => ({ finding, fix })),
    );
    const narrow = best.filter(({ fix }) => fix.edits.every(({ path }) => path === fix.edits[0]?.path));
    const plan = planEdits((narrow.length > 0 ? narrow : best.slice(0, 1)).map(({ fix }) => fix));
    if (plan.fixes.length === 0) return faults;
    const after: Record<string, string> = {};
    for (const [name, text] of Object.entries(files)) {
      after[name] = applyEdits(text, plan.edits.get(`/project/${name}`) ?? []);
      if (after[name] !== text) faults.push(...(await textFaultsOf(text, after[name])));
    }
    const gone = best.filter(({ fix }) => plan.fixes.includes(fix)).map(({ finding }) => finding);
    const before = repairs.map(({ finding }) => finding);
    files = after;
    repairs = (await repairsIn(files)).repairs;
    const now = repairs.map(({ finding }) => finding);
    faults.push(...newFindings(before, now, gone).map((each) => `left or new: ${each}`));
  }
  return [...faults, `there is more to fix after ${MOST_ROUNDS} rounds`];
}
