/** Names of libraries as a fix writes them, with the imports that they need. */
import type { Site } from '../site.ts';
import type { Change } from '../text/edits.ts';
import { needAt, type Reached, reach } from '../text/imports.ts';
import type { Speller } from './conversion.ts';

export interface Spelling {
  readonly spell: Speller;
  /** The changes that add the imports, each once, in the order of their lines. */
  readonly imports: () => Change[];
  /** A module whose name means something else at the site; null where none does. */
  readonly lost: () => string | null;
}

export function spellingFor(site: Site): Spelling {
  const need = needAt(site.file, site.module.summary, site.path);
  const reached = new Map<string, { readonly module: string; readonly found: Reached | null }>();
  return {
    spell(module, member) {
      const key = `${module}.${member}`;
      const known = reached.get(key) ?? { module, found: reach(need, module, member) };
      reached.set(key, known);
      return known.found?.spelling ?? member;
    },
    imports() {
      const changes = [...reached.values()].flatMap(({ found }) => found?.changes ?? []);
      const each = new Map(changes.map((change) => [`${change.start} ${change.text}`, change]));
      return inOneBlock([...each.values()].sort((a, b) => a.start - b.start || order(a, b)));
    },
    lost: () => [...reached.values()].find(({ found }) => found === null)?.module ?? null,
  };
}

/** Lines that a blank line follows begin a block of their own, above the others. */
function order(a: Change, b: Change): number {
  return Number(endsBlock(b)) - Number(endsBlock(a)) || (a.text < b.text ? -1 : 1);
}

function endsBlock({ text }: Change): boolean {
  return text.endsWith('\n\n');
}

/** Of several such lines at one place only the last is followed by the blank line. */
function inOneBlock(changes: readonly Change[]): Change[] {
  return changes.map((change, index) => {
    const next = changes[index + 1];
    const isContinued = next !== undefined && next.start === change.start && endsBlock(change) && endsBlock(next);
    return isContinued ? { ...change, text: change.text.slice(0, -1) } : change;
  });
}
