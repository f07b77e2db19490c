/** Format `json`: one object for other programs. Its shape is a contract: fields are added, never changed or taken away. */
import type { SourceRange } from '../../engine/findings/finding.ts';
import { shownPath } from '../shown.ts';
import type { ReportedFinding, Reporter } from './report.ts';

export const json: Reporter = ({ findings, summary }, { cwd }) => {
  const object = {
    version: 1,
    findings: findings.map((reported) => findingOf(reported, cwd)),
    summary: { files: summary.files, findings: findings.length, errors: summary.errors },
  };
  return `${JSON.stringify(object, null, 2)}\n`;
};

function findingOf({ finding, repair }: ReportedFinding, cwd: string): object {
  return {
    rule: finding.rule,
    category: finding.category,
    severity: finding.level,
    message: finding.message,
    path: shownPath(finding.path, cwd),
    range: rangeOf(finding.range),
    evidence: finding.evidence.map(({ path, range, text }) => ({
      path: shownPath(path, cwd),
      range: rangeOf(range),
      text,
    })),
    fixes: repair.fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map(({ path, range, newText }) => ({ path: shownPath(path, cwd), range: rangeOf(range), newText })),
    })),
    withheld: repair.withheld,
  };
}

/** Lines and columns from 1, columns in UTF-16 code units. */
export function rangeOf({ start, end }: SourceRange): object {
  return {
    start: { line: start.line + 1, column: start.column + 1 },
    end: { line: end.line + 1, column: end.column + 1 },
  };
}
