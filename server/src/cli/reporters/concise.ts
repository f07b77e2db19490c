/** Format `concise`: one line a finding, `path:line:column: level: message [rule]`, as compilers and editors know it. */
import { printable, shownPath } from '../shown.ts';
import type { Reporter } from './report.ts';
import { summaryLine } from './summary.ts';

export const concise: Reporter = (reported, { cwd, paint, isQuiet }) => {
  const lines = reported.findings.map(({ finding: { path, range, level, message, rule } }) => {
    const place = `${printable(shownPath(path, cwd))}:${range.start.line + 1}:${range.start.column + 1}`;
    return `${paint('bold', place)}: ${level}: ${printable(message)} [${rule}]\n`;
  });
  return lines.join('') + (isQuiet ? '' : summaryLine(reported, paint));
};
