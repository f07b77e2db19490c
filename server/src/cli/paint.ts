/** Colours for a terminal, or none. */
import type { Writable } from 'node:stream';
import { styleText } from 'node:util';

export type ColourMode = 'auto' | 'always' | 'never';
export type Style = Parameters<typeof styleText>[0];

/** `text` in a style, or as it is. */
export type Paint = (style: Style, text: string) => string;

const plain: Paint = (_style, text) => text;

/** How to colour what goes to `stream`. `auto` asks NO_COLOR, FORCE_COLOR and whether it is a terminal. */
export function paintFor(stream: Writable, mode: ColourMode): Paint {
  const isColoured = mode === 'always' || (mode === 'auto' && takesColour(stream));
  return isColoured ? (style, text) => styleText(style, text, { validateStream: false }) : plain;
}

/** Asked with one style: given several, Node 20 forgets to look at the stream. */
function takesColour(stream: Writable): boolean {
  return styleText('bold', 'x', { stream }) !== 'x';
}
