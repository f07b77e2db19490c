/** From what the rules report to what is shown: suppressed findings out, one finding a place, in order. */

import { type ModuleSummary, type Suppression, UNKNOWN } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { positionAt } from '../syntax/lines.ts';
import { type Category, type Finding, LEVELS } from './finding.ts';

/** The rule that says which comments are of no use: none can silence it without naming it. */
export const UNUSED_SUPPRESSION = 'unused-suppression';

/** What a filter must know of a rule. */
export interface Suppressible {
  readonly id: string;
  readonly category: string;
  readonly alsoKnownAs: readonly string[];
}

/** The findings that no comment in their file silences. */
export function withoutSuppressed(
  findings: readonly Finding[],
  summaryOf: (path: string) => ModuleSummary | undefined,
  ruleOf: (id: string) => Suppressible | undefined,
): Finding[] {
  return findings.filter((finding) => {
    const summary = summaryOf(finding.path);
    const rule = ruleOf(finding.rule);
    if (summary === undefined || rule === undefined || summary.suppressions.length === 0) return true;
    const lines = linesOf(finding, summary);
    return !summary.suppressions.some((comment) => lines.includes(comment.line) && silences(comment, rule));
  });
}

/** The lines, from 0, at whose end a comment silences `finding`. */
export function linesOf({ range, expression }: Finding, summary: ModuleSummary): readonly number[] {
  const whole = expression === UNKNOWN ? undefined : expressionAt(summary.expressions, expression);
  const last = whole === undefined ? range.end.line : positionAt(summary.lineStarts, whole.end).line;
  return [range.start.line, range.end.line, last];
}

function silences({ kind, codes }: Suppression, rule: Suppressible): boolean {
  if (codes.length === 0) return rule.id !== UNUSED_SUPPRESSION;
  if (kind === 'offloop') return codes.some((code) => code === rule.id || code === rule.category || code === 'all');
  return codes.some((code) => rule.alsoKnownAs.includes(code));
}

/**
 * One finding a place: the most severe, then what is wrong with the way to a thread before that it blocks on the loop, then the one
 * with the shortest chain, then by rule. Sorted by path and place.
 */
export function onePerPlace(findings: readonly Finding[]): Finding[] {
  const ranked = [...findings].sort(
    (a, b) =>
      compare(a.path, b.path) ||
      a.range.startOffset - b.range.startOffset ||
      a.range.endOffset - b.range.endOffset ||
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
      a.evidence.length - b.evidence.length ||
      compare(a.rule, b.rule),
  );
  return ranked.filter((finding, index) => {
    const before = ranked[index - 1];
    return before === undefined || !isSamePlace(before, finding);
  });
}

const CATEGORIES: readonly Category[] = ['executor', 'threads', 'blocking', 'comments'];

function isSamePlace(a: Finding, b: Finding): boolean {
  return a.path === b.path && a.range.startOffset === b.range.startOffset && a.range.endOffset === b.range.endOffset;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
