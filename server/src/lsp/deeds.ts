/**
 * Deeds: what a code action does to its document, as data that travels to the client and back, and the edits it comes to. A deed
 * for another version of the document than it was made for comes to nothing.
 */
import * as z from 'zod/mini';
import type { Finding, TextEdit } from '../engine/findings/finding.ts';
import { suppress } from '../engine/fixes/comments/suppress.ts';
import { lineEndOf } from '../engine/fixes/text/edits.ts';
import { fixAll } from '../workspace/fix-all.ts';
import type { OpenDocument } from './documents.ts';
import type { Inspection } from './projects.ts';
import { isFinding } from './protocol.ts';
import { differencesBetween } from './text-difference.ts';

const findingKey = z.object({ rule: z.string(), startOffset: z.number(), endOffset: z.number() });

const deed = z.discriminatedUnion('kind', [
  /** Makes the fix with this index among the fixes of the finding. */
  z.object({ kind: z.literal('fix'), finding: findingKey, index: z.number() }),
  /** Silences the finding with a comment. */
  z.object({ kind: z.literal('suppress'), finding: findingKey }),
  /** Makes all safe fixes in the document. */
  z.object({ kind: z.literal('fix-all') }),
]);

export type Deed = Readonly<z.infer<typeof deed>>;

/** A deed to be done to one version of a document: the `data` of a code action. */
const order = z.object({ uri: z.string(), version: z.number(), deed });

export type Order = Readonly<z.infer<typeof order>>;

/** Null for data that is not ours. */
export function readOrder(data: unknown): Order | null {
  return order.safeParse(data).data ?? null;
}

/** The edits that `deed` comes to in `document` as it is now; null if what it speaks of is not there any more. */
export async function editsOf(
  deed: Deed,
  document: OpenDocument,
  inspection: Inspection,
): Promise<readonly TextEdit[] | null> {
  const edits = await workOut(deed, document, inspection);
  const lineEnd = lineEndOf(document.text);
  return edits?.map((edit) => ({ ...edit, newText: edit.newText.replace(/\r\n|\r|\n/g, lineEnd) })) ?? null;
}

async function workOut(
  deed: Deed,
  document: OpenDocument,
  inspection: Inspection,
): Promise<readonly TextEdit[] | null> {
  switch (deed.kind) {
    case 'fix':
      return withFinding(deed.finding, inspection, (finding) => {
        return inspection.project.repairThoroughly(finding).fixes[deed.index]?.edits ?? null;
      });
    case 'suppress':
      return withFinding(deed.finding, inspection, (finding) => {
        const summary = inspection.project.analyzer.summaryOf(finding.path);
        const edit = summary === undefined ? null : suppress(finding, summary, document.table);
        return edit && [edit];
      });
    case 'fix-all':
      return fixWhole(document, inspection);
  }
}

function withFinding(
  key: z.infer<typeof findingKey>,
  { findings }: Inspection,
  edit: (finding: Finding) => readonly TextEdit[] | null,
): readonly TextEdit[] | null {
  const finding = findings.find((each) => isFinding(each, key));
  return finding === undefined ? null : edit(finding);
}

/** Tries all safe fixes on the project's copy of the text; what the editor has stays as it is. */
async function fixWhole({ path, text }: OpenDocument, { project }: Inspection): Promise<readonly TextEdit[]> {
  const { changes } = await fixAll(project, [path], 'safe');
  project.open(path, text);
  const fixed = changes.get(path)?.text ?? text;
  return differencesBetween(text, fixed).map((difference) => ({ path, ...difference }));
}
