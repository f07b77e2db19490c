/**
 * How often loops go round: what the text says in numbers, what a parameter says, and else what is usual. The usual numbers are
 * small on purpose, for most of what programs iterate has a handful of items.
 */
import { type ExpressionId, type Factor, type Rounds, UNKNOWN } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Call } from './calls.ts';
import { type Definition, isAround, type Module, topOf } from './definitions.ts';
import type { Inference } from './inference.ts';

/** A number of rounds. */
export interface Size {
  readonly count: number;
  /** The text says so, or will when the parameters are known; else it is what is usual. */
  readonly isKnown: boolean;
  /** The parameters that say so: `count` is for the usual number of them. */
  readonly factors: readonly Factor[];
}

/** How far a `range` counts that ends at an unknown number. */
export const USUAL_RANGE = 50;

/**
 * What else is usual. Much less than can be: what programs iterate mostly has a handful of items, and guesses multiply where loops
 * call what loops.
 */
const USUAL = { items: 4, length: 30, while: 10, shrinking: 10 } as const;

function known(count: number): Size {
  return { count, isKnown: true, factors: [] };
}

function usual(count: number): Size {
  return { count, isKnown: false, factors: [] };
}

/** How often a loop of `definition` goes round. */
export function sizeOf(inference: Inference, definition: Definition, rounds: Rounds): Size {
  if (rounds.kind === 'while') return usual(rounds.shrinks ? USUAL.shrinking : USUAL.while);
  return itemsIn(inference, definition, rounds.value);
}

/** How many items iterating expression `id` gives. */
function itemsIn(inference: Inference, definition: Definition, id: ExpressionId, depth = 0): Size {
  const { module } = definition;
  const expression = id === UNKNOWN || depth > MAX_HOPS ? undefined : expressionAt(module.summary.expressions, id);
  switch (expression?.kind) {
    case 'sequence':
      return known(expression.items.length);
    case 'mapping':
      return known(expression.values.length);
    case 'literal':
      return typeof expression.value === 'string' ? known(expression.value.length) : usual(USUAL.items);
    case 'call':
      return itemsOfCall(inference, definition, expression, depth);
    case 'name': {
      const value = assignedTo(module, id);
      return value === null ? usual(USUAL.items) : itemsIn(inference, definition, value, depth + 1);
    }
    default:
      return usual(USUAL.items);
  }
}

function itemsOfCall(inference: Inference, definition: Definition, call: Call, depth: number): Size {
  const [callee] = inference.answer(definition.module, call.callee).types;
  const name = callee?.kind === 'external' ? callee.name : '';
  const values = call.arguments.filter(({ keyword, isSpread }) => keyword === null && !isSpread);
  const sizes = () => values.map(({ value }) => itemsIn(inference, definition, value, depth + 1));
  switch (name) {
    case 'builtins.range':
      return rangeOf(
        inference,
        definition,
        values.map(({ value }) => value),
      );
    case 'builtins.enumerate':
    case 'builtins.list':
    case 'builtins.reversed':
    case 'builtins.set':
    case 'builtins.sorted':
    case 'builtins.tuple':
      return sizes()[0] ?? usual(USUAL.items);
    case 'builtins.zip':
      return sizes().toSorted((left, right) => left.count - right.count)[0] ?? usual(USUAL.items);
    case 'itertools.product':
      return sizes().reduce(product, known(1));
    case 'itertools.permutations': {
      const [items = usual(USUAL.items)] = sizes();
      return items.isKnown && values.length === 1 ? known(factorial(items.count)) : usual(USUAL.items ** 2);
    }
    default:
      return usual(USUAL.items);
  }
}

/** How often `a` times `b` is. */
export function product(a: Size, b: Size): Size {
  const factors = a.factors.map(({ name, exponent }) => {
    return { name, exponent: exponent + (b.factors.find((other) => other.name === name)?.exponent ?? 0) };
  });
  const others = b.factors.filter(({ name }) => !factors.some((other) => other.name === name));
  return { count: a.count * b.count, isKnown: a.isKnown && b.isKnown, factors: [...factors, ...others] };
}

function factorial(count: number): number {
  return count <= 1 ? 1 : count * factorial(Math.min(count, 20) - 1);
}

