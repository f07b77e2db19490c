/**
 * Calls the coroutine that a library has beside a callable that waits: `Book.objects.get(pk=1)` becomes
 * `await Book.objects.aget(pk=1)`. Which there are is knowledge (`twin`).
 */
import { lineage } from '../../program/attributes.ts';
import { type Definition, ownerOf } from '../../program/definitions.ts';
import { childIn, childrenOf, is, type Node, textOf } from '../../syntax/table.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { answerAt, type Site } from '../site.ts';
import { awaitedCall } from '../text/awaited-call.ts';
import { spelledInstead } from './spelled-instead.ts';
import { lastName, ownerName, type TwinRow, twinRowAt, whyNotYet } from './twin-rows.ts';
import { whyNotAwaited } from './why-not-awaited.ts';

export const libraryTwin: Fixer = (site) => {
  if (site.event.kind !== 'call') return null;
  const found = calledAt(site) ?? overriddenAt(site);
  if (found === null) return null;
  const reason = whyNotYet(site, found) ?? whyNotAwaited(site);
  if (reason !== null) return withheld(reason);
  const callee = childIn(site.table, site.node, 'function');
  const { row, twin } = found;
  if (isTwinItself(site, callee, twin.name))
    return withheld(`This is in \`${twin.name}\`, which would call itself: hand the work to a thread.`);
  const spelled = spelledInstead(site, callee, twin.name, ownerName(row.name));
  if (spelled === null) return withheld(`The name \`${twin.name}\` means something else here: await it by hand.`);
  const changes = awaitedCall(site, site.node, spelled.callee);
  if (changes === null) return withheld(`A comment stands in the call: await \`${twin.name}\` by hand.`);
  // It works in another thread, with another connection than what stands around it.
  return offer(site, `Use \`${twin.name}\``, 'unsafe', [...changes, ...spelled.changes]);
};

/** `async def asave(self): self.save()`. */
function isTwinItself({ definition, table }: Site, callee: Node, name: string): boolean {
  return definition.scope.name === name && !/^super\b/.test(textOf(table, callee));
}

/** The fact that the call itself is: not one of what it does with its arguments. */
function calledAt(site: Site): TwinRow | null {
  const found = twinRowAt(site);
  if (found === null || (found.row.at ?? 'call') !== 'call') return null;
  const { program, table, node } = site;
  const { types, isComplete } = answerAt(site, childIn(table, node, 'function'));
  const isCallee = types.every((type) => {
    if (type.kind === 'external') return program.inference.catalogue.verdictOn(type.name) === found.row;
    return type.kind === 'member' && type.path.length === 1 && type.path[0] === lastName(found.row.name);
  });
  return isComplete && types.length > 0 && isCallee ? found : null;
}

/** A method of the program that overrides one of the library whose twin runs it: `save` of a model, under `asave`. */
function overriddenAt(site: Site): TwinRow | null {
  const { steps, table, node, program } = site;
  const callee = childIn(table, node, 'function');
  const owners = steps.flatMap((step) => (step.kind === 'function' ? (overriderOf(step.definition) ?? []) : []));
  const [owner] = owners;
  if (owner === undefined || owners.length < steps.length || !is(table, callee, 'attribute')) return null;
  // The twin takes the library's arguments, not those that the program may have added.
  if (hasArguments(site, node)) return null;
  const name = textOf(table, childIn(table, callee, 'attribute'));
  const isSuper = /^super\b/.test(textOf(table, childIn(table, callee, 'object')));
  const isOwn = owners.every(({ scope }) => scope.names.includes(name) && !scope.names.includes(`a${name}`));
  if (isSuper || !isOwn) return null;
  const rows = lineage(program.inference, owner).external.flatMap((base) => {
    const verdict = program.inference.catalogue.verdictOnMember(base, [name]);
    return typeof verdict === 'object' && verdict.twin?.delegates ? [{ row: verdict, twin: verdict.twin }] : [];
  });
  return rows[0] ?? null;
}

function overriderOf(definition: Definition): Definition | null {
  return definition.scope.isAsync ? null : ownerOf(definition);
}

function hasArguments({ table }: Site, call: Node): boolean {
  return childrenOf(table, childIn(table, call, 'arguments')).length > 0;
}
