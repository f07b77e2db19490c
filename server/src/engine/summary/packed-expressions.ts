/**
 * Expressions in columns: a file has thousands, and a program looks at few of them, so they are kept as numbers (about 13 bytes
 * each, where an object takes 280) and made into an Expression when somebody asks. Plain data: it can be cached and sent.
 */
import { type Columns, type ListWriter, listAt, numberAt, RowWriter } from './columns.ts';
import type { Argument, BindingId, Event, Expression, ExpressionId } from './model.ts';
import type { StringTable } from './strings.ts';

export interface PackedExpressions {
  readonly length: number;
  /** Kind, start, length, a, b, c; what the last three hold depends on the kind (see `expressionAt`). */
  readonly rows: Columns;
  readonly lists: Columns;
  readonly strings: readonly string[];
  readonly numbers: readonly number[];
}

const KINDS = [
  'unknown',
  'name',
  'attribute',
  'call',
  'await',
  'subscript',
  'lambda',
  'choice',
  'binary',
  'sequence',
  'mapping',
  'comprehension',
  'literal',
] as const satisfies readonly Expression['kind'][];

const SEQUENCES = ['tuple', 'list', 'set'] as const;
const COMPREHENSIONS = ['list', 'set', 'dict', 'generator'] as const;
const LITERALS = ['str', 'bytes', 'int', 'float', 'bool', 'none'] as const;
const VALUES = { none: 0, string: 1, number: 2, boolean: 3, prefix: 4 };

const COLUMN = { kind: 0, start: 1, length: 2, a: 3, b: 4, c: 5 };

const NAME = KINDS.indexOf('name');
const ATTRIBUTE = KINDS.indexOf('attribute');
const CALL = KINDS.indexOf('call');

/** A null list. */
const NO_LIST = -1;

/** Expression `id`, or undefined where there is none. */
export function expressionAt(packed: PackedExpressions, id: ExpressionId): Expression | undefined {
  if (id < 0 || id >= packed.length) return undefined;
  const { rows, lists, strings } = packed;
  const start = numberAt(rows, COLUMN.start, id);
  const end = start + numberAt(rows, COLUMN.length, id);
  const a = numberAt(rows, COLUMN.a, id);
  const b = numberAt(rows, COLUMN.b, id);
  const c = numberAt(rows, COLUMN.c, id);
  // Each kind is written out whole: `{ ...span, kind }` takes V8 a hundred times as long, and gives each object a shape of its own.
  const kind = kindAt(packed, id);
  switch (kind) {
    case 'unknown':
      return { kind, start, end };
    case 'name': {
      const reaching = c === NO_LIST ? null : listAt(lists, c);
      return { kind, start, end, name: strings[a] ?? '', scope: b, reaching };
    }
    case 'attribute':
      return { kind, start, end, object: a, name: strings[b] ?? '' };
    case 'call':
      return {
        kind,
        start,
        end,
        callee: a,
        arguments: argumentsAt(packed, b),
        isAwaited: c === AWAITED,
        isDiscarded: c === DISCARDED,
      };
    case 'await':
      return { kind, start, end, value: a };
    case 'subscript':
      return { kind, start, end, object: a, index: b };
    case 'lambda':
      return { kind, start, end, scope: a };
    case 'choice':
      return { kind, start, end, options: listAt(lists, a) };
    case 'binary':
      return { kind, start, end, left: a, right: b, operator: strings[c] ?? '' };
    case 'sequence':
      return { kind, start, end, type: SEQUENCES[a] ?? 'tuple', items: listAt(lists, b) };
    case 'mapping':
      return { kind, start, end, values: listAt(lists, a) };
    case 'comprehension':
      return { kind, start, end, type: COMPREHENSIONS[a] ?? 'list', scope: b, element: c };
    case 'literal': {
      const literal = { kind, start, end, type: LITERALS[a] ?? 'none', value: valueAt(packed, b, c) };
      return b === VALUES.prefix ? { prefix: strings[c] ?? '', ...literal } : literal;
    }
  }
}

/** The kind of expression `id`, without making it. */
export function kindAt({ rows }: PackedExpressions, id: ExpressionId): Expression['kind'] {
  return KINDS[numberAt(rows, COLUMN.kind, id)] ?? 'unknown';
}

/** The call that `event` makes; undefined where it is about something else. */
export function callOf(packed: PackedExpressions, event: Event): Extract<Expression, { kind: 'call' }> | undefined {
  const call = event.kind === 'call' ? expressionAt(packed, event.call) : undefined;
  return call?.kind === 'call' ? call : undefined;
}

/** The outermost expression that stands exactly at `start`..`end`, or -1. */
export function expressionIn({ rows }: PackedExpressions, start: number, end: number): ExpressionId {
  for (let id = rows.length - 1; id >= 0; id--) {
    const isThere = numberAt(rows, COLUMN.start, id) === start && numberAt(rows, COLUMN.length, id) === end - start;
    if (isThere) return id;
  }
  return -1;
}

