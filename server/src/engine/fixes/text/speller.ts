/** Spells several names for one fix, and keeps the imports that they need together. */
import type { Site } from '../site.ts';
import type { Change } from './edits.ts';
import { needAt, type Reached, reach } from './imports.ts';

export interface Speller {
  /** `member` of `module` as the site can write it; empty where it cannot. */
  spell(module: string, member: string): string;
  /** The changes that make the spelled names mean what they should, each once, and in the order of their lines. */
  imports(): Change[];
  /** The first name that cannot be spelled; null if all can. */
  lost(): string | null;
}

export function spellerFor(site: Site): Speller {
  const need = needAt(site.file, site.module.summary, site.path);
  const reached = new Map<string, Reached | null>();
  return {
    spell(module, member) {
      const name = `${module}.${member}`;
      const found = reached.get(name) ?? reach(need, module, member);
      reached.set(name, found);
      return found?.spelling ?? '';
    },
    imports() {
      const changes = [...reached.values()].flatMap((each) => each?.changes ?? []);
      const each = new Map(changes.map((change) => [`${change.start} ${change.text}`, change]));
      return inOneBlock([...each.values()].sort((a, b) => a.start - b.start || order(a, b)));
    },
    lost() {
      return [...reached].find(([, found]) => found === null)?.[0] ?? null;
    },
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
