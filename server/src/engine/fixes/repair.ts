/** repair: one finding and its file's syntax in, the fixes that an expert would offer out, or the reason why there is none. */
import type { Repair } from '../findings/finding.ts';
import { FIX_KINDS } from './index.ts';
import type { Offer, RepairRequest } from './offers.ts';
import { hasLibrary } from './project-libraries.ts';
import { type Site, siteOf } from './site.ts';

const NO_FIX = 'No automatic fix is known for this.';

/** The fixes of `finding`, best first: those that bring in a new dependency come last. */
export function repair(request: RepairRequest): Repair {
  const { finding, table, program, settings } = request;
  const site = siteOf(finding, table, program, settings);
  const offers = offersFor(request, site);
  const isNew = (each: Offer) =>
    each.kind === 'fix' && each.needs !== null && !hasLibrary(program, settings, each.needs);
  const ranked = [...offers.filter((each) => !isNew(each)), ...offers.filter(isNew)];
  const fixes = ranked.flatMap((each) => (each.kind === 'fix' ? [each.fix] : []));
  if (fixes.length > 0) return { fixes, withheld: null };
  const reasons = offers.flatMap((each) => (each.kind === 'withheld' ? [each.reason] : []));
  // The kinds that help with most findings are asked last, and know best why nothing helps.
  return { fixes: [], withheld: reasons.at(-1) ?? NO_FIX };
}

function offersFor(request: RepairRequest, site: Site | null): readonly Offer[] {
  const offers: Offer[] = [];
  const superseded = new Set<string>();
  for (const { id, rules, fixers, textFixers = [], supersedes = [] } of FIX_KINDS) {
    if (!rules.includes(request.finding.rule) || superseded.has(id)) continue;
    const found = [
      ...textFixers.flatMap((fixer) => fixer(request) ?? []),
      ...(site === null ? [] : fixers.flatMap((fixer) => fixer(site) ?? [])),
    ];
    if (found.length > 0) for (const other of supersedes) superseded.add(other);
    offers.push(...found);
  }
  return offers;
}
