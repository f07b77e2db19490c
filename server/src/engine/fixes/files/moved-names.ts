/**
 * What code that moves into a function of its own shares with the function around it: names that it changes and reads (they become
 * parameters) and names that are read behind it (they are returned).
 */
import type { BindingId } from '../../summary/model.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { expressionsOf } from '../../summary/packed-expressions.ts';
import { scopesOf } from '../../summary/packed-scopes.ts';
import {
  childIn,
  childrenOf,
  is,
  type Node,
  nextOf,
  nodeAt,
  pathTo,
  type SyntaxTable,
  textOf,
} from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { isScopeIn } from '../text/names.ts';
import { type MovedCode, nodesOf, spanOf, statementsOf } from './moved-code.ts';
import { NameFlow } from './name-flow.ts';
import { namesIn, targetNames } from './targets.ts';

export interface SharedNames {
  readonly parameters: readonly string[];
  readonly results: readonly string[];
}

type Refused = { readonly refused: string };

/** What the statements of `code` share; or a clause that says why they cannot move for it. */
export function sharedNames(site: Site, code: MovedCode): SharedNames | Refused {
  const { table, definition, module } = site;
  const flow = new NameFlow(table);
  for (const statement of statementsOf(table, code)) flow.follow(statement);
  const declared = [...flow.bound].find((name) => {
    const isDeclared = definition.scope.globals.includes(name) || definition.scope.nonlocals.includes(name);
    return isDeclared || scopesOf(module.summary.scopes).some(({ nonlocals }) => nonlocals.includes(name));
  });
  if (declared !== undefined) return { refused: `\`${declared}\`, which it changes, is not its function's alone` };
  const uses = usesBehind(site, code, flow.bound);
  if ('refused' in uses) return uses;
  const results = [...flow.bound].filter((name) => uses.nodes.has(name));
  const carried = [...flow.bound].filter((name) => flow.exposed.has(name));
  const uncertain = flow.leaves ? [] : results.filter((name) => !flow.certain.has(name));
  const parameters = [...flow.bound].filter((name) => carried.includes(name) || uncertain.includes(name));
  const before = certainBefore(table, code);
  const unset = parameters.find((name) => !before.has(name));
  if (unset !== undefined) return { refused: `\`${unset}\` need not have a value before it, nor get one in it` };
  const taken = flow.leaves ? undefined : results.find((name) => !certainBehind(table, code, parameters).has(name));
  if (taken !== undefined) return { refused: `\`${taken}\` need not have a value behind it` };
  const lost = results.find((name) => isReadAfterFailure(table, code, name, uses.nodes.get(name) ?? []));
  if (lost !== undefined) return { refused: `\`${lost}\` may be read after it failed half-way` };
  return { parameters, results };
}

/** The names that have a value for certain where `code` ends, if `names` had one before. */
function certainBehind(table: SyntaxTable, code: MovedCode, names: readonly string[]): ReadonlySet<string> {
  const flow = new NameFlow(table, names);
  for (const statement of statementsOf(table, code)) flow.follow(statement);
  return flow.certain;
}

/** Where names of `names` are read outside of `code` with a value that they got in it. */
function usesBehind(
  { module, definition, table }: Site,
  code: MovedCode,
  names: ReadonlySet<string>,
): { readonly nodes: ReadonlyMap<string, readonly Node[]> } | Refused {
  const { bindings, expressions, scopes } = module.summary;
  const { start, end } = spanOf(table, code);
  const isInside = (at: number) => start <= at && at < end;
  const isBoundInside = (id: BindingId) => isInside(bindingAt(bindings, id)?.start ?? -1);
  const nodes = new Map<string, Node[]>();
  for (const expression of expressionsOf(expressions)) {
    if (expression.kind !== 'name' || !names.has(expression.name) || isInside(expression.start)) continue;
    if (!isScopeIn(scopes, expression.scope, definition.id)) continue;
    const { name, reaching } = expression;
    if (reaching === null) return { refused: `a function reads \`${name}\`, which it changes` };
    if (!reaching.some(isBoundInside)) continue;
    nodes.set(name, [...(nodes.get(name) ?? []), nodeAt(table, expression.start, expression.end)]);
  }
  return { nodes };
}

