/**
 * The code that a fix moves into a function of its own: whole statements of one block, or one expression. And whether code with the
 * syntax that it has can be moved.
 */
import { Kind } from '../../syntax/kinds.ts';
import {
  childIn,
  childrenOf,
  endOf,
  is,
  kindOf,
  type Node,
  nextOf,
  pathTo,
  type SyntaxTable,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { statementOn } from '../text/blocks.ts';
import { NameFlow } from './name-flow.ts';
import { isJump } from './targets.ts';

export interface MovedCode {
  /** What to call it: `with` block, loop, … */
  readonly what: string;
  /** The block in which it stands, and the statements there from the first to the last that move; for an expression, its own. */
  readonly block: Node;
  readonly first: Node;
  readonly last: Node;
  /** The part of `first` that moves; null where statements move as a whole. */
  readonly expression: Node | null;
}

export function spanOf(table: SyntaxTable, { first, last, expression }: MovedCode): { start: number; end: number } {
  return { start: startOf(table, expression ?? first), end: endOf(table, expression ?? last) };
}

/** The nodes of `code`, its first included and its end not. */
export function nodesOf(table: SyntaxTable, { first, last, expression }: MovedCode): { from: Node; to: Node } {
  return { from: expression ?? first, to: nextOf(table, expression ?? last) };
}

/** The statement `statement` of the site's function, with its block. */
export function wholeStatement({ table }: Site, statement: Node, what: string): MovedCode | null {
  const place = statementOn(table, pathTo(table, statement));
  return place === null ? null : { what, block: place.block, first: statement, last: statement, expression: null };
}

/** What cannot stand in a function that runs in a thread, or means something else there. */
const NOT_MOVED = new Map<number, string>([
  [Kind.await, 'it awaits in the middle'],
  [Kind.async, 'it awaits in the middle'],
  [Kind.yield, 'it yields in the middle'],
  [Kind.global_statement, 'it declares names `global`'],
  [Kind.nonlocal_statement, 'it declares names `nonlocal`'],
  [Kind.delete_statement, 'it deletes something'],
  [Kind.match_statement, 'there is a `match` in it'],
  [Kind.type_alias_statement, 'it defines a type'],
  [Kind.ERROR, 'it has syntax errors'],
]);

/** Names that mean the function that they stand in. */
const BOUND_TO_FUNCTION = /^(?:super|locals|vars|dir|eval|exec|__class__|_getframe|currentframe|stack)$/;

/** Why `code` cannot move for its syntax, a clause; null where it can. */
export function whyNotSyntax(site: Site, code: MovedCode): string | null {
  const { table } = site;
  const { from, to } = nodesOf(table, code);
  for (let node = from; node < to; node++) {
    const reason = NOT_MOVED.get(kindOf(table, node));
    if (reason !== undefined) return reason;
    if (is(table, node, 'call')) {
      const name = /(\w+)$/.exec(textOf(table, childIn(table, node, 'function')))?.[1] ?? '';
      if (BOUND_TO_FUNCTION.test(name)) return `\`${name}()\` means the function that it stands in`;
    }
    if (is(table, node, 'identifier') && textOf(table, node) === '__class__') return '`__class__` stands in it';
    if (isJump(table, node) && !isInLoop(table, node, from)) return `\`${textOf(table, node)}\` leads out of it`;
    if (code.expression !== null && is(table, node, 'named_expression')) return 'it gives a name a value';
  }
  return null;
}

/** Whether `node` stands in the body of a loop that starts at `from` or later. */
function isInLoop(table: SyntaxTable, node: Node, from: Node): boolean {
  return pathTo(table, node).some((each, depth, path) => {
    const isLoop = is(table, each, 'for_statement') || is(table, each, 'while_statement');
    return each >= from && isLoop && childIn(table, each, 'body') === path[depth + 1];
  });
}

/** How control leaves `code` other than at its end. */
export type Ending =
  /** By nothing, or exceptions alone. */
  | 'end'
  /** By `return`, where that means the same in a function of its own whose value is returned. */
  | 'return'
  /** By a `return` in the middle. */
  | 'middle';

export function endingOf(site: Site, code: MovedCode): Ending {
  const { table } = site;
  const { from, to } = nodesOf(table, code);
  let returns = false;
  for (let node = from; node < to; node++) {
    if (is(table, node, 'function_definition')) node = nextOf(table, node) - 1;
    else returns ||= is(table, node, 'return_statement');
  }
  if (!returns) return 'end';
  if (site.definition.scope.isGenerator) return 'middle';
  const flow = new NameFlow(table);
  for (const statement of statementsOf(table, code)) flow.follow(statement);
  return flow.leaves || isLastOfFunction(table, code) ? 'return' : 'middle';
}

/** The statements that move, in order. */
export function statementsOf(table: SyntaxTable, { block, first, last }: MovedCode): Node[] {
  return childrenOf(table, block).filter((statement) => first <= statement && statement <= last);
}

/** Whether nothing of the function runs behind `code`, so that to go on means to return None. */
function isLastOfFunction(table: SyntaxTable, code: MovedCode): boolean {
  const path = pathTo(table, code.last);
  for (let depth = path.length - 1; depth > 0; depth--) {
    const [node = 0, parent = 0] = [path[depth], path[depth - 1]];
    switch (kindOf(table, parent)) {
      case Kind.function_definition:
        return true;
      case Kind.block:
        if (childrenOf(table, parent).at(-1) !== node) return false;
        break;
      case Kind.for_statement:
      case Kind.while_statement:
      case Kind.class_definition:
        return false;
      case Kind.try_statement:
        if (childrenOf(table, parent).some((part) => is(table, part, 'else_clause'))) return false;
        break;
    }
  }
  return false;
}
