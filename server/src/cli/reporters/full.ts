/** Format `full`: for a person at a terminal. Each finding with its source line, the chain that proves it, and what to do. */
import type { Finding, Level, Repair } from '../../engine/findings/finding.ts';
import type { Paint, Style } from '../paint.ts';
import { printable, shownPath } from '../shown.ts';
import { excerptOf } from './excerpt.ts';
import type { ReportedFinding, Reporter, ReportOptions } from './report.ts';
import { summaryLine } from './summary.ts';

export const full: Reporter = (reported, options) => {
  const blocks = reported.findings.map((finding) => `${blockOf(finding, options)}\n`);
  return blocks.join('') + (options.isQuiet ? '' : summaryLine(reported, options.paint));
};

const STYLES: Readonly<Record<Level, Style>> = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  information: ['blue', 'bold'],
  hint: ['cyan', 'bold'],
};

function blockOf({ finding, repair }: ReportedFinding, options: ReportOptions): string {
  const { paint, cwd } = options;
  const gutter = ' '.repeat(String(finding.range.start.line + 1).length);
  const arrow = paint('blue', `${gutter}-->`);
  const note = paint('blue', `${gutter} =`);
  const lines = [
    `${paint('bold', finding.rule)} ${paint(STYLES[finding.level], finding.level)}: ${paint('bold', printable(finding.message))}`,
    `${arrow} ${placeOf(finding, cwd)}`,
    ...quote(finding, gutter, options),
    ...chainOf(finding, cwd).map((text) => `${note} ${text}`),
    `${note} ${paint('bold', 'help')}: ${printable(finding.advice)}`,
    ...repairOf(repair, paint).map((text) => `${note} ${text}`),
  ];
  return `${lines.join('\n')}\n`;
}

function placeOf({ path, range }: Finding, cwd: string): string {
  return `${printable(shownPath(path, cwd))}:${range.start.line + 1}:${range.start.column + 1}`;
}

function quote(finding: Finding, gutter: string, { paint, textOf }: ReportOptions): string[] {
  const text = textOf(finding.path);
  if (text === null) return [];
  const { line, indent, width } = excerptOf(text, finding.range);
  const bar = paint('blue', `${gutter} |`);
  const underline = paint(STYLES[finding.level], '^'.repeat(width));
  return [
    bar,
    `${paint('blue', `${finding.range.start.line + 1} |`)} ${line}`,
    `${bar} ${' '.repeat(indent)}${underline}`,
    bar,
  ];
}

/** Each link a step further in: `main.py:12 calls load_config`, then `config.py:30 calls open()`. */
function chainOf({ evidence }: Finding, cwd: string): string[] {
  return evidence.map(({ path, range, text }, depth) => {
    const place = `${shownPath(path, cwd)}:${range.start.line + 1}`;
    return `${'  '.repeat(depth)}${printable(`${place} ${text}`)}`;
  });
}

function repairOf({ fixes, withheld }: Repair, paint: Paint): string[] {
  if (withheld !== null) return [`${paint('bold', 'note')}: no fix: ${printable(withheld)}`];
  return fixes.map(({ title, safety }) => `${paint('bold', 'fix')}: ${printable(title)} [${safety}]`);
}
