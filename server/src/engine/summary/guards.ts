/**
 * Guards: the conditions around a piece of code that decide whether a caller gets there at all. Only conditions that tell callers
 * apart are kept: on parameters and attributes, on the type of a value, on whether the code runs asynchronously. The rest
 * (`if response.status > 399`) may hold in any call.
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
import type { Builder } from './builder.ts';
import type { Comparison, Guard } from './model.ts';

/** `if asynchronous:`, `if loop.is_running():`, `if iscoroutinefunction(f):`: which branch runs depends on the mode of the program. */
const MODE_TEST =
  /\b(?:is_?|use_?|run_?|in_?|_)?async(?:hronous|_mode|_context|_loop)?\b|is_?coroutine|is_?awaitable|is_running\b|running_loop|current_thread|main_thread|get_ident|\b_?(?:event_)?loop\b|sniffio/i;

const TYPE_TEST = /\b(?:isinstance|issubclass|callable|hasattr)\s*\(/;

/** Asks for the running loop; raises RuntimeError where there is none. */
const ASKS_FOR_LOOP = /get_running_loop|get_event_loop\b|current_task|current_async_library/;

/** Methods that ask a string what it is. */
const ASKS_STRING = /^(?:startswith|endswith|isdigit|isnumeric|isalpha)$/;

export const MODE: readonly Guard[] = [{ kind: 'mode' }];
export const TYPE: readonly Guard[] = [{ kind: 'type' }];
export const CHOICE: readonly Guard[] = [{ kind: 'choice' }];
const ONCE_GUARD: Guard = { kind: 'once' };

/** What is said of the place where a condition holds, and of the place where it does not. */
export interface Sides<Said> {
  readonly whenTrue: Said;
  readonly whenFalse: Said;
}

type Branching = Sides<readonly Guard[]>;

const NOTHING: Branching = { whenTrue: [], whenFalse: [] };

/** The guards that the condition at `node` sets. */
export function guardsOf(builder: Builder, node: Node): Branching {
  if (node === NO_NODE) return NOTHING;
  const text = textOf(builder.table, node);
  if (isModeTest(text)) return { whenTrue: MODE, whenFalse: MODE };
  if (TYPE_TEST.test(text)) return { whenTrue: TYPE, whenFalse: TYPE };
  return onExpression(builder, node);
}

/** Whether the text of a condition asks for the mode of the program. */
export function isModeTest(text: string): boolean {
  return MODE_TEST.test(text) && !/\bawait\b/.test(text);
}

/**
 * The conditions under which `handler`, which catches what `caught` says, runs: `try: get_running_loop() except RuntimeError: …` where
 * no loop does, `try: return CACHE[key] except KeyError: CACHE[key] = …` once for each key.
 */
export function guardsOfHandler(table: SyntaxTable, body: Node, caught: string, handler: Node): readonly Guard[] {
  const asked = textOf(table, body);
  if (/RuntimeError|Exception/.test(caught) && ASKS_FOR_LOOP.test(asked)) return MODE;
  const missing = /KeyError|LookupError/.test(caught)
    ? /([\w.]+)\s*\[/g
    : /AttributeError/.test(caught)
      ? /(\w+\.\w+)/g
      : null;
  if (missing === null) return [];
  const filled = textOf(table, handler);
  return [...asked.matchAll(missing)].some(([, name = '']) => assigns(filled, name)) ? [ONCE_GUARD] : [];
}

/**
 * `guards`, and that the code under them runs once: where one of them is that a name has no value yet, and `text`, the code,
 * gives it one (`if _cache is None: _cache = load()`, `if key not in CACHE: CACHE[key] = …`).
 */
export function withMemo(
  builder: Builder,
  guards: readonly Guard[],
  condition: string,
  text: string,
): readonly Guard[] {
  const isFilled = (name: string): boolean => outlivesCall(builder, name) && assigns(text, name);
  const isMemo = (guard: Guard): boolean => guard.kind === 'truth' && !guard.isTrue && isFilled(guard.name);
  const asked = /\bnot\s+in\s+([\w.]+)\s*$/.exec(condition)?.[1];
  const all = guards.map((guard): Guard => {
    if (guard.kind !== 'either') return guard;
    return { ...guard, options: guard.options.map((option) => (isMemo(option) ? ONCE_GUARD : option)) };
  });
  return all.some(isMemo) || (asked !== undefined && isFilled(asked)) ? [...all, ONCE_GUARD] : all;
}

/** Attributes and globals keep their value from one call to the next; parameters and locals do not. */
function outlivesCall(builder: Builder, name: string): boolean {
  return name.includes('.') || builder.scope.globals.includes(name) || !builder.scope.names.has(name);
}

function assigns(text: string, name: string): boolean {
  const escaped = name.replaceAll('.', '\\.');
  return new RegExp(`(?:^|[^\\w.])${escaped}\\s*(?:\\[[^\\]]*\\]\\s*)?(?::[^=\\n]+)?=[^=]`).test(text);
}

function onExpression(builder: Builder, node: Node): Branching {
  const { table } = builder;
  switch (kindOf(table, node)) {
    case Kind.identifier:
    case Kind.attribute:
      return onTruth(builder, node);
    case Kind.parenthesized_expression:
      return onExpression(builder, node + 1);
    case Kind.not_operator:
      return opposite(onExpression(builder, childIn(table, node, 'argument')));
    case Kind.boolean_operator:
      return onBoth(builder, node);
    case Kind.comparison_operator:
      return onComparison(builder, node);
    case Kind.call:
      return onQuestion(builder, node);
    default:
      return NOTHING;
  }
}

function onTruth(builder: Builder, node: Node): Branching {
  const name = textOf(builder.table, node);
  if (!/^[\w.]+$/.test(name)) return NOTHING;
  const subject = { name, isParameter: isParameter(builder, name) };
  return {
    whenTrue: [{ kind: 'truth', ...subject, isTrue: true }],
    whenFalse: [{ kind: 'truth', ...subject, isTrue: false }],
  };
}

/** Whether `name` still is what the caller passed. Comprehensions run in the function around them. */
function isParameter(builder: Builder, name: string): boolean {
  const { running } = builder;
  if (!running.parameters.some((parameter) => parameter.name === name)) return false;
  const bound = builder.environment.boundTo(name);
  return bound.length === 1 && bound[0] === running.names.get(name)?.[0];
}

export function opposite<Said>({ whenTrue, whenFalse }: Sides<Said>): Sides<Said> {
  return { whenTrue: whenFalse, whenFalse: whenTrue };
}

/** In `a and b` both hold where it is true, and one fails where it is false; in `a or b` the other way round. */
function onBoth(builder: Builder, node: Node): Branching {
  const left = onExpression(builder, childIn(builder.table, node, 'left'));
  const right = onExpression(builder, childIn(builder.table, node, 'right'));
  const isAnd = textOf(builder.table, childIn(builder.table, node, 'operator')) === 'and';
  return isAnd
    ? { whenTrue: [...left.whenTrue, ...right.whenTrue], whenFalse: either(left.whenFalse, right.whenFalse) }
    : { whenTrue: either(left.whenTrue, right.whenTrue), whenFalse: [...left.whenFalse, ...right.whenFalse] };
}

/** One of the two fails, where each says it in one guard. */
export function either(left: readonly Guard[], right: readonly Guard[]): readonly Guard[] {
  const [first] = left;
  const [second] = right;
  if (left.length !== 1 || right.length !== 1 || first === undefined || second === undefined) return [];
  return [{ kind: 'either', options: [first, second] }];
}

/**
 * `p is None`, `p is not None`; `workers > 1`; `provider == "github"`, `kind in ("a", "b")`: one branch of many, and only callers with
 * just that value get there.
 */
function onComparison(builder: Builder, node: Node): Branching {
  const { table } = builder;
  const [left = NO_NODE, ...rest] = childrenOf(table, node);
  const right = rest.at(-1) ?? NO_NODE;
  const operator = table.text.slice(table.ends[left], startOf(table, right)).trim().replaceAll(/\s+/g, ' ');
  return compared(builder, left, operator, right);
}

/** What `left operator right` says of the name at `left`. */
export function compared(builder: Builder, left: Node, operator: string, right: Node): Branching {
  const { table } = builder;
  if (left === NO_NODE || right === NO_NODE) return NOTHING;
  if (!is(table, left, 'identifier') && !is(table, left, 'attribute')) return NOTHING;
  if (is(table, right, 'none')) {
    return operator === 'is' || operator === '==' ? opposite(onTruth(builder, left)) : onTruth(builder, left);
  }
  const name = textOf(table, left);
  const constant = literalOf(table, right);
  const comparison = COMPARISONS.get(operator);
  if (isParameter(builder, name) && constant !== undefined && comparison !== undefined) {
    const compared = { kind: 'value' as const, name, comparison, constant };
    return { whenTrue: [{ isTrue: true, ...compared }], whenFalse: [{ isTrue: false, ...compared }] };
  }
  const isChoice = isWord(table, right) && /^(?:==|!=|in|not in|is|is not)$/.test(operator);
  if (!isChoice) return NOTHING;
  const chosen: Branching = { whenTrue: CHOICE, whenFalse: [] };
  return /^(?:!=|not in|is not)$/.test(operator) ? opposite(chosen) : chosen;
}

const COMPARISONS = new Map<string, Comparison>([
  ['==', '=='],
  ['is', '=='],
  ['!=', '!='],
  ['is not', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
]);

function literalOf(table: SyntaxTable, node: Node): string | number | boolean | undefined {
  switch (kindOf(table, node)) {
    case Kind.string:
      return /^['"][^'"\\]*['"]$/.test(textOf(table, node)) ? textOf(table, node).slice(1, -1) : undefined;
    case Kind.integer:
    case Kind.float:
      return Number(textOf(table, node).replaceAll('_', ''));
    case Kind.true:
      return true;
    case Kind.false:
      return false;
    default:
      return undefined;
  }
}

/** `p.startswith("oidc/")`. */
function onQuestion(builder: Builder, node: Node): Branching {
  const { table } = builder;
  const callee = childIn(table, node, 'function');
  const isAsked =
    is(table, callee, 'attribute') && ASKS_STRING.test(textOf(table, childIn(table, callee, 'attribute')));
  const object = childIn(table, callee, 'object');
  const isOfParameter = isAsked && is(table, object, 'identifier') && isParameter(builder, textOf(table, object));
  return isOfParameter ? { whenTrue: CHOICE, whenFalse: [] } : NOTHING;
}

/** A string, a constant's name (`Mode.FILE`, `Mode.FILE.value`), or several of them: what programs choose by. */
function isWord(table: SyntaxTable, node: Node): boolean {
  switch (kindOf(table, node)) {
    case Kind.string:
      return true;
    case Kind.tuple:
    case Kind.list:
    case Kind.set:
      return childrenOf(table, node).some((item) => isWord(table, item));
    case Kind.identifier:
    case Kind.attribute:
    case Kind.dotted_name:
      return /^(?:\w+\.)*[A-Z][A-Z0-9_]*(?:\.(?:value|name))?$/.test(textOf(table, node));
    default:
      return false;
  }
}
