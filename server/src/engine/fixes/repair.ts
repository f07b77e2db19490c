/** repair: one finding and its file's syntax in, the fixes that an expert would offer out, or the reason why there is none. */
import type { Fix, Repair } from '../findings/finding.ts';
import { forTarget } from '../findings/target-names.ts';
import { FIX_KINDS } from './index.ts';
import { type Offer, type RepairRequest, withheld } from './offers.ts';
import { hasLibrary } from './project-libraries.ts';
import { siteOf } from './site.ts';

const NO_FIX = 'No automatic fix is known for this.';

const STARRED = 'A star stands before it: give what it unpacks a name first.';

/** The fixes of `finding`, best first: those that bring in a new dependency come last. */
export function repair(request: RepairRequest): Repair {
  const offers = offersFor(request);
  const fixes = fixesOf(request, offers);
  if (fixes.length > 0) return { fixes, withheld: null };
  const reasons = offers.flatMap((each) => (each.kind === 'withheld' ? [each.reason] : []));
  // The kinds that help with most findings are asked last, and know best why nothing helps.
  return { fixes: [], withheld: forTarget(reasons.at(-1) ?? NO_FIX, request.settings.target.minor) };
}

function fixesOf({ program, settings }: RepairRequest, offers: readonly Offer[]): readonly Fix[] {
  const isNew = (each: Offer) =>
    each.kind === 'fix' && each.needs !== null && !hasLibrary(program, settings, each.needs);
  const ranked = [...offers.filter((each) => !isNew(each)), ...offers.filter(isNew)];
  return ranked.flatMap((each) => (each.kind === 'fix' ? [each.fix] : []));
}

function offersFor(request: RepairRequest): readonly Offer[] {
  const { finding, table, program, settings, madeAsync } = request;
  const site = siteOf(finding, table, program, settings, madeAsync);
  // The grammar takes the star of `[*f(x)]` for a part of the call.
  if (site !== null && table.text[site.span.start] === '*') return [withheld(STARRED)];
  const again = (other: RepairRequest) => fixesOf(other, offersFor(other));
  const offers: Offer[] = [];
  const superseded = new Set<string>();
  for (const { id, rules, fixers, textFixers = [], supersedes = [], isCostly = false } of FIX_KINDS) {
    if (!rules.includes(request.finding.rule) || superseded.has(id)) continue;
    if (isCostly && !request.isThorough && offers.some(({ kind }) => kind === 'fix')) continue;
    const found = [
      ...textFixers.flatMap((fixer) => fixer(request, again) ?? []),
      ...(site === null ? [] : fixers.flatMap((fixer) => fixer(site) ?? [])),
    ];
    if (found.length > 0) for (const other of supersedes) superseded.add(other);
    // That the program stands in the way says less than what stands in the way of the place itself.
    offers.push(...(isCostly ? found.filter(({ kind }) => kind === 'fix' || offers.length === 0) : found));
  }
  return offers;
}
