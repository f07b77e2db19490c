/** What one kind of fix makes of a finding: a fix, or the reason why it holds back. */
import type { Finding, Fix, Safety } from '../findings/finding.ts';
import type { Definition } from '../program/definitions.ts';
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
  /** The syntax of any file of the program; null where it cannot be read. */
  readonly tableOf: (path: string) => SyntaxTable | null;
  /** Somebody waits for every fix there is; else costly ones are left out where another is found. */
  readonly isThorough: boolean;
  /** A function that is to be taken for a coroutine, because the fix in the making makes it one. */
  readonly madeAsync?: Definition;
}

/** The fixes of another finding, best first, for a fixer that makes its own of them. */
export type Again = (request: RepairRequest) => readonly Fix[];

/** One kind of fix that looks beyond an expression: at a comment, or at other files. */
export type TextFixer = (request: RepairRequest, again: Again) => Offer | null;

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
