/**
 * How an `httpx.AsyncClient` gets its certificates. Making one reads the certificate store, which takes some 20 ms in which the
 * event loop stands still (httpx/_config.py create_ssl_context): a stall of its own, which blocking-socket reports. A fix must not
 * leave one, so a thread reads them.
 */
import { asyncLibraryOf } from '../../async-library.ts';
import type { Site } from '../../site.ts';
import type { Spell } from '../conversion.ts';

/** `verify=await asyncio.to_thread(httpx.create_ssl_context)`, or as the library that runs the module has it. */
export function readInThread({ module, program, settings }: Site, spell: Spell): string {
  const library = asyncLibraryOf(module, program) ?? 'asyncio';
  const context = spell('httpx', 'create_ssl_context');
  if (library !== 'asyncio') return `verify=await ${spell(library, 'to_thread.run_sync')}(${context})`;
  return settings.target.minor < 9
    ? `verify=await ${spell('asyncio', 'get_running_loop')}().run_in_executor(None, ${context})`
    : `verify=await ${spell('asyncio', 'to_thread')}(${context})`;
}
