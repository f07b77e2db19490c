/**
 * Which files a check has to parse: a scan of raw bytes for what a root of the analysis can't do without. It errs on the side
 * of parsing. Kept beside the list of roots in engine/program: a new kind of root needs its word here.
 */

/**
 * Every coroutine has `async` in its file, and so has what names asyncio. The rest are the ways in which synchronous code
 * hands functions to a loop or to workers without naming asyncio.
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
].map((sign) => Buffer.from(sign, 'latin1'));

/** Code in `bytes` may start something on an event loop or in a worker. */
export function canHoldRoot(bytes: Buffer): boolean {
  return SIGNS.some((sign) => bytes.includes(sign));
}
