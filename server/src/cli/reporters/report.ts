/** What a reporter is given, and what one is. */
import type { Finding, Repair } from '../../engine/findings/finding.ts';
import type { Paint } from '../paint.ts';

export interface ReportedFinding {
  readonly finding: Finding;
  readonly repair: Repair;
}

interface CheckSummary {
  /** How many files were checked. */
  readonly files: number;
  /** Files that could not be checked and rules that failed: what makes the answer incomplete. */
  readonly errors: number;
  /** How many fixes `--fix` made. */
  readonly fixed: number;
}

export interface Reported {
  readonly findings: readonly ReportedFinding[];
  readonly summary: CheckSummary;
}

export interface ReportOptions {
  readonly cwd: string;
  readonly paint: Paint;
  /** Findings only. */
  readonly isQuiet: boolean;
  /** The text of a file, to quote from; null if it is gone. */
  readonly textOf: (path: string) => string | null;
}

/** A format: findings in, the whole output out. Pure. */
export type Reporter = (reported: Reported, options: ReportOptions) => string;
