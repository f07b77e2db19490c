/** What one kind of fix makes of a finding: a fix, or the reason why it holds back. */
import type { Fix, Safety } from '../findings/finding.ts';
import type { Site } from './site.ts';
import { type Change, textEdits } from './text/edits.ts';

/** `withheld` is a sentence for the user; it says what to do by hand where that is not plain. */
export type Offer =
  | { readonly kind: 'fix'; readonly fix: Fix }
  | { readonly kind: 'withheld'; readonly reason: string };

/** One kind of fix. null: it is not meant for findings like this one. */
export type Fixer = (site: Site) => Offer | null;

export function offer(site: Site, title: string, safety: Safety, changes: readonly Change[]): Offer {
  return { kind: 'fix', fix: { title, safety, edits: textEdits(site.file, changes) } };
}

export function withheld(reason: string): Offer {
  return { kind: 'withheld', reason };
}