/** The calls of something that has a name (`f()`, `a.f()`), with the last part of that name. */
export function* namedCallsOf({
  length,
  rows,
  strings,
}: PackedExpressions): Generator<{ readonly name: string; readonly id: ExpressionId }> {
  for (let id = 0; id < length; id++) {
    if (numberAt(rows, COLUMN.kind, id) !== CALL) continue;
    const callee = numberAt(rows, COLUMN.a, id);
    const kind = numberAt(rows, COLUMN.kind, callee);
    if (kind === NAME) yield { name: strings[numberAt(rows, COLUMN.a, callee)] ?? '', id };
    else if (kind === ATTRIBUTE) yield { name: strings[numberAt(rows, COLUMN.b, callee)] ?? '', id };
  }
}

/** Every expression, in the order of the ids. */
export function* expressionsOf(packed: PackedExpressions): Generator<Expression> {
  for (let id = 0; id < packed.length; id++) {
    const expression = expressionAt(packed, id);
    if (expression !== undefined) yield expression;
  }
}

/** Two numbers an argument: its value, and its keyword as a string's number plus one or 0, doubled, plus one if it is spread. */
function argumentsAt({ lists, strings }: PackedExpressions, at: number): readonly Argument[] {
  const numbers = listAt(lists, at);
  const found: Argument[] = [];
  for (let index = 0; index < numbers.length; index += 2) {
    const form = numbers[index + 1] ?? 0;
    const keyword = form < 2 ? null : (strings[(form >> 1) - 1] ?? '');
    found.push({ value: numbers[index] ?? 0, keyword, isSpread: (form & 1) === 1 });
  }
  return found;
}

/** What becomes of what a call gives. */
const [USED, AWAITED, DISCARDED] = [0, 1, 2];

function useOf({ isAwaited, isDiscarded }: Extract<Expression, { kind: 'call' }>): number {
  if (isAwaited) return AWAITED;
  return isDiscarded ? DISCARDED : USED;
}

function valueAt(packed: PackedExpressions, kind: number, index: number): string | number | boolean | null {
  switch (kind) {
    case VALUES.string:
      return packed.strings[index] ?? '';
    case VALUES.number:
      return packed.numbers[index] ?? 0;
    case VALUES.boolean:
      return index === 1;
    default:
      return null;
  }
}

/** Packs expressions as they come. */
export class ExpressionPacker {
  readonly rows = new RowWriter(Object.keys(COLUMN).length);
  readonly numbers: number[] = [];
  readonly #strings: StringTable;
  readonly #lists: ListWriter;

  constructor(strings: StringTable, lists: ListWriter) {
    this.#strings = strings;
    this.#lists = lists;
  }

  /** Appends `expression` and returns its id. */
  add(expression: Expression): ExpressionId {
    const { kind, start, end } = expression;
    const [a = 0, b = 0, c = 0] = this.#fieldsOf(expression);
    return this.rows.add([KINDS.indexOf(kind), start, end - start, a, b, c]);
  }

  kindOf(id: ExpressionId): Expression['kind'] {
    return KINDS[this.rows.at(id, COLUMN.kind)] ?? 'unknown';
  }

  /** Says which bindings reach the name `id`. */
  setReaching(id: ExpressionId, reaching: readonly BindingId[] | null): void {
    if (this.rows.at(id, COLUMN.kind) !== NAME) return;
    this.rows.set(id, COLUMN.c, reaching === null ? NO_LIST : this.#lists.add(reaching));
  }

  #fieldsOf(expression: Expression): readonly number[] {
    switch (expression.kind) {
      case 'unknown':
        return [];
      case 'name':
        return [
          this.#strings.idOf(expression.name),
          expression.scope,
          expression.reaching === null ? NO_LIST : this.#lists.add(expression.reaching),
        ];
      case 'attribute':
        return [expression.object, this.#strings.idOf(expression.name)];
      case 'call':
        return [expression.callee, this.#arguments(expression.arguments), useOf(expression)];
      case 'await':
        return [expression.value];
      case 'subscript':
        return [expression.object, expression.index];
      case 'lambda':
        return [expression.scope];
      case 'choice':
        return [this.#lists.add(expression.options)];
      case 'binary':
        return [expression.left, expression.right, this.#strings.idOf(expression.operator)];
      case 'sequence':
        return [SEQUENCES.indexOf(expression.type), this.#lists.add(expression.items)];
      case 'mapping':
        return [this.#lists.add(expression.values)];
      case 'comprehension':
        return [COMPREHENSIONS.indexOf(expression.type), expression.scope, expression.element];
      case 'literal':
        return [
          LITERALS.indexOf(expression.type),
          ...(expression.prefix === undefined
            ? this.#value(expression.value)
            : [VALUES.prefix, this.#strings.idOf(expression.prefix)]),
        ];
    }
  }

  #arguments(args: readonly Argument[]): number {
    return this.#lists.add(
      args.flatMap(({ value, keyword, isSpread }) => {
        const named = keyword === null ? 0 : this.#strings.idOf(keyword) + 1;
        return [value, named * 2 + (isSpread ? 1 : 0)];
      }),
    );
  }

  #value(value: string | number | boolean | null): readonly number[] {
    switch (typeof value) {
      case 'string':
        return [VALUES.string, this.#strings.idOf(value)];
      case 'number':
        return [VALUES.number, this.numbers.push(value) - 1];
      case 'boolean':
        return [VALUES.boolean, value ? 1 : 0];
      default:
        return [VALUES.none, 0];
    }
  }
}
