/** repair: one finding and its file's syntax in, the fixes that an expert would offer out, or the reason why there is none. */
import type { Finding, Repair } from '../findings/finding.ts';
import type { Program } from '../program/program.ts';
import type { EngineSettings } from '../settings.ts';
import type { SyntaxTable } from '../syntax/table.ts';
import { imports } from './async-library.ts';
import { asyncioSleep } from './calls/asyncio-sleep.ts';
import { awaitCoroutine } from './calls/await-coroutine.ts';
import { toThread } from './calls/to-thread.ts';
import { requestsToAiohttp } from './http/requests-to-aiohttp.ts';
import type { Fixer } from './offers.ts';
import { interpreterPool, processPool } from './pools/executor-pool.ts';
import { siteOf } from './site.ts';

export interface RepairRequest {
  readonly finding: Finding;
  /** The syntax of the finding's file, as it was checked. */
  readonly table: SyntaxTable;
  readonly program: Program;
  readonly settings: EngineSettings;
}

const NO_FIX = 'No automatic fix is known for this.';

const STARRED = 'A star stands before it: give what it unpacks a name first.';

/** The fixes of `finding`, best first. */
export function repair({ finding, table, program, settings }: RepairRequest): Repair {
  const site = siteOf(finding, table, program, settings);
  if (site === null) return { fixes: [], withheld: NO_FIX };
  // The grammar takes the star of `[*f(x)]` for a part of the call.
  if (table.text[site.span.start] === '*') return { fixes: [], withheld: STARRED };
  const offers = fixersFor(finding, program).flatMap((fixer) => fixer(site) ?? []);
  const fixes = offers.flatMap((each) => (each.kind === 'fix' ? [each.fix] : []));
  if (fixes.length > 0) return { fixes, withheld: null };
  const [reason] = offers.flatMap((each) => (each.kind === 'withheld' ? [each.reason] : []));
  return { fixes: [], withheld: reason ?? NO_FIX };
}

/** What may help against a finding, best first. */
function fixersFor({ category, rule }: Finding, program: Program): readonly Fixer[] {
  switch (rule) {
    case 'cpu-bound-in-thread-pool':
      return [interpreterPool, processPool];
    case 'nested-event-loop':
      return [awaitCoroutine];
    case 'blocking-sleep':
      return [firstOf(asyncioSleep, toThread)];
    case 'blocking-http-call':
      return usesAiohttp(program) ? [requestsToAiohttp, toThread] : [toThread, requestsToAiohttp];
    default:
      return category === 'blocking' ? [toThread] : [];
  }
}

/** A fixer that asks the second only where the first is not meant for the finding. */
function firstOf(first: Fixer, second: Fixer): Fixer {
  return (site) => first(site) ?? second(site);
}

/** Whether the program has aiohttp already, so that a fix brings in no new dependency. */
function usesAiohttp(program: Program): boolean {
  for (const module of program.modules) if (imports(module, 'aiohttp')) return true;
  return false;
}
