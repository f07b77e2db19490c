/** Whether a block lets no exception out: all of it that does more than set names stands in a `try` that catches everything. */
import { Kind } from '../syntax/kinds.ts';
import {
  childIn,
  childrenOf,
  endOf,
  is,
  kindOf,
  type Node,
  type SyntaxTable,
  startOf,
  textOf,
} from '../syntax/table.ts';

export function catchesAll(table: SyntaxTable, block: Node): boolean {
  return childrenOf(table, block).every((statement) => isCaught(table, statement));
}

function isCaught(table: SyntaxTable, statement: Node): boolean {
  switch (kindOf(table, statement)) {
    case Kind.try_statement:
      return childrenOf(table, statement).some(
        (clause) => is(table, clause, 'except_clause') && takesAll(table, clause),
      );
    // What they ask, enter or iterate may raise; it is what they do with it that is meant to be safe.
    case Kind.while_statement:
    case Kind.for_statement:
    case Kind.with_statement:
      return catchesAll(table, childIn(table, statement, 'body'));
    case Kind.if_statement:
      return childrenOf(table, statement)
        .flatMap((child) => [child, childIn(table, child, 'body'), childIn(table, child, 'consequence')])
        .filter((child) => is(table, child, 'block'))
        .every((child) => catchesAll(table, child));
    case Kind.function_definition:
    case Kind.decorated_definition:
      return true;
    case Kind.raise_statement:
      return false;
    default:
      return !holds(table, statement, Kind.call) || TELLS.test(textOf(table, statement));
  }
}

/** A line for the log. */
const TELLS = /^(?:print|(?:\w+\.)*_?log(?:ger|ging)?\.\w+)\(/i;

/** `except:`, `except Exception:`, and not to raise it again. */
function takesAll(table: SyntaxTable, clause: Node): boolean {
  const isOfAll = /^except\s*(?::|\(?[^:\n]*\b(?:Base)?Exception\b)/.test(textOf(table, clause));
  return isOfAll && !holds(table, clause, Kind.raise_statement);
}

/** Whether a node of `kind` stands in `node`. */
function holds(table: SyntaxTable, node: Node, kind: number): boolean {
  for (let at = node; at < table.length && startOf(table, at) < endOf(table, node); at++) {
    if (kindOf(table, at) === kind) return true;
  }
  return false;
}
