/** Text from files and disks as it can be shown: no control characters that would move a cursor or change colours. */
import { relative } from 'node:path';
import { withSlashes } from '../workspace/paths.ts';

/** `path` relative to the working directory, with `/`; absolute if it is on another disk. */
export function shownPath(path: string, cwd: string): string {
  return withSlashes(relative(cwd, path)) || '.';
}

/** One line of text, safe for a terminal: control and direction-changing characters become visible ones. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, visible);
}

function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (character === '\t') return '    ';
  // The pictures of control characters: ␀, ␛.
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
}
