/** Which rules are on: selectors (a rule's id, a category, `recommended`, `all`) to rule ids. */
import type { Rule } from './rule.ts';

type Selectable = Pick<Rule, 'id' | 'category' | 'isRecommended'>;

/** The rules that `select` names and `ignore` does not: ignore beats select, however general it is. */
export function selectRules(
  rules: readonly Selectable[],
  select: readonly string[],
  ignore: readonly string[],
): ReadonlySet<string> {
  const isNamedBy = (selectors: readonly string[]) => (rule: Selectable) =>
    selectors.some((selector) => names(selector, rule));
  const isIgnored = isNamedBy(ignore);
  return new Set(
    rules
      .filter(isNamedBy(select))
      .filter((rule) => !isIgnored(rule))
      .map((rule) => rule.id),
  );
}

/** Every word that `select` and `ignore` take. */
export function selectorsOf(rules: readonly Selectable[]): readonly string[] {
  return [...new Set(['recommended', 'all', ...rules.map((rule) => rule.category), ...rules.map((rule) => rule.id)])];
}

function names(selector: string, rule: Selectable): boolean {
  if (selector === 'all') return true;
  if (selector === 'recommended') return rule.isRecommended;
  return selector === rule.id || selector === rule.category;
}
