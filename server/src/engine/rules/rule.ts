/** What a rule is: metadata, examples that are docs and tests at once, and one check of the whole program. */
import type { Category, Level } from '../findings/finding.ts';
import type { Report } from './report.ts';

export interface Rule {
  /** kebab-case; its file, fixture folder and doc page bear the same name. */
  readonly id: string;
  readonly category: Category;
  readonly level: Level;
  /** On by default. */
  readonly isRecommended: boolean;
  /** One line: what it reports. */
  readonly summary: string;
  /** Markdown: why it matters and what to do. */
  readonly explanation: string;
  /** Python that the rule reports, and the same done right. */
  readonly bad: string;
  readonly good: string;
  /** Codes of other linters for the same fault (`ASYNC251`): a `# noqa` with one of them silences this rule too. */
  readonly alsoKnownAs: readonly string[];
  readonly check: (report: Report) => void;
}
