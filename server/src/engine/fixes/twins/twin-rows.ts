/** What knowledge says of the coroutine beside what a site calls or iterates. */
import type { BlockingRow, CallTwin } from '../../knowledge/rows.ts';
import type { Site } from '../site.ts';

/** A fact with a twin. */
export interface TwinRow {
  readonly row: BlockingRow;
  readonly twin: CallTwin;
}

/** The rows of what happens at `site`, where all of it is facts whose twins have one name; else null. */
export function twinRowAt({ steps }: Site): TwinRow | null {
  const rows = steps.flatMap((step) => {
    const twin = step.kind === 'fact' ? step.row.twin : undefined;
    return step.kind === 'fact' && twin !== undefined ? [{ row: step.row, twin }] : [];
  });
  const [first] = rows;
  const isOne = rows.length === steps.length && rows.every(({ twin }) => twin.name === first?.twin.name);
  return isOne ? (first ?? null) : null;
}

export function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

export function ownerName(dotted: string): string {
  return dotted.slice(0, dotted.lastIndexOf('.'));
}
