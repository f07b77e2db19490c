/** Where fixed texts go: to their files, or to stdout as a diff or, for what came from standard input, as they are. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { ChangedText } from '../workspace/fix-all.ts';
import { byPath } from '../workspace/paths.ts';
import type { Problem } from '../workspace/problem.ts';
import { writeSource } from '../workspace/python-source.ts';
import { shownPath } from './shown.ts';

type Changes = ReadonlyMap<string, ChangedText>;

/** Writes each changed file; gives back what could not be written. */
export function writeChanges(changes: Changes): readonly Problem[] {
  return [...changes].flatMap(([path, { before, text }]) => writeSource(path, text, before) ?? []);
}

/** The fixes that were made, file by file, alike ones as one line: `    2 × blocking-sleep (Use asyncio.sleep)`. */
export function fixesOf(changes: Changes, cwd: string): string {
  const sorted = [...changes].filter(([, { made }]) => made.length > 0).sort(([a], [b]) => byPath(a, b));
  return sorted
    .map(([path, { made }]) => {
      const counts = new Map<string, number>();
      for (const { rule, fix } of made) {
        const line = `${rule} (${fix.title})`;
        counts.set(line, (counts.get(line) ?? 0) + 1);
      }
      const lines = [...counts].map(([line, count]) => `    ${count} \u00D7 ${line}\n`);
      return `${shownPath(path, cwd)}:\n${lines.join('')}`;
    })
    .join('');
}

/** A patch that `patch -p0` and `git apply -p0` take, run from `cwd`. */
export function diffOf(changes: Changes, cwd: string): string {
  const sorted = [...changes].sort(([a], [b]) => byPath(a, b));
  const patches = sorted.map(([path, { before, text }]) => {
    const name = shownPath(path, cwd);
    const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
    return createTwoFilesPatch(name, name, before.text, text, undefined, undefined, options);
  });
  return patches.join('');
}
