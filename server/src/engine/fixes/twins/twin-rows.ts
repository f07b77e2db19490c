/** What knowledge says of the coroutine beside what a site calls or iterates. */
import type { CallTwin, Fact } from '../../knowledge/rows.ts';
import type { Site } from '../site.ts';

/** A fact with a twin. */
export interface TwinRow {
  readonly row: Fact;
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

/** Why the project has no such twin yet, a sentence; null where it may have. */
export function whyNotYet({ settings, program }: Site, { row, twin }: TwinRow): string | null {
  const distribution = program.inference.catalogue.distributionOf(row.name);
  const below = settings.below.get(distribution?.toLowerCase().replace(/[-_.]+/g, '-') ?? '');
  if (twin.since === undefined || below === undefined) return null;
  const [major = 0, minor = 0] = twin.since.split('.').map(Number);
  const isOlder = below[0] < major || (below[0] === major && below[1] <= minor);
  return isOlder
    ? `\`${twin.name}\` came with ${distribution} ${twin.since}, and the project stays below ${below.join('.')}: use \`sync_to_async\`.`
    : null;
}

export function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

export function ownerName(dotted: string): string {
  return dotted.slice(0, dotted.lastIndexOf('.'));
}