/** The names of the function that have a value for certain where `code` starts. */
function certainBefore(table: SyntaxTable, code: MovedCode): ReadonlySet<string> {
  const whole = pathTo(table, code.first);
  const path = whole.slice(whole.findLastIndex((node) => is(table, node, 'function_definition')));
  const [definition = 0] = path;
  const flow = new NameFlow(table, targetNames(table, childIn(table, definition, 'parameters')));
  path.forEach((node, depth) => {
    const inner = path[depth + 1];
    if (inner === undefined) return;
    if (is(table, node, 'block')) {
      for (const statement of childrenOf(table, node)) if (statement < inner) flow.follow(statement);
    } else {
      followHeader(table, flow, node, inner);
    }
  });
  for (const name of deletedIn(table, definition)) flow.certain.delete(name);
  return flow.certain;
}

/** What a compound statement binds on the way into its part `inner`. */
function followHeader(table: SyntaxTable, flow: NameFlow, node: Node, inner: Node): void {
  const isBody = childIn(table, node, 'body') === inner;
  if (is(table, node, 'with_statement')) flow.follow(node + (is(table, node + 1, 'async') ? 2 : 1));
  if (is(table, node, 'except_clause')) flow.follow(childIn(table, node, 'value'));
  if (is(table, node, 'if_statement') || is(table, node, 'while_statement'))
    flow.follow(childIn(table, node, 'condition'));
  if (is(table, node, 'for_statement') && isBody) flow.enterLoop(node);
  if (is(table, node, 'try_statement') && is(table, inner, 'else_clause')) flow.follow(childIn(table, node, 'body'));
}

/** What `del` or the end of an `except … as name` takes away, perhaps in the round before. */
function deletedIn(table: SyntaxTable, definition: Node): string[] {
  const names: string[] = [];
  for (let node = definition; node < nextOf(table, definition); node++) {
    if (is(table, node, 'delete_statement')) names.push(...namesIn(table, node));
    if (is(table, node, 'except_clause')) names.push(...targetNames(table, childIn(table, node, 'value')));
  }
  return names;
}

/** Whether some of `uses` may run after an exception has left `code` behind the place where `name` got its value. */
function isReadAfterFailure(table: SyntaxTable, code: MovedCode, name: string, uses: readonly Node[]): boolean {
  if (isSetLast(table, code, name)) return false;
  const path = pathTo(table, code.first);
  return path.some((node, depth) => {
    const isIn = (use: Node, part: Node) => part <= use && use < nextOf(table, part);
    const isOutside = (use: Node) => !isIn(use, node);
    if (is(table, node, 'with_statement')) {
      return /\b(?:suppress|raises)\b/.test(textOf(table, node + 1)) && uses.some(isOutside);
    }
    if (!is(table, node, 'try_statement') || childIn(table, node, 'body') !== path[depth + 1]) return false;
    const clauses = childrenOf(table, node).filter((part) => isHandler(table, part));
    if (uses.some((use) => clauses.some((clause) => isIn(use, clause)))) return true;
    return uses.some(isOutside) && !clauses.every((clause) => leaves(table, clause));
  });
}

function isHandler(table: SyntaxTable, node: Node): boolean {
  return is(table, node, 'except_clause') || is(table, node, 'finally_clause');
}

/** Whether control never gets to the end of a handler; that of a `finally` is where the exception goes on. */
function leaves(table: SyntaxTable, clause: Node): boolean {
  if (is(table, clause, 'finally_clause')) return true;
  const flow = new NameFlow(table);
  for (const part of childrenOf(table, clause)) flow.follow(part);
  return flow.leaves;
}

/** Whether the last thing that `code` does, but for closing what it opened, is to give `name` its value, for the only time. */
function isSetLast(table: SyntaxTable, code: MovedCode, name: string): boolean {
  const last = lastStatement(table, code.last);
  if (!is(table, last, 'expression_statement')) return false;
  for (let node = nodesOf(table, code).from; node < last; node++) {
    if (is(table, node, 'identifier') && textOf(table, node) === name) return false;
  }
  return true;
}

/** The statement that runs last in `statement`, looking into `with` blocks. */
export function lastStatement(table: SyntaxTable, statement: Node): Node {
  if (!is(table, statement, 'with_statement')) return statement;
  const inner = childrenOf(table, childIn(table, statement, 'body')).at(-1);
  return inner === undefined ? statement : lastStatement(table, inner);
}
