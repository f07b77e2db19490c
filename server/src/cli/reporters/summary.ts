/** The last line of the formats for people. */
import type { Paint } from '../paint.ts';
import type { Reported, ReportedFinding } from './report.ts';

/** "Found 2 errors, 1 warning in 2 of 14 files (1 fixable with --fix, 1 more with --unsafe-fixes)." */
export function summaryLine({ findings, summary }: Reported, paint: Paint): string {
  const fixed = summary.fixed === 0 ? '' : ` (${summary.fixed} fixed)`;
  if (findings.length === 0) {
    return `${paint('green', 'No findings')} in ${count(summary.files, 'file')}${fixed}.\n`;
  }
  const levels = (['error', 'warning', 'information', 'hint'] as const).flatMap((level) => {
    const number = findings.filter(({ finding }) => finding.level === level).length;
    if (number === 0) return [];
    return [level === 'information' ? `${number} information` : count(number, level)];
  });
  const files = new Set(findings.map(({ finding }) => finding.path)).size;
  const where = files === summary.files ? '' : `${files} of `;
  const found = paint('bold', `Found ${levels.join(', ')}`);
  return `${found} in ${where}${count(summary.files, 'file')}${fixed}${fixable(findings)}.\n`;
}

function fixable(findings: readonly ReportedFinding[]): string {
  const safe = findings.filter(isFixable('safe')).length;
  const unsafe = findings.filter(isFixable('unsafe')).length;
  const parts = [
    ...(safe > 0 ? [`${safe} fixable with --fix`] : []),
    ...(unsafe > 0 ? [`${unsafe}${safe > 0 ? ' more' : ' fixable'} with --unsafe-fixes`] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** By its safest fix. */
function isFixable(safety: 'safe' | 'unsafe'): (reported: ReportedFinding) => boolean {
  return ({ repair: { fixes } }) => {
    const isSafe = fixes.some((fix) => fix.safety === 'safe');
    return safety === 'safe' ? isSafe : !isSafe && fixes.length > 0;
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
