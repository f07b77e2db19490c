/**
 * `requests.get(u).json()` becomes a request of aiohttp: the statement, or a response's assignment with the statements that read it,
 * moves into `async with aiohttp.ClientSession()`. Unsafe: other errors, other defaults, a session for each call.
 */
import { childIn, type Node, textOf } from '../../syntax/table.ts';
import { asyncLibraryOf } from '../async-library.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { heldLock } from '../safety/surroundings.ts';
import type { Site } from '../site.ts';
import { ownLines, statementOn } from '../text/blocks.ts';
import type { Change } from '../text/edits.ts';
import { freshName } from '../text/fresh-names.ts';
import { needAt, type Reached, reach } from '../text/imports.ts';
import { removeIfUnused } from '../text/unused-imports.ts';
import { handlerInTheWay } from './exception-handlers.ts';
import { mapArguments, type Speller } from './request-arguments.ts';
import { requestForm } from './request-forms.ts';

const METHOD = /^requests\.(get|post|put|patch|delete|head|options)$/;

export const requestsToAiohttp: Fixer = (site) => {
  const method = methodOf(site);
  if (method === null || asyncLibraryOf(site.module, site.program) !== 'asyncio') return null;
  const refuse = (reason: string) => withheld(`It cannot be rewritten for aiohttp: ${reason}.`);
  const noAwait = whyNoAwait(site);
  if (noAwait !== null) return withheld(noAwait);
  if (heldLock(site) !== null) return refuse('a lock is held here');
  const place = statementOn(site.table, site.path);
  if (place === null) return null;
  const form = requestForm(
    site,
    place,
    freshName(site.table, functionAround(site), ['response', 'resp', 'http_response']),
  );
  if ('refused' in form) return refuse(form.refused);
  if (!ownLines(site.file, place.statement, form.last)) return refuse('it shares its line with other statements');
  const handler = handlerInTheWay(site, place.statement, form.last);
  if (handler !== null) return refuse(`\`except ${handler}\` would not catch the errors of aiohttp`);
  const speller = spellerFor(site);
  const args = mapArguments(site, method, speller.spell);
  if ('refused' in args) return refuse(args.refused);
  const session = freshName(site.table, functionAround(site), ['session', 'http_session', 'client_session']);
  const change = form.write({ session, opening: `${speller.spell('ClientSession')}()`, method, args: args.changes });
  if (speller.isLost()) return refuse('the name `aiohttp` means something else here');
  return offer(site, 'Use aiohttp', 'unsafe', [change, ...speller.imports(), ...unusedRequests(site)], 'aiohttp');
};

function methodOf({ table, event, steps }: Site): string | null {
  if (table.firstError !== null || event.kind !== 'call' || steps.length !== 1) return null;
  const [step] = steps;
  return step?.kind === 'fact' ? (METHOD.exec(step.row.name)?.[1] ?? null) : null;
}

function functionAround({ table, path }: Site): Node {
  return path.findLast((node) => childIn(table, node, 'parameters') >= 0) ?? 0;
}

/** Spells names of aiohttp, and remembers the imports that they need. */
function spellerFor(site: Site): { spell: Speller; imports(): Change[]; isLost(): boolean } {
  const need = needAt(site.file, site.module.summary, site.path);
  const reached: (Reached | null)[] = [];
  return {
    spell(member) {
      const found = reach(need, 'aiohttp', member);
      reached.push(found);
      return found?.spelling ?? '';
    },
    imports() {
      const changes = reached.flatMap((each) => each?.changes ?? []);
      return changes.filter((change, index) => {
        return changes.findIndex((other) => other.start === change.start && other.text === change.text) === index;
      });
    },
    isLost: () => reached.includes(null),
  };
}

function unusedRequests({ table, node, file, module }: Site): Change[] {
  const callee = childIn(table, node, 'function');
  const root = /^\w+/.exec(textOf(table, callee))?.[0] ?? '';
  const span = { start: table.starts[callee] ?? 0, end: table.ends[callee] ?? 0 };
  return removeIfUnused(file, module.summary, root, span);
}
