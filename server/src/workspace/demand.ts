/**
 * Which files a check has to parse: a scan of raw bytes for what a root of the analysis can't do without. It errs on the side
 * of parsing.
 */
import type { Library } from '../engine/knowledge/rows.ts';

/**
 * Every coroutine has `async` in its file, and so has what names asyncio. The rest are the ways in which synchronous code
 * hands functions to a loop or to workers without naming a library that knowledge knows for that.
 */
const SIGNS = [
  'async',
  'await',
  'anyio',
  'trio',
  'xecutor',
  'hread',
  'multiprocessing',
  'call_soon',
  'call_later',
  'call_at',
  'add_done_callback',
  'add_reader',
  'add_writer',
  'add_signal_handler',
  // A comment for us may be one of no use.
  'offloop:',
];

/**
 * The words one of which stands in every file that may start something on an event loop or in a worker: the above, and the
 * import names of those libraries that call synchronous functions on their loop. Sorted.
 */
export function signsOf(libraries: readonly Library[]): readonly string[] {
  const names = libraries.flatMap(({ types = [], callbacks = [] }) => [
    ...callbacks.filter(({ runs }) => runs === 'loop').map(({ name }) => name),
    ...types.filter(({ calledOnLoop }) => calledOnLoop !== undefined).map(({ name }) => name),
  ]);
  const aliases = libraries
    .flatMap((library) => library.aliases ?? [])
    .filter(({ means }) => names.some((name) => name === means || name.startsWith(`${means}.`)));
  const imported = [...names, ...aliases.map(({ name }) => name)]
    .filter((name) => !SIGNS.some((sign) => name.includes(sign)))
    .map((name) => name.slice(0, name.indexOf('.')));
  return [...new Set([...SIGNS, ...imported])].sort();
}

/** Whether code in `bytes` may start something on an event loop or in a worker: it holds one of `signs`. */
export function canHoldRoot(bytes: Buffer, signs: readonly string[]): boolean {
  return signs.some((sign) => bytes.includes(sign, 0, 'latin1'));
}
