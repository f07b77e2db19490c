/** Spells several names for one fix, and keeps the imports that they need together. */
import type { Site } from '../site.ts';
import type { Change } from './edits.ts';
import { needAt, type Reached, reach } from './imports.ts';

export interface Speller {
  /** `member` of `module` as the site can write it; empty where it cannot. */
  spell(module: string, member: string): string;
  /** The changes that make the spelled names mean what they should, each once. */
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
      return changes.filter((change, index) => {
        return changes.findIndex((other) => other.start === change.start && other.text === change.text) === index;
      });
    },
    lost() {
      return [...reached].find(([, found]) => found === null)?.[0] ?? null;
    },
  };
}
