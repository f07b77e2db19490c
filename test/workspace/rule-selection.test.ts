import { expect, test } from 'vitest';
import { selectorsOf, selectRules } from '../../server/src/engine/rules/selection.ts';

const RULES = [
  { id: 'a', category: 'blocking', isRecommended: true },
  { id: 'b', category: 'blocking', isRecommended: false },
  { id: 'c', category: 'executor', isRecommended: true },
] as const;

test.each([
  ['recommended rules', ['recommended'], [], ['a', 'c']],
  ['all rules', ['all'], [], ['a', 'b', 'c']],
  ['a category, opt-in rules included', ['blocking'], [], ['a', 'b']],
  ['one rule more', ['recommended', 'b'], [], ['a', 'b', 'c']],
  ['nothing', [], [], []],
  ['an ignored category, though its rule is named', ['a', 'c'], ['blocking'], ['c']],
  ['all but one', ['all'], ['b'], ['a', 'c']],
])('%s', (_name, select, ignore, expected) => {
  expect([...selectRules(RULES, select, ignore)]).toEqual(expected);
});

test('the selectors are the two sets, the categories and the ids', () => {
  expect(selectorsOf(RULES)).toEqual(['recommended', 'all', 'blocking', 'executor', 'a', 'b', 'c']);
});
