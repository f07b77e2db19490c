/**
 * Moves a lambda or nested function that is handed to a pool of processes or interpreters to the top of the module, where the workers
 * can find it; what it captures becomes arguments. `pool.submit(lambda: crunch(n))` becomes `pool.submit(crunch, n)`.
 */
import type { Handover } from '../../program/handovers.ts';
import type { ScopeId } from '../../summary/model.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { expressionAt, expressionsOf } from '../../summary/packed-expressions.ts';
import { scopeAt } from '../../summary/packed-scopes.ts';
import {
  childIn,
  childrenOf,
  endOf,
  is,
  NO_NODE,
  type Node,
  nodeAt,
  pathTo,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import { type Fixer, type Offer, offer, withheld } from '../offers.ts';
import type { Site } from '../site.ts';
import { indentationUnit, outdented, ownLines, statementOn } from '../text/blocks.ts';
import { aboveStatement, type Change, hasComment, insertion, nextLineStart, replacement } from '../text/edits.ts';
import { freshName } from '../text/fresh-names.ts';
import { needAt, reach } from '../text/imports.ts';
import { bindingsSeen, isScopeIn } from '../text/names.ts';

type Refused = { readonly refused: string };

/** What is handed over, by its place in the text. */
interface Local {
  readonly handover: Handover;
  readonly scope: ScopeId;
  /** The lambda or the `def`. */
  readonly node: Node;
  /** What stands among the arguments of the call. */
  readonly argument: Node;
  /** Names of functions around that it reads, in the order of the text. */
  readonly captured: readonly string[];
}

/** What takes the place of the argument: a callable, and what else it is called with. */
interface Callable {
  readonly name: string;
  readonly passed: readonly string[];
  readonly changes: readonly Change[];
}

export const moduleLevel: Fixer = (site) => {
  const local = localAt(site);
  if (local === null) return null;
  if (site.table.firstError !== null) return withheld('The file has syntax errors: correct them first.');
  const refuse = ({ refused }: Refused): Offer =>
    withheld(`It cannot simply move to the top of the module: ${refused}.`);
  const callable = calledDirectly(site, local) ?? madeFunction(site, local);
  if ('refused' in callable) return refuse(callable);
  const handed = handedOver(site, local, callable);
  if ('refused' in handed) return refuse(handed);
  return offer(site, `Hand over \`${callable.name}\`, a function of the module`, 'unsafe', [
    ...callable.changes,
    ...handed.changes,
  ]);
};

/** The lambda or nested function of this file that the call at `site` hands over. */
function localAt(site: Site): Local | null {
  const { program, module, table, definition, event } = site;
  const handover = program
    .handoversIn(module)
    .find((each) => each.event.id === event.id && each.definition === definition && isLocal(each));
  const [type] = handover?.target.types ?? [];
  const span = handover === undefined ? undefined : expressionAt(module.summary.expressions, handover.argument);
  if (handover === undefined || type?.kind !== 'function' || span === undefined) return null;
  if (type.definition.module !== module) return null;
  const argument = nodeAt(table, span.start, span.end);
  const { scope, id } = type.definition;
  const node = scope.kind === 'lambda' ? argument : definitionNode(site, scope.span.start, scope.span.end);
  if (!is(table, node, scope.kind === 'lambda' ? 'lambda' : 'function_definition')) return null;
  return { handover, scope: id, node, argument, captured: capturedBy(site, id) };
}

function isLocal({ target }: Handover): boolean {
  const [type, ...others] = target.types;
  return (
    type?.kind === 'function' && others.length === 0 && type.receiver === null && type.definition.scope.parent !== 0
  );
}

function definitionNode({ table }: Site, start: number, end: number): Node {
  return pathTo(table, nodeAt(table, start, end)).findLast((node) => is(table, node, 'function_definition')) ?? NO_NODE;
}

function capturedBy({ module: { summary } }: Site, scope: ScopeId): readonly string[] {
  const names = new Set<string>();
  for (const expression of expressionsOf(summary.expressions)) {
    if (expression.kind !== 'name' || !isScopeIn(summary.scopes, expression.scope, scope)) continue;
    const bindings =
      expression.reaching?.flatMap((id) => bindingAt(summary.bindings, id) ?? []) ??
      bindingsSeen(summary, expression.scope, expression.name);
    const isCaptured = bindings.some(
      (binding) => binding.scope !== 0 && !isScopeIn(summary.scopes, binding.scope, scope),
    );
    if (isCaptured) names.add(expression.name);
  }
  return [...names];
}

/** `lambda: crunch(n)` is `crunch`, called with `n`. */
function calledDirectly({ table, module: { summary } }: Site, { node, handover }: Local): Callable | null {
  const body = is(table, node, 'lambda') ? childIn(table, node, 'body') : NO_NODE;
  if (handover.passes !== 'rest' || body === NO_NODE || !is(table, body, 'call')) return null;
  if (childIn(table, node, 'parameters') !== NO_NODE || hasComment(table, startOf(table, node), endOf(table, node)))
    return null;
  const [callee, list] = [childIn(table, body, 'function'), childIn(table, body, 'arguments')];
  const name = textOf(table, callee);
  const isOfModule = bindingsSeen(summary, handover.definition.id, name).every((binding) => binding.scope === 0);
  if (!is(table, callee, 'identifier') || !is(table, list, 'argument_list') || !isOfModule) return null;
  const items = childrenOf(table, list);
  // What would be called to make the arguments is called here now, and not by the worker.
  const isPlain = items.every((item) => is(table, item, 'identifier') || /^[\w."'-]+$/.test(textOf(table, item)));
  return isPlain ? { name, passed: items.map((item) => textOf(table, item)), changes: [] } : null;
}

/** A new function at the top of the module, above what stands there around the call. */
function madeFunction(site: Site, local: Local): Callable | Refused {
  const { table, path, file, module } = site;
  const { node, captured, scope } = local;
  const top = path[1];
  const own = scopeAt(module.summary.scopes, scope);
  if (top === undefined || own === undefined) return { refused: 'its place is not known' };
  if (captured.some((name) => name === 'self' || name === 'cls')) return { refused: 'it needs the object around it' };
  if (own.nonlocals.length > 0) return { refused: 'it changes variables of the function around it' };
  const written = is(table, node, 'lambda') ? fromLambda(site, local) : fromDefinition(site, local);
  if ('refused' in written) return written;
  const at = aboveStatement(file, startOf(table, top));
  return {
    name: written.name,
    passed: captured,
    changes: [insertion(at, `${written.text}\n\n\n`), ...written.changes],
  };
}

interface Written {
  readonly name: string;
  readonly text: string;
  readonly changes: readonly Change[];
}

function fromLambda(site: Site, { node, captured }: Local): Written | Refused {
  const { table, file, path } = site;
  const text = textOf(table, node);
  if (/[\r\n]/.test(text) || /\byield\b|:=/.test(text)) return { refused: 'it does not fit on one line' };
  const parameters = childIn(table, node, 'parameters');
  const own = parameters === NO_NODE ? [] : [textOf(table, parameters)];
  const body = childIn(table, node, 'body');
  const called = is(table, body, 'call')
    ? (/\w+$/.exec(textOf(table, childIn(table, body, 'function')))?.[0] ?? '')
    : '';
  const name = freshName(table, 0, [...(called === '' ? [] : [`${called}_task`]), 'compute', 'compute_task']);
  const block = path.findLast((each) => is(table, each, 'block')) ?? 0;
  const unit = indentationUnit(file, path, block);
  return {
    name,
    text: `def ${name}(${[...captured, ...own].join(', ')}):\n${unit}return ${textOf(table, body)}`,
    changes: [],
  };
}

function fromDefinition(site: Site, { node, captured }: Local): Written | Refused {
  const { table, file, module } = site;
  const { summary } = module;
  const name = textOf(table, childIn(table, node, 'name'));
  const place = statementOn(table, pathTo(table, node));
  if (place?.statement !== node) return { refused: 'it is decorated' };
  if (childrenOf(table, place.block).length < 2) return { refused: 'it stands alone in its block' };
  if (!ownLines(file, node, node)) return { refused: 'something else stands on its lines' };
  const isTaken = bindingsSeen(summary, 0, name).length > 0;
  if (isTaken) return { refused: `the module has a \`${name}\` already` };
  const uses = [...expressionsOf(summary.expressions)].filter((each) => each.kind === 'name' && each.name === name);
  if (captured.length > 0 && uses.length > 1) return { refused: `\`${name}\` is used elsewhere, too` };
  const list = childIn(table, node, 'parameters');
  const first = childrenOf(table, list).length > 0 ? ', ' : '';
  const added = captured.length === 0 ? [] : [insertion(startOf(table, list) + 1, `${captured.join(', ')}${first}`)];
  const start = aboveStatement(file, startOf(table, node));
  const end = nextLineStart(file.lineStarts, endOf(table, node) - 1, table.text);
  const text = outdented(file, start, end, startOf(table, node), added).trimEnd();
  return { name, text, changes: [replacement(start, end, '')] };
}

/** The changes of the call that hands over `callable` with what it captured. */
function handedOver(
  site: Site,
  { handover, argument }: Local,
  { name, passed }: Callable,
): { readonly changes: readonly Change[] } | Refused {
  const { table, file, module, path } = site;
  const [start, end] = [startOf(table, argument), endOf(table, argument)];
  if (passed.length === 0) return { changes: [replacement(start, end, name)] };
  const all = [name, ...passed].join(', ');
  if (handover.passes === 'rest') return { changes: [replacement(start, end, all)] };
  const hasArgs = handover.call.arguments.some(({ keyword }) => keyword === 'args' || keyword === 'kwargs');
  if (handover.passes === 'packed' && !hasArgs) {
    const tuple = passed.length === 1 ? `${passed[0]},` : passed.join(', ');
    return { changes: [replacement(start, end, `${name}, args=(${tuple})`)] };
  }
  const partial = reach(needAt(file, module.summary, path), 'functools', 'partial');
  if (partial === null) return { refused: '`functools.partial` cannot be named here' };
  return { changes: [...partial.changes, replacement(start, end, `${partial.spelling}(${all})`)] };
}
