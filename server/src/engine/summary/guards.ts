/**
 * Guards: the conditions around a piece of code that decide whether a caller gets there at all. Only conditions that tell callers
 * apart are kept: on parameters, on the type of a value, and on whether the code runs asynchronously. The rest (`if retries > 3`)
 * may hold in any call.
 */
import { Kind } from '../syntax/kinds.ts';
import {
  childIn,
  childrenOf,
  is,
  kindOf,
  NO_NODE,
  type Node,
  type SyntaxTable,
  startOf,
  textOf,
} from '../syntax/table.ts';
import type { Guard, Parameter } from './model.ts';

/** `if asynchronous:`, `if loop.is_running():`, `if iscoroutinefunction(f):`: which branch runs depends on the mode of the program. */
const MODE =
  /\b(?:is_?|use_?|run_?|in_?|_)?async(?:hronous|_mode|_context|_loop)?\b|is_?coroutine|is_?awaitable|is_running\b|running_loop|current_thread|main_thread|get_ident|\b_?(?:event_)?loop\b|sniffio/i;

const TYPE_TEST = /\b(?:isinstance|issubclass|callable|hasattr)\s*\(/;

/** Asks for the running loop; raises RuntimeError where there is none. */
const ASKS_FOR_LOOP = /get_running_loop|get_event_loop\b|current_task|current_async_library/;

/** Methods that ask a string what it is. */
const ASKS_STRING = /^(?:startswith|endswith|isdigit|isnumeric|isalpha)$/;

const VALUE_GUARD: Guard = { kind: 'value' };
const MODE_GUARD: Guard = { kind: 'mode' };
const TYPE_GUARD: Guard = { kind: 'type' };

/** What holds where `condition` is true, and where it is false. */
export interface Branching {
  readonly whenTrue: readonly Guard[];
  readonly whenFalse: readonly Guard[];
}

const NOTHING: Branching = { whenTrue: [], whenFalse: [] };

/** The guards that the condition at `node` sets, in a function with `parameters`. */
export function guardsOf(table: SyntaxTable, node: Node, parameters: readonly Parameter[]): Branching {
  if (node === NO_NODE) return NOTHING;
  const text = textOf(table, node);
  if (MODE.test(text) && !/\bawait\b/.test(text)) return { whenTrue: [MODE_GUARD], whenFalse: [MODE_GUARD] };
  if (TYPE_TEST.test(text)) return { whenTrue: [TYPE_GUARD], whenFalse: [TYPE_GUARD] };
  return onParameters(table, node, parameters);
}

/** `try: get_running_loop() except RuntimeError: …`: the handler at `handler` runs where no loop does. */
export function guardsOfHandler(table: SyntaxTable, body: Node, caught: string): readonly Guard[] {
  return /RuntimeError|Exception/.test(caught) && ASKS_FOR_LOOP.test(textOf(table, body)) ? [MODE_GUARD] : [];
}

function onParameters(table: SyntaxTable, node: Node, parameters: readonly Parameter[]): Branching {
  switch (kindOf(table, node)) {
    case Kind.identifier:
      return onParameter(table, node, parameters);
    case Kind.parenthesized_expression:
      return onParameters(table, node + 1, parameters);
    case Kind.not_operator:
      return opposite(onParameters(table, childIn(table, node, 'argument'), parameters));
    case Kind.boolean_operator:
      return both(table, node, parameters);
    case Kind.comparison_operator:
      return onComparison(table, node, parameters);
    case Kind.call:
      return onQuestion(table, node, parameters);
    default:
      return NOTHING;
  }
}

function onParameter(table: SyntaxTable, node: Node, parameters: readonly Parameter[]): Branching {
  const name = is(table, node, 'identifier') ? textOf(table, node) : '';
  if (!parameters.some((parameter) => parameter.name === name)) return NOTHING;
  return {
    whenTrue: [{ kind: 'parameter', name, isTrue: true }],
    whenFalse: [{ kind: 'parameter', name, isTrue: false }],
  };
}

function opposite({ whenTrue, whenFalse }: Branching): Branching {
  return { whenTrue: whenFalse, whenFalse: whenTrue };
}

/** In `a and b` both hold where it is true; in `a or b` both fail where it is false. */
function both(table: SyntaxTable, node: Node, parameters: readonly Parameter[]): Branching {
  const left = onParameters(table, childIn(table, node, 'left'), parameters);
  const right = onParameters(table, childIn(table, node, 'right'), parameters);
  const isAnd = textOf(table, childIn(table, node, 'operator')) === 'and';
  return isAnd
    ? { whenTrue: [...left.whenTrue, ...right.whenTrue], whenFalse: [] }
    : { whenTrue: [], whenFalse: [...left.whenFalse, ...right.whenFalse] };
}

/**
 * `p is None`, `p is not None`. `p == 3`, `provider == "github"`, `kind in ("a", "b")`: one branch of many, and only callers with just
 * that value get there.
 */
function onComparison(table: SyntaxTable, node: Node, parameters: readonly Parameter[]): Branching {
  const [left = NO_NODE, ...rest] = childrenOf(table, node);
  const right = rest.at(-1) ?? NO_NODE;
  const isGiven = onParameter(table, left, parameters);
  const between = table.text.slice(table.ends[left], startOf(table, right));
  const isNegated = /\bnot\b|!=/.test(between);
  if (is(table, right, 'none')) return isNegated ? isGiven : opposite(isGiven);
  const isChoice = isGiven === NOTHING ? isName(table, left) && isWord(table, right) : isConstant(table, right);
  if (!isChoice || !/^\s*(?:==|!=|in\b|not\s+in\b|is\b)/.test(between)) return NOTHING;
  const isValue: Branching = { whenTrue: [VALUE_GUARD], whenFalse: [] };
  return isNegated ? opposite(isValue) : isValue;
}

function isName(table: SyntaxTable, node: Node): boolean {
  return is(table, node, 'identifier') || is(table, node, 'attribute');
}

/** A string or several: what programs choose by. */
function isWord(table: SyntaxTable, node: Node): boolean {
  return (
    is(table, node, 'string') ||
    (isConstant(table, node) && childrenOf(table, node).some((item) => isWord(table, item)))
  );
}

/** `p.startswith("oidc/")`. */
function onQuestion(table: SyntaxTable, node: Node, parameters: readonly Parameter[]): Branching {
  const callee = childIn(table, node, 'function');
  const isAsked =
    is(table, callee, 'attribute') && ASKS_STRING.test(textOf(table, childIn(table, callee, 'attribute')));
  const isOfParameter = isAsked && onParameter(table, childIn(table, callee, 'object'), parameters) !== NOTHING;
  return isOfParameter ? { whenTrue: [VALUE_GUARD], whenFalse: [] } : NOTHING;
}

/** A literal, a tuple, list or set of literals, or a constant's name (`Mode.FILE`, `DEFAULT`). */
function isConstant(table: SyntaxTable, node: Node): boolean {
  switch (kindOf(table, node)) {
    case Kind.string:
    case Kind.integer:
    case Kind.true:
    case Kind.false:
      return true;
    case Kind.tuple:
    case Kind.list:
    case Kind.set:
      return childrenOf(table, node).every((item) => isConstant(table, item));
    case Kind.identifier:
    case Kind.attribute:
      return /^(?:\w+\.)*[A-Z][A-Z0-9_]*$/.test(textOf(table, node));
    default:
      return false;
  }
}