/** `range(…)` with these arguments. */
function rangeOf(inference: Inference, definition: Definition, bounds: readonly ExpressionId[]): Size {
  const { module } = definition;
  const [first = UNKNOWN, second = null, third = null] = bounds;
  const stop = second ?? first;
  const start = second === null ? 0 : (numberOf(inference, module, first) ?? null);
  const step = third === null ? 1 : numberOf(inference, module, third);
  const end = numberOf(inference, module, stop);
  if (end !== null && start !== null && step !== null && step !== 0)
    return known(Math.max(0, Math.ceil((end - start) / step)));
  // `range(10, 0, -1)` counts down to its second number.
  const counted = step !== null && step < 0 && second !== null ? first : stop;
  const counting = countOf(inference, definition, counted);
  if (isLength(inference, module, counted)) return usual(USUAL.length);
  if (counting === null) return usual(USUAL_RANGE);
  return { count: USUAL_RANGE ** counting.exponent, isKnown: true, factors: [counting] };
}

/** `len(items)`, `len(items) - 1`. */
function isLength(inference: Inference, module: Module, id: ExpressionId): boolean {
  const expression = id === UNKNOWN ? undefined : expressionAt(module.summary.expressions, id);
  if (expression?.kind === 'binary') return isLength(inference, module, expression.left);
  if (expression?.kind === 'name') {
    const value = assignedTo(module, id);
    return value !== null && value !== id && isLength(inference, module, value);
  }
  if (expression?.kind !== 'call') return false;
  return inference
    .answer(module, expression.callee)
    .types.some((type) => type.kind === 'external' && type.name === 'builtins.len');
}

/** The parameter that `id` counts up to: `n`, `n - border`, `int(n ** 0.5) + 1`. */
function countOf(inference: Inference, definition: Definition, id: ExpressionId): Factor | null {
  const { module } = definition;
  const expression = id === UNKNOWN ? undefined : expressionAt(module.summary.expressions, id);
  switch (expression?.kind) {
    case 'name': {
      const isParameter = inference.answer(module, id).types.some((type) => {
        return type.kind === 'parameter' && isAround(type.definition, definition);
      });
      return isParameter ? { name: expression.name, exponent: 1 } : null;
    }
    case 'binary': {
      const left = countOf(inference, definition, expression.left);
      if (left === null || expression.operator === '+' || expression.operator === '-') return left;
      const power = expression.operator === '**' ? numberOf(inference, module, expression.right) : null;
      return power === null ? null : { ...left, exponent: left.exponent * power };
    }
    case 'call': {
      const [callee] = inference.answer(module, expression.callee).types;
      const name = callee?.kind === 'external' ? callee.name : '';
      const [argument] = expression.arguments;
      const inner = argument === undefined ? null : countOf(inference, definition, argument.value);
      if (name === 'builtins.int') return inner;
      return inner !== null && /^math\.i?sqrt$/.test(name) ? { ...inner, exponent: inner.exponent / 2 } : null;
    }
    default:
      return null;
  }
}

/** Names that stand for names are followed so far. */
const MAX_HOPS = 4;

/** The number that expression `id` of `module` certainly is; null where that is not known. */
export function numberOf(inference: Inference, module: Module, id: ExpressionId, depth = 0): number | null {
  const expression = id === UNKNOWN || depth > MAX_HOPS ? undefined : expressionAt(module.summary.expressions, id);
  switch (expression?.kind) {
    case 'literal':
      return typeof expression.value === 'number' ? expression.value : null;
    case 'binary': {
      const left = numberOf(inference, module, expression.left, depth + 1);
      const right = numberOf(inference, module, expression.right, depth + 1);
      return left === null || right === null ? null : (OPERATORS[expression.operator]?.(left, right) ?? null);
    }
    case 'name': {
      const value = assignedTo(module, id);
      if (value !== null) return numberOf(inference, module, value, depth + 1);
      return literalIn(inference, module, id);
    }
    case 'attribute':
      return literalIn(inference, module, id);
    default:
      return null;
  }
}

function literalIn(inference: Inference, module: Module, id: ExpressionId): number | null {
  const { types, isComplete } = inference.answer(module, id);
  const [only] = types;
  return isComplete && types.length === 1 && only?.kind === 'literal' && typeof only.value === 'number'
    ? only.value
    : null;
}

const OPERATORS: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '//': (left, right) => Math.floor(left / right),
  '**': (left, right) => left ** right,
  '<<': (left, right) => left * 2 ** right,
};

/** What the name `id` is assigned, where that is one thing: in its own scope by the flow, else at the top of the module. */
function assignedTo(module: Module, id: ExpressionId): ExpressionId | null {
  const expression = expressionAt(module.summary.expressions, id);
  if (expression?.kind !== 'name') return null;
  const bindings = expression.reaching ?? topOf(module).bindingsOf(expression.name) ?? [];
  const [only] = bindings;
  const value = only === undefined || bindings.length > 1 ? undefined : bindingAt(module.summary.bindings, only)?.value;
  return value?.kind === 'assign' && value.path.length === 0 ? value.value : null;
}
