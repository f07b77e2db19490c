/**
 * Hands a function that computes to a pool of interpreters (Python 3.14) or processes, from a coroutine:
 * `crunch(n)` and `await asyncio.to_thread(crunch, n)` become `await asyncio.get_running_loop().run_in_executor(cpu_pool, crunch, n)`,
 * where `cpu_pool` is made once, for the module. Unsafe: arguments and results are copied, and the worker shares no globals.
 */
import { type Definition, ownerOf } from '../../program/definitions.ts';
import { functionsOf } from '../../program/handovers.ts';
import type { ExpressionId } from '../../summary/model.ts';
import { bindingsOf } from '../../summary/packed-bindings.ts';
import { expressionAt } from '../../summary/packed-expressions.ts';
import { childIn, childrenOf, endOf, is, startOf } from '../../syntax/table.ts';
import { asyncLibraryOf, NO_LIBRARY } from '../async-library.ts';
import { callAt } from '../calls/call-arguments.ts';
import { type Fixer, type Offer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import type { Site } from '../site.ts';
import { aboveStatement, type Change, insertion, replacement } from '../text/edits.ts';
import { freshName } from '../text/fresh-names.ts';
import { needAt, type Reached, reach } from '../text/imports.ts';
import { closing, hasKeywords, opening, type Wrapping, wrapCall } from '../text/wrapped-call.ts';
import { refusedImport } from './interpreter-imports.ts';
import { type PoolName, runsOnImport, whyNotCopied, whyNotSent } from './portable-tasks.ts';

export const inInterpreterPool: Fixer = (site) => inPool(site, 'InterpreterPoolExecutor');
export const inProcessPool: Fixer = (site) => inPool(site, 'ProcessPoolExecutor');

/** What computes, where it is handed over already and where it is not. */
interface Work {
  readonly definition: Definition;
  readonly passed: readonly ExpressionId[];
  readonly isOffloaded: boolean;
}

function inPool(site: Site, wanted: PoolName): Offer | null {
  if (wanted === 'InterpreterPoolExecutor' && site.settings.target.minor < 14) return null;
  const refuse = (reason: string) => withheld(`It cannot simply move to a pool: ${reason}.`);
  if (site.table.firstError !== null) return withheld('The file has syntax errors: correct them first.');
  const work = workAt(site);
  if (work === null) return null;
  const { program, module } = site;
  const { definition, passed, isOffloaded } = work;
  const reason =
    whyNotSent(program, definition) ??
    whyNotCopied(program, module, passed, false) ??
    whyNotImported(site, definition, wanted);
  if (reason !== null) return refuse(reason);
  const noAwait = isOffloaded ? null : whyNoAwait(site);
  if (noAwait !== null) return withheld(noAwait);
  const library = asyncLibraryOf(module, program);
  if (library !== 'asyncio')
    return library === null ? withheld(NO_LIBRARY) : refuse(`${library} has its own: \`anyio.to_process.run_sync\``);
  const changes = isOffloaded ? exchanged(site, wanted) : wrapped(site, wanted);
  if (changes === null) return refuse('the names that it needs mean something else here');
  const kind = wanted === 'InterpreterPoolExecutor' ? 'interpreters (Python 3.14)' : 'processes';
  return offer(site, `Run \`${definition.scope.name}\` in a pool of ${kind}`, 'unsafe', changes);
}

/** The call of one function that computes, or its handover to `asyncio.to_thread`. */
function workAt(site: Site): Work | null {
  const { program, module } = site;
  const call = callAt(site);
  if (call === null || call.arguments.some(({ isSpread }) => isSpread)) return null;
  const values = call.arguments.map(({ value }) => value);
  const { types, isComplete } = program.inference.answer(module, call.callee);
  const [callee] = types;
  if (!isComplete || types.length !== 1 || callee === undefined) return null;
  if (callee.kind === 'external' && callee.name === 'asyncio.to_thread') {
    const target = values[0] === undefined ? null : program.inference.answer(module, values[0]);
    const [definition, ...others] = target === null ? [] : functionsOf(target);
    if (definition === undefined || others.length > 0) return null;
    return { definition, passed: values.slice(1), isOffloaded: true };
  }
  if (callee.kind !== 'function' || ownerOf(callee.definition) !== null) return null;
  return { definition: callee.definition, passed: values, isOffloaded: false };
}

function whyNotImported(site: Site, definition: Definition, wanted: PoolName): string | null {
  const { program, module } = site;
  if (runsOnImport(program, module, site.definition))
    return 'it runs when the module is imported, which the workers do again: move that under `if __name__ == "__main__":`';
  const refused = wanted === 'InterpreterPoolExecutor' ? refusedImport(program, definition.module) : null;
  return refused === null
    ? null
    : `\`${refused}\`, which the function's module imports, may not load in another interpreter`;
}

/** `crunch(n)`. */
function wrapped(site: Site, wanted: PoolName): Change[] | null {
  const way = wayToPool(site, wanted, hasKeywords(site));
  const changes = way === null ? null : wrapCall(site, way);
  return way === null || changes === null ? null : [...changes, ...way.changes];
}

/** `asyncio.to_thread(crunch, n)`: what is called stays, the rest gets another head. */
function exchanged(site: Site, wanted: PoolName): Change[] | null {
  const { table, node } = site;
  const way = wayToPool(site, wanted, hasKeywords(site));
  const list = childIn(table, node, 'arguments');
  const [first] = childrenOf(table, list);
  if (way === null || first === undefined || !is(table, list, 'argument_list')) return null;
  const isInline = /^\(\s*$/.test(table.text.slice(startOf(table, list), startOf(table, first)));
  if (!isInline) return null;
  const missing = closing(way).slice(0, -1);
  return [
    replacement(startOf(table, node), startOf(table, first), opening(way)),
    ...(missing === '' ? [] : [insertion(endOf(table, list) - 1, missing)]),
    ...way.changes,
  ];
}

interface Way extends Wrapping {
  readonly changes: readonly Change[];
}

function wayToPool(site: Site, wanted: PoolName, needsPartial: boolean): Way | null {
  const need = needAt(site.file, site.module.summary, site.path);
  const loop = reach(need, 'asyncio', 'get_running_loop');
  const partial = needsPartial ? reach(need, 'functools', 'partial') : null;
  const pool = poolFor(site, wanted);
  if (loop === null || pool === null || (needsPartial && partial === null)) return null;
  return {
    head: `${loop.spelling}().run_in_executor(`,
    given: [pool.spelling],
    inner: partial === null ? null : `${partial.spelling}(`,
    changes: [...loop.changes, ...(partial?.changes ?? []), ...pool.changes],
  };
}

/** The module's own pool of the kind that is wanted, or a new one above what stands at the top around the call. */
function poolFor(site: Site, wanted: PoolName): Reached | null {
  const { module, program, table, file, path } = site;
  for (const { name, scope, value } of bindingsOf(module.summary.bindings)) {
    const made =
      scope === 0 && value.kind === 'assign' ? expressionAt(module.summary.expressions, value.value) : undefined;
    if (made?.kind !== 'call') continue;
    const { types } = program.inference.answer(module, made.callee);
    if (types.length === 1 && types.some((type) => type.kind === 'external' && type.name.endsWith(`.${wanted}`)))
      return { spelling: name, changes: [] };
  }
  const reached = reach(needAt(file, module.summary, path.slice(0, 1)), 'concurrent.futures', wanted);
  const statement = path[1];
  if (reached === null || statement === undefined) return null;
  const name = freshName(table, 0, ['cpu_pool']);
  const change = insertion(aboveStatement(file, startOf(table, statement)), `${name} = ${reached.spelling}()\n\n\n`);
  return { spelling: name, changes: [...reached.changes, change] };
}
