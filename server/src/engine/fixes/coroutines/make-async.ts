/**
 * Makes a helper that blocks a coroutine: `def load` becomes `async def load`, what blocks in it is mended as if it stood in a
 * coroutine, and each of its callers awaits it, in whatever file. Only where every use of the helper is seen, and is a call in a
 * coroutine.
 */
import type { Fix, TextEdit } from '../../findings/finding.ts';
import { lineage } from '../../program/attributes.ts';
import { type Definition, ownerOf } from '../../program/definitions.ts';
import { expressionAt } from '../../summary/packed-expressions.ts';
import { is, nodeAt, pathTo, type SyntaxTable, startOf } from '../../syntax/table.ts';
import { asyncLibraryOf } from '../async-library.ts';
import { type Again, type RepairRequest, type TextFixer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { whyNotOpenedInThread } from '../safety/file-handles.ts';
import { heldLock } from '../safety/surroundings.ts';
import { type Site, siteOf } from '../site.ts';
import { insertion, textEdits } from '../text/edits.ts';
import { awaitCall } from '../text/wrapped-call.ts';
import { type FunctionUse, usesOf } from './function-uses.ts';
import { stallsIn } from './stalls.ts';

export const makeAsync: TextFixer = (request, again) => {
  const { program, settings, finding } = request;
  const site = siteOf(finding, request.table, program, settings);
  const target = site === null ? null : helperAt(site);
  if (site === null || target === null || request.madeAsync !== undefined) return null;
  const { name } = target.scope;
  const refuse = (reason: string) => withheld(`\`${name}\` cannot be made async: ${reason}.`);
  const reason = whyNotMade(site, target);
  if (reason !== null) return refuse(reason);
  const table = request.tableOf(target.module.path);
  if (table === null || table.firstError !== null) return refuse('its file cannot be changed');
  const uses = usesOf(program, target);
  if ('refused' in uses) return refuse(uses.refused);
  const inside = mended(request, target, table, again);
  if (typeof inside === 'string') return refuse(inside);
  const edits = [...inside, ...definitionEdits(target, table)];
  for (const use of uses.calls) {
    const awaited = awaitedAt(request, site, use, target);
    if (typeof awaited === 'string') return refuse(awaited);
    edits.push(...awaited);
  }
  const sorted = inOrder(edits);
  if (sorted === null) return refuse('its changes would get in each other’s way');
  const fix: Fix = { title: `Make \`${name}\` async`, safety: 'unsafe', edits: sorted };
  return { kind: 'fix', fix, needs: null };
};

/** The one function of the program that the call at `site` runs. */
function helperAt({ event, steps }: Site): Definition | null {
  const [step, ...others] = steps;
  if (event.kind !== 'call' || step?.kind !== 'function' || others.length > 0) return null;
  return step.definition.scope.kind === 'function' && !step.definition.scope.isAsync ? step.definition : null;
}

/** Why `target` itself is not to be touched, in words; null where it may be. */
function whyNotMade(site: Site, target: Definition): string | null {
  const { program, module } = site;
  const { scope } = target;
  const owner = ownerOf(target);
  if (whyNotOpenedInThread(site) !== null)
    return 'it hands back an open file, which its callers would still read on the loop';
  if (scope.isGenerator) return 'it is a generator';
  if (scope.decorators.length > 0) return 'it is decorated';
  if (/^__.*__$/.test(scope.name)) return 'Python itself calls it';
  if (owner === null && scope.parent !== 0) return 'it stands in another function';
  if (owner !== null) {
    const { classes, external } = lineage(program.inference, owner);
    const inherits = external.some((base) => base !== 'builtins.object') || classes.some((each) => each !== owner);
    if (inherits || program.inference.surroundings.subclassesOf(owner).length > 0)
      return 'other classes may count on the method as it is';
  }
  if (program.isTest(target.module) !== program.isTest(module)) return 'tests and the program share it';
  return asyncLibraryOf(target.module, program) === asyncLibraryOf(module, program)
    ? null
    : 'its module runs on another event loop';
}

/** The edits that mend what blocks in `target`; or why something cannot be. */
function mended(
  request: RepairRequest,
  target: Definition,
  table: SyntaxTable,
  again: Again,
): readonly TextEdit[] | string {
  const taken: TextEdit[] = [];
  for (const finding of stallsIn(request, target)) {
    const { startOffset, endOffset } = finding.range;
    const isCovered = taken.some(({ path, range }) => {
      return path === finding.path && range.startOffset <= startOffset && endOffset <= range.endOffset;
    });
    if (isCovered) continue;
    const [fix] = again({ ...request, finding, table, madeAsync: target });
    const text = table.text.slice(startOffset, endOffset);
    if (fix === undefined) return `what blocks in it, \`${text.replace(/\s+/g, ' ').slice(0, 60)}\`, has no fix there`;
    taken.push(...fix.edits.filter((edit) => !taken.some((other) => isSame(edit, other))));
  }
  return taken.length === 0 ? 'nothing in it could wait without blocking' : taken;
}

function definitionEdits({ module, scope }: Definition, table: SyntaxTable): readonly TextEdit[] {
  const name = pathTo(table, nodeAt(table, scope.nameSpan.start, scope.nameSpan.end));
  const definition = name.findLast((node) => is(table, node, 'function_definition')) ?? 0;
  const file = { path: module.path, lineStarts: module.summary.lineStarts, table };
  return textEdits(file, [insertion(startOf(table, definition), 'async ')]);
}

/** The edits that await the helper at `use`; or why no await can stand there. */
function awaitedAt(
  request: RepairRequest,
  site: Site,
  { definition, event, call }: FunctionUse,
  target: Definition,
): readonly TextEdit[] | string {
  const { module, scope } = definition;
  const table = request.tableOf(module.path);
  const span = expressionAt(module.summary.expressions, call);
  if (table === null || table.firstError !== null || span === undefined) return 'a file that uses it cannot be changed';
  const node = nodeAt(table, span.start, span.end);
  const path = pathTo(table, node);
  const file = { path: module.path, lineStarts: module.summary.lineStarts, table };
  const there: Site = {
    ...site,
    module,
    table,
    file,
    definition,
    event,
    steps: [],
    span,
    node,
    path,
    madeAsync: target,
  };
  if (!scope.isAsync && scope.kind === 'function' && definition !== target)
    return `\`${scope.name}\`, which is not async, calls it, too`;
  if (is(table, path.at(-2) ?? 0, 'await')) return 'its result is awaited';
  if (asyncLibraryOf(module, request.program) !== asyncLibraryOf(target.module, request.program))
    return 'coroutines on another event loop call it, too';
  const wrong = whyNoAwait(there);
  if (wrong !== null) return `a call of it could not be awaited`;
  if (heldLock(there) !== null) return 'a lock is held during a call of it';
  return textEdits(file, awaitCall(table, path));
}

/** The edits file by file and in the order of the text, those that several need once; null where two change the same text. */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] | null {
  const once = edits.filter((edit, index) => edits.findIndex((other) => isSame(edit, other)) === index);
  const sorted = once.toSorted((a, b) => {
    if (a.path !== b.path) return a.path < b.path ? -1 : 1;
    return a.range.startOffset - b.range.startOffset || a.range.endOffset - b.range.endOffset;
  });
  const isApart = sorted.every((edit, index) => {
    const next = sorted[index + 1];
    return next === undefined || next.path !== edit.path || edit.range.endOffset < next.range.startOffset;
  });
  return isApart ? sorted : null;
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return (
    a.path === b.path &&
    a.newText === b.newText &&
    a.range.startOffset === b.range.startOffset &&
    a.range.endOffset === b.range.endOffset
  );
}
