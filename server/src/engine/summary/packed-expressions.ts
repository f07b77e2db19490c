/**
 * Expressions in columns: a file has thousands, and a program looks at few of them, so they are kept as numbers (about 25 bytes
 * each, where an object takes 280) and made into an Expression when somebody asks. Plain data: it can be cached and sent.
 */
import type { Argument, BindingId, Expression, ExpressionId, Span } from './model.ts';
import type { StringTable } from './strings.ts';

/** One row an expression; what a, b and c hold depends on the kind (see `decode`). */
export interface PackedExpressions {
  readonly length: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  /** Lists, each its length and then its items. */
  readonly lists: Int32Array;
  readonly strings: readonly string[];
  readonly numbers: Float64Array;
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

const NAME = KINDS.indexOf('name');
const ATTRIBUTE = KINDS.indexOf('attribute');
const CALL = KINDS.indexOf('call');

/** No list, or a null one. */
const NO_LIST = -1;

/** Expression `id`, or undefined where there is none. */
export function expressionAt(packed: PackedExpressions, id: ExpressionId): Expression | undefined {
  if (id < 0 || id >= packed.length) return undefined;
  return { ...decode(packed, id), ...spanAt(packed, id) };
}

/** Where expression `id` stands. */
function spanAt(packed: PackedExpressions, id: ExpressionId): Span {
  return { start: packed.starts[id] ?? 0, end: packed.ends[id] ?? 0 };
}

/** The kind of expression `id`, without making it. */
function kindAt(packed: PackedExpressions, id: ExpressionId): Expression['kind'] {
  return KINDS[packed.kinds[id] ?? 0] ?? 'unknown';
}

/** The outermost expression that stands exactly at `start`..`end`, or -1. */
export function expressionIn(packed: PackedExpressions, start: number, end: number): ExpressionId {
  for (let id = packed.length - 1; id >= 0; id--) {
    if (packed.starts[id] === start && packed.ends[id] === end) return id;
  }
  return -1;
}

/** The calls of something that has a name (`f()`, `a.f()`), with the last part of that name. */
export function* namedCallsOf(
  packed: PackedExpressions,
): Generator<{ readonly name: string; readonly id: ExpressionId }> {
  for (let id = 0; id < packed.length; id++) {
    if (packed.kinds[id] !== CALL) continue;
    const callee = packed.a[id] ?? 0;
    const kind = packed.kinds[callee];
    if (kind === NAME) yield { name: stringAt(packed, packed.a[callee] ?? 0), id };
    else if (kind === ATTRIBUTE) yield { name: stringAt(packed, packed.b[callee] ?? 0), id };
  }
}

/** Every expression, in the order of the ids. */
export function* expressionsOf(packed: PackedExpressions): Generator<Expression> {
  for (let id = 0; id < packed.length; id++) {
    const expression = expressionAt(packed, id);
    if (expression !== undefined) yield expression;
  }
}

type Decoded = Expression extends infer Each ? (Each extends Expression ? Omit<Each, keyof Span> : never) : never;

function decode(packed: PackedExpressions, id: ExpressionId): Decoded {
  const a = packed.a[id] ?? 0;
  const b = packed.b[id] ?? 0;
  const c = packed.c[id] ?? 0;
  const kind = kindAt(packed, id);
  switch (kind) {
    case 'unknown':
      return { kind };
    case 'name':
      return { kind, name: stringAt(packed, a), scope: b, reaching: c === NO_LIST ? null : listAt(packed, c) };
    case 'attribute':
      return { kind, object: a, name: stringAt(packed, b) };
    case 'call':
      return { kind, callee: a, arguments: argumentsAt(packed, b), isAwaited: c === 1 };
    case 'await':
      return { kind, value: a };
    case 'subscript':
      return { kind, object: a, index: b };
    case 'lambda':
      return { kind, scope: a };
    case 'choice':
      return { kind, options: listAt(packed, a) };
    case 'binary':
      return { kind, left: a, right: b, operator: stringAt(packed, c) };
    case 'sequence':
      return { kind, type: SEQUENCES[a] ?? 'tuple', items: listAt(packed, b) };
    case 'mapping':
      return { kind, values: listAt(packed, a) };
    case 'comprehension':
      return { kind, type: COMPREHENSIONS[a] ?? 'list', scope: b, element: c };
    case 'literal':
      return {
        kind,
        type: LITERALS[a] ?? 'none',
        value: valueAt(packed, b, c),
        ...(b === VALUES.prefix ? { prefix: stringAt(packed, c) } : {}),
      };
  }
}

function stringAt(packed: PackedExpressions, index: number): string {
  return packed.strings[index] ?? '';
}

function listAt(packed: PackedExpressions, at: number): readonly number[] {
  return Array.from(packed.lists.subarray(at + 1, at + 1 + (packed.lists[at] ?? 0)));
}

/** Three numbers an argument: its value, its keyword's string or -1, whether it is spread. */
function argumentsAt(packed: PackedExpressions, at: number): readonly Argument[] {
  const numbers = listAt(packed, at);
  const found: Argument[] = [];
  for (let index = 0; index < numbers.length; index += 3) {
    const keyword = numbers[index + 1] ?? -1;
    found.push({
      value: numbers[index] ?? 0,
      keyword: keyword === -1 ? null : stringAt(packed, keyword),
      isSpread: numbers[index + 2] === 1,
    });
  }
  return found;
}

function valueAt(packed: PackedExpressions, kind: number, index: number): string | number | boolean | null {
  switch (kind) {
    case VALUES.string:
      return stringAt(packed, index);
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
  #length = 0;
  #kinds = new Uint8Array(256);
  #columns = new Int32Array(5 * 256);
  readonly #lists: number[] = [];
  readonly #strings: StringTable;
  readonly #numbers: number[] = [];

  constructor(strings: StringTable) {
    this.#strings = strings;
  }

  /** Appends `expression` and returns its id. */
  add(expression: Expression): ExpressionId {
    const id = this.#length++;
    if (id === this.#kinds.length) this.#grow();
    this.#kinds[id] = KINDS.indexOf(expression.kind);
    const [a = 0, b = 0, c = 0] = this.#fieldsOf(expression);
    this.#columns.set([expression.start, expression.end, a, b, c], id * 5);
    return id;
  }

  kindOf(id: ExpressionId): Expression['kind'] {
    return KINDS[this.#kinds[id] ?? 0] ?? 'unknown';
  }

  /** Says which bindings reach the name `id`. */
  setReaching(id: ExpressionId, reaching: readonly BindingId[] | null): void {
    if (this.#kinds[id] === NAME) this.#columns[id * 5 + 4] = reaching === null ? NO_LIST : this.#list(reaching);
  }

  finish(): PackedExpressions {
    const column = (offset: number): Int32Array => {
      const made = new Int32Array(this.#length);
      for (let id = 0; id < this.#length; id++) made[id] = this.#columns[id * 5 + offset] ?? 0;
      return made;
    };
    return {
      length: this.#length,
      kinds: this.#kinds.slice(0, this.#length),
      starts: column(0),
      ends: column(1),
      a: column(2),
      b: column(3),
      c: column(4),
      lists: Int32Array.from(this.#lists),
      strings: this.#strings.all,
      numbers: Float64Array.from(this.#numbers),
    };
  }

  #fieldsOf(expression: Expression): readonly number[] {
    switch (expression.kind) {
      case 'unknown':
        return [];
      case 'name':
        return [
          this.#strings.idOf(expression.name),
          expression.scope,
          expression.reaching === null ? NO_LIST : this.#list(expression.reaching),
        ];
      case 'attribute':
        return [expression.object, this.#strings.idOf(expression.name)];
      case 'call':
        return [expression.callee, this.#arguments(expression.arguments), expression.isAwaited ? 1 : 0];
      case 'await':
        return [expression.value];
      case 'subscript':
        return [expression.object, expression.index];
      case 'lambda':
        return [expression.scope];
      case 'choice':
        return [this.#list(expression.options)];
      case 'binary':
        return [expression.left, expression.right, this.#strings.idOf(expression.operator)];
      case 'sequence':
        return [SEQUENCES.indexOf(expression.type), this.#list(expression.items)];
      case 'mapping':
        return [this.#list(expression.values)];
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
    return this.#list(
      args.flatMap(({ value, keyword, isSpread }) => [
        value,
        keyword === null ? -1 : this.#strings.idOf(keyword),
        isSpread ? 1 : 0,
      ]),
    );
  }

  #value(value: string | number | boolean | null): readonly number[] {
    switch (typeof value) {
      case 'string':
        return [VALUES.string, this.#strings.idOf(value)];
      case 'number':
        return [VALUES.number, this.#numbers.push(value) - 1];
      case 'boolean':
        return [VALUES.boolean, value ? 1 : 0];
      default:
        return [VALUES.none, 0];
    }
  }

  #list(items: readonly number[]): number {
    const at = this.#lists.length;
    this.#lists.push(items.length);
    for (const item of items) this.#lists.push(item);
    return at;
  }

  #grow(): void {
    const kinds = new Uint8Array(this.#kinds.length * 2);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
    const columns = new Int32Array(this.#columns.length * 2);
    columns.set(this.#columns);
    this.#columns = columns;
  }
}
