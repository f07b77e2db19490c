/**
 * `subprocess.Popen(…)`, held by a local name that waits for it, becomes a process of asyncio with every use of the name. Unsafe, for
 * the reasons that asyncio-process.ts names.
 */
import type { BoundValue } from '../../summary/model.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { expressionAt } from '../../summary/packed-expressions.ts';
import { childIn, endOf, is, type Node, nodeAt, pathTo, startOf } from '../../syntax/table.ts';
import { asyncLibraryOf } from '../async-library.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { heldLock } from '../safety/surroundings.ts';
import { expressionOfNode, type Site } from '../site.ts';
import { ownLines, statementOn } from '../text/blocks.ts';
import { replacement } from '../text/edits.ts';
import { readingsOf } from '../text/readings.ts';
import { spellerFor } from '../text/speller.ts';
import { creation, lineWriter, styleAt } from './asyncio-lines.ts';
import { asOne } from './one-change.ts';
import { translateUses } from './popen-uses.ts';
import { readCall } from './process-call.ts';
import { unusedImport } from './unused-import.ts';
import { namesAt } from './values.ts';

const POPEN = 'subprocess.Popen';

export const asyncioPopen: Fixer = (site) => {
  const call = constructionAt(site);
  if (call === null || site.table.firstError !== null) return null;
  if (asyncLibraryOf(site.module, site.program) !== 'asyncio') return null;
  const refuse = (reason: string) => withheld(`It cannot be rewritten for asyncio: ${reason}.`);
  const noAwait = whyNoAwait(site);
  if (noAwait !== null) return withheld(noAwait);
  const { table, file } = site;
  const path = pathTo(table, call);
  const made = { ...site, node: call, path };
  const place = statementOn(table, path);
  const assignment = path.at(-2) ?? 0;
  const target = is(table, assignment, 'assignment') ? childIn(table, assignment, 'left') : -1;
  const isPlain = is(table, target, 'identifier') && path.at(-3) === place?.statement;
  if (place === null || !isPlain || childIn(table, assignment, 'type') >= 0)
    return refuse('the process is not held by a plain local name');
  if (heldLock(made) !== null) return refuse('a lock is held here');
  if (!ownLines(file, place.statement, place.statement)) return refuse('it shares its line with other statements');
  const asked = readCall(site, POPEN, call);
  if ('refused' in asked) return refuse(asked.refused);
  const readings = readingsOf(site, target);
  if ('refused' in readings) return refuse(readings.refused);
  const speller = spellerFor(made);
  const uses = translateUses(made, asked, readings.nodes, speller);
  if ('refused' in uses) return refuse(uses.refused);
  const [head, items] = creation(asked, null, speller);
  const name = table.text.slice(startOf(table, target), endOf(table, target));
  const text = lineWriter(site, styleAt(made, place))(0, `${name} = await ${head}(`, items, ')');
  const start = replacement(startOf(table, place.statement), endOf(table, place.statement), text);
  const change = asOne(table, [start, ...uses.changes]);
  const lost = speller.lost();
  if (lost !== null) return refuse(`the name \`${lost}\` means something else here`);
  const title = `Use asyncio.create_subprocess_${asked.command.kind === 'shell' ? 'shell' : 'exec'}`;
  const imports = speller.imports();
  return offer(site, title, 'unsafe', [change, ...imports, ...unusedImport(site, call, change, imports)]);
};

/** The `subprocess.Popen(…)` that the finding is about: it is that call, or calls a method of what it made. */
function constructionAt(site: Site): Node | null {
  const { table, node, event, steps } = site;
  const [step] = steps;
  if (event.kind !== 'call' || steps.length !== 1 || step?.kind !== 'fact') return null;
  if (step.row.name === POPEN) return isConstruction(site, node) ? node : null;
  if (!step.row.name.startsWith(`${POPEN}.`)) return null;
  let object = childIn(table, node, 'function');
  while (is(table, object, 'attribute')) object = childIn(table, object, 'object');
  const value = valueBehind(site, object);
  return value !== null && isConstruction(site, value) ? value : null;
}

function isConstruction(site: Site, node: Node): boolean {
  return is(site.table, node, 'call') && namesAt(site, childIn(site.table, node, 'function')).join() === POPEN;
}

/** The expression that the one assignment gives to the name at `node`. */
function valueBehind(site: Site, node: Node): Node | null {
  const { expressions, bindings } = site.module.summary;
  const name = expressionOfNode(site, node);
  if (name?.kind !== 'name' || name.reaching?.length !== 1) return null;
  const value: BoundValue | undefined = bindingAt(bindings, name.reaching[0] ?? -1)?.value;
  const made = value?.kind === 'assign' && value.path.length === 0 ? expressionAt(expressions, value.value) : undefined;
  return made === undefined ? null : nodeAt(site.table, made.start, made.end);
}
