/** Names of the standard library in what people read, as the target has them. */

/**
 * `text`, an advice or a reason, for Python 3.`minor`: `asyncio.to_thread` is there from 3.9 on (docs: asyncio-task, "Running in
 * Threads"); before, the loop itself hands a call to its pool of threads.
 */
export function forTarget(text: string, minor: number): string {
  if (minor >= 9) return text;
  return text
    .replaceAll('asyncio.to_thread(', 'asyncio.get_running_loop().run_in_executor(None, ')
    .replaceAll('asyncio.to_thread', 'loop.run_in_executor');
}
