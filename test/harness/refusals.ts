/** Why one kind of fix holds back, where another is offered in its place: data as in fix-cases.ts. */
import { expect, it } from 'vitest';
import { FIX_KINDS } from '../../server/src/engine/fixes/index.ts';
import { siteOf } from '../../server/src/engine/fixes/site.ts';
import { assets, settingsForTests } from './engine.ts';
import { repairsIn } from './repairs.ts';

export interface Refusal {
  readonly name: string;
  readonly text: string;
  /** The id of the kind of fix. */
  readonly kind: string;
  /** A part of what it says. null: it is not meant for this finding. */
  readonly reason: string | null;
  /** Python 3.`target`. */
  readonly target?: number;
}

/** Every finding in the text must be refused, for this reason in one case at least. */
export function testRefusals(cases: readonly Refusal[]): void {
  for (const each of cases) it(each.name, () => checkRefusal(each));
}

async function checkRefusal({ text, kind, reason, target }: Refusal): Promise<void> {
  const settings = target === undefined ? {} : { target: { minor: target } };
  const { analyzer, repairs } = await repairsIn({ 'main.py': text }, settings);
  const table = (await assets()).parser.parseOnce(text);
  const found = FIX_KINDS.find(({ id }) => id === kind);
  if (found === undefined) throw new Error(`no kind of fix is called ${kind}`);
  const mine = repairs.filter(({ finding }) => found.rules.includes(finding.rule));
  expect(mine).not.toEqual([]);
  const offers = mine.flatMap(({ finding }) => {
    const site = siteOf(finding, table, analyzer.program, settingsForTests(settings));
    return site === null ? [] : found.fixers.flatMap((fixer) => fixer(site) ?? []);
  });
  const texts = offers.map((offer) => (offer.kind === 'fix' ? `offered: ${offer.fix.title}` : offer.reason));
  expect(texts.filter((each) => each.startsWith('offered'))).toEqual([]);
  if (reason === null) expect(texts).toEqual([]);
  else expect(texts).toContainEqual(expect.stringContaining(reason));
}
