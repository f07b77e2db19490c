/** The names that stand in syntax: those that it reads or binds, and those that it binds. */
import { Field, Kind } from '../../syntax/kinds.ts';
import {
  childIn,
  childrenIn,
  childrenOf,
  is,
  kindOf,
  type Node,
  nextOf,
  type SyntaxTable,
  textOf,
} from '../../syntax/table.ts';

/** Every name below `node` that is one by itself: not the `b` of `a.b`, of `f(b=1)`, nor of an import. */
export function namesIn(table: SyntaxTable, node: Node): string[] {
  const names: string[] = [];
  for (let at = node; at < nextOf(table, node); at++) {
    if (is(table, at, 'identifier') && !isMember(table, at)) names.push(textOf(table, at));
  }
  return names;
}

function isMember(table: SyntaxTable, node: Node): boolean {
  if (table.fields[node] === Field.attribute) return true;
  return table.fields[node] === Field.name && table.kinds[node - 1] === Kind.keyword_argument;
}

/**
 * The names that `node` binds: a target (`a, (b, *c)`), the left side of an assignment, the names of an import; for code with a
 * scope of its own (a lambda, comprehension or definition) those that are its own.
 */
export function targetNames(table: SyntaxTable, node: Node): string[] {
  if (node < 0) return [];
  const children = childrenOf(table, node);
  const each = (nodes: readonly Node[]) => nodes.flatMap((child) => targetNames(table, child));
  switch (kindOf(table, node)) {
    case Kind.identifier:
      return [textOf(table, node)];
    case Kind.attribute:
    case Kind.subscript:
    case Kind.call:
    case Kind.type:
      return [];
    case Kind.import_statement:
    case Kind.import_from_statement:
    case Kind.future_import_statement:
      return childrenIn(table, node, 'name').flatMap((name) => {
        const bound = is(table, name, 'aliased_import') ? childIn(table, name, 'alias') : name;
        return textOf(table, bound).split('.', 1);
      });
    case Kind.as_pattern:
      return targetNames(table, childIn(table, node, 'alias'));
    case Kind.default_parameter:
    case Kind.typed_default_parameter:
      return targetNames(table, childIn(table, node, 'name'));
    case Kind.typed_parameter:
      return each(children.slice(0, 1));
    case Kind.for_in_clause:
      return targetNames(table, childIn(table, node, 'left'));
    case Kind.lambda:
      return targetNames(table, childIn(table, node, 'parameters'));
    case Kind.list_comprehension:
    case Kind.set_comprehension:
    case Kind.dictionary_comprehension:
    case Kind.generator_expression:
      return each(children.filter((child) => is(table, child, 'for_in_clause')));
    case Kind.function_definition:
      return [...targetNames(table, childIn(table, node, 'parameters')), ...boundInBody(table, node)];
    case Kind.class_definition:
      return boundInBody(table, node);
    default:
      return each(children);
  }
}

/** Roughly: what is assigned, looped over, imported or defined anywhere in the body. */
function boundInBody(table: SyntaxTable, definition: Node): string[] {
  const names: string[] = [];
  const body = childIn(table, definition, 'body');
  for (let node = body; node < nextOf(table, body); node++) {
    switch (kindOf(table, node)) {
      case Kind.assignment:
      case Kind.augmented_assignment:
      case Kind.for_statement:
        names.push(...targetNames(table, childIn(table, node, 'left')));
        break;
      case Kind.as_pattern:
      case Kind.import_statement:
      case Kind.import_from_statement:
        names.push(...targetNames(table, node));
        break;
      case Kind.function_definition:
      case Kind.class_definition:
      case Kind.named_expression:
        names.push(textOf(table, childIn(table, node, 'name')));
        break;
    }
  }
  return names;
}

/** `break`, `continue`. */
export function isJump(table: SyntaxTable, node: Node): boolean {
  return is(table, node, 'break_statement') || is(table, node, 'continue_statement');
}
