/**
 * A draft: what a fix that moves statements into blocks does to a file, said in any order. Lines that end up deeper are indented
 * once for each block they move into, and texts that span lines learn how deep they end up.
 */
import type { Span } from '../../summary/model.ts';
import { indentLines, rendered } from './blocks.ts';
import { type Change, type EditedFile, lineStartBefore } from './edits.ts';

/** A text, or how it reads where its line ends up `depth` levels deeper than it was. */
type Text = string | ((depth: number) => string);

interface Replaced {
  readonly start: number;
  readonly end: number;
  readonly text: Text;
}

export interface Draft {
  replace(start: number, end: number, text: Text): void;
  /** The lines that start between `start` and `end` go a level deeper. */
  deepen(start: number, end: number): void;
  /** How many levels deeper the line that holds `offset` goes. */
  depthAt(offset: number): number;
  /** All changes; those of lines that go deeper are one. */
  finish(): Change[];
}

/** `unit` is one level of indentation. */
export function draftOf(file: EditedFile, unit: string): Draft {
  const replacements: Replaced[] = [];
  const blocks: Span[] = [];
  const depthAt = (offset: number): number => {
    const line = lineStartBefore(file.lineStarts, offset);
    return blocks.filter(({ start, end }) => start < line && line < end).length;
  };
  return {
    replace: (start, end, text) => void replacements.push({ start, end, text }),
    deepen: (start, end) => void blocks.push({ start, end }),
    depthAt,
    finish() {
      const written = replacements.map(({ start, end, text }) => {
        return { start, end, text: typeof text === 'string' ? text : text(depthAt(start)) };
      });
      const lines = blocks.flatMap(({ start, end }) => indentLines(file, start, end, unit));
      const kept = lines.filter(({ start: at }) => !written.some(({ start, end }) => start < at && at < end));
      return blocks.reduce((changes, block) => asOne(file, changes, block), [...kept, ...written]);
    },
  };
}

/** The changes with those in `block` made one: nothing else can change a line that is indented. */
function asOne({ table }: EditedFile, changes: readonly Change[], block: Span): Change[] {
  const touching = changes.filter(({ start, end }) => start <= block.end && block.start <= end);
  const start = Math.min(block.start, ...touching.map((change) => change.start));
  const end = Math.max(block.end, ...touching.map((change) => change.end));
  const isIn = (change: Change) => start <= change.start && change.end <= end;
  const whole = { start, end, text: rendered(table, start, end, changes.filter(isIn)) };
  return [...changes.filter((change) => !isIn(change)), whole];
}
