/** From what the rules report to what is shown: suppressed findings out, one finding a place, in order. */

import type { ModuleSummary, Suppression } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { positionAt } from '../syntax/lines.ts';
import { type Finding, LEVELS } from './finding.ts';

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
    const last = expressionAt(summary.expressions, finding.expression);
    const lastLine = last === undefined ? finding.range.end.line : positionAt(summary.lineStarts, last.end).line;
    const lines = [finding.range.start.line, finding.range.end.line, lastLine];
    return !summary.suppressions.some((comment) => lines.includes(comment.line) && silences(comment, rule));
  });
}

function silences({ kind, codes }: Suppression, rule: Suppressible): boolean {
  if (codes.length === 0) return true;
  if (kind === 'offloop') return codes.some((code) => code === rule.id || code === rule.category || code === 'all');
  return codes.some((code) => rule.alsoKnownAs.includes(code));
}

/** One finding a place: the most severe, then the one with the shortest chain, then by rule. Sorted by path and place. */
export function onePerPlace(findings: readonly Finding[]): Finding[] {
  const ranked = [...findings].sort(
    (a, b) =>
      compare(a.path, b.path) ||
      a.range.startOffset - b.range.startOffset ||
      a.range.endOffset - b.range.endOffset ||
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      a.evidence.length - b.evidence.length ||
      compare(a.rule, b.rule),
  );
  return ranked.filter((finding, index) => {
    const before = ranked[index - 1];
    return before === undefined || !isSamePlace(before, finding);
  });
}

function isSamePlace(a: Finding, b: Finding): boolean {
  return a.path === b.path && a.range.startOffset === b.range.startOffset && a.range.endOffset === b.range.endOffset;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
