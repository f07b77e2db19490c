/** What one kind of fix makes of a finding: a fix, or the reason why it holds back. */
import type { Finding, Fix, Safety } from '../findings/finding.ts';
import type { Program } from '../program/program.ts';
import type { EngineSettings } from '../settings.ts';
import type { SyntaxTable } from '../syntax/table.ts';
import type { Site } from './site.ts';
import { type Change, type EditedFile, textEdits } from './text/edits.ts';

/** `withheld` is a sentence for the user; it says what to do by hand where that is not plain. */
export type Offer =
  | {
      readonly kind: 'fix';
      readonly fix: Fix;
      /** The distribution that the fixed code needs besides what it needed; null where it needs none. */
      readonly needs: string | null;
    }
  | { readonly kind: 'withheld'; readonly reason: string };

/** One kind of fix. null: it is not meant for findings like this one. */
export type Fixer = (site: Site) => Offer | null;

/** A finding, and what there is to repair it from. */
export interface RepairRequest {
  readonly finding: Finding;
  /** The syntax of the finding's file, as it was checked. */
  readonly table: SyntaxTable;
  readonly program: Program;
  readonly settings: EngineSettings;
}

/** One kind of fix for what is no expression: a comment. */
export type TextFixer = (request: RepairRequest) => Offer | null;

export function offer(
  { file }: { readonly file: EditedFile },
  title: string,
  safety: Safety,
  changes: readonly Change[],
  needs: string | null = null,
): Offer {
  return { kind: 'fix', fix: { title, safety, edits: textEdits(file, changes) }, needs };
}

export function withheld(reason: string): Offer {
  return { kind: 'withheld', reason };
}
