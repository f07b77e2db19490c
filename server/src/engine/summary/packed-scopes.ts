/**
 * Scopes in columns, as expressions are (packed-expressions.ts): about 60 bytes each beside their lists and events, where the
 * objects take 1,500. `scopeAt` gives a view of one, which reads what it is asked for.
 */
import { type Columns, type ListWriter, listAt, numberAt, RowWriter } from './columns.ts';
import type {
  AttributeWrite,
  BindingId,
  Event,
  ExpressionId,
  HotLoop,
  ModuleReference,
  Parameter,
  Scope,
  ScopeId,
  ScopeKind,
  Span,
} from './model.ts';
import { hashOf, nameTable } from './name-table.ts';
import type { OpenScope } from './open-scope.ts';
import { type EventPacker, entered, eventsBetween, type PackedEvents } from './packed-events.ts';
import type { StringTable } from './strings.ts';

export interface PackedScopes {
  readonly length: number;
  readonly rows: Columns;
  readonly lists: Columns;
  readonly strings: readonly string[];
  readonly events: PackedEvents;
  readonly hotLoops: readonly HotLoop[];
}

const KINDS = ['module', 'function', 'class', 'lambda', 'comprehension'] as const satisfies readonly ScopeKind[];
const PARAMETERS = [
  'positional',
  'keyword-only',
  'star',
  'double-star',
] as const satisfies readonly Parameter['kind'][];

/** The kind stands in the bits below these. */
const FLAG = { isAsync: 8, isStub: 16, isGenerator: 32, catchesAll: 64 };

/** From `parameters` on these are lists. */
const COLUMN = {
  head: 0,
  name: 1,
  parent: 2,
  start: 3,
  length: 4,
  nameStart: 5,
  nameLength: 6,
  returnAnnotation: 7,
  firstEvent: 8,
  lastEvent: 9,
  firstLoop: 10,
  lastLoop: 11,
  parameters: 12,
  decorators: 13,
  returns: 14,
  yields: 15,
  bases: 16,
  names: 17,
  globals: 18,
  nonlocals: 19,
  starImports: 20,
  attributes: 21,
  nameTable: 22,
};

/** Scope `id`, or undefined where there is none. Ask once and keep it, if it is asked much. */
export function scopeAt(packed: PackedScopes, id: ScopeId): Scope | undefined {
  return id < 0 || id >= packed.length ? undefined : new ScopeView(packed, id);
}

/** Every scope, in the order of the ids. */
export function scopesOf(packed: PackedScopes): Scope[] {
  return Array.from({ length: packed.length }, (_, id) => new ScopeView(packed, id));
}

class ScopeView implements Scope {
  readonly #packed: PackedScopes;
  readonly #id: ScopeId;
  #parameters: readonly Parameter[] | null = null;

  constructor(packed: PackedScopes, id: ScopeId) {
    this.#packed = packed;
    this.#id = id;
  }

  get kind(): ScopeKind {
    return KINDS[this.#number(COLUMN.head) & (FLAG.isAsync - 1)] ?? 'module';
  }

  get name(): string {
    return this.#string(this.#number(COLUMN.name));
  }

  get parent(): ScopeId {
    return this.#number(COLUMN.parent);
  }

  get span(): Span {
    return this.#span(COLUMN.start, COLUMN.length);
  }

  get nameSpan(): Span {
    return this.#span(COLUMN.nameStart, COLUMN.nameLength);
  }

  get isAsync(): boolean {
    return this.#has(FLAG.isAsync);
  }

  get isStub(): boolean {
    return this.#has(FLAG.isStub);
  }

  get catchesAll(): boolean {
    return this.#has(FLAG.catchesAll);
  }

  get isGenerator(): boolean {
    return this.#has(FLAG.isGenerator);
  }

  get parameters(): readonly Parameter[] {
    this.#parameters ??= this.#rowsOf(COLUMN.parameters, 4, (name, kind, annotation, value) => ({
      name: this.#string(name),
      kind: PARAMETERS[kind] ?? 'positional',
      annotation,
      default: value,
    }));
    return this.#parameters;
  }

  get decorators(): readonly ExpressionId[] {
    return this.#list(COLUMN.decorators);
  }

  get returns(): readonly ExpressionId[] {
    return this.#list(COLUMN.returns);
  }

  get yields(): readonly ExpressionId[] {
    return this.#list(COLUMN.yields);
  }

  get returnAnnotation(): ExpressionId {
    return this.#number(COLUMN.returnAnnotation);
  }

  get bases(): readonly ExpressionId[] {
    return this.#list(COLUMN.bases);
  }

  get names(): readonly string[] {
    return this.#rowsOf(COLUMN.names, 2, (name) => this.#string(name));
  }

  bindingsOf(name: string): readonly BindingId[] | undefined {
    const names = this.#number(COLUMN.names);
    const table = this.#number(COLUMN.nameTable);
    const size = table === 0 ? 0 : numberAt(this.#packed.lists, 0, table);
    if (size === 0) {
      const last = names + numberAt(this.#packed.lists, 0, names);
      for (let at = names + 1; at < last; at += 2) if (this.#isNamed(at, name)) return this.#boundAt(at);
      return undefined;
    }
    for (let cell = hashOf(name); ; cell++) {
      const index = numberAt(this.#packed.lists, 0, table + 1 + (cell & (size - 1)));
      if (index === 0) return undefined;
      const at = names + 2 * index - 1;
      if (this.#isNamed(at, name)) return this.#boundAt(at);
    }
  }

  /** Whether `name` stands at `at` of the lists. */
  #isNamed(at: number, name: string): boolean {
    return this.#packed.strings[numberAt(this.#packed.lists, 0, at)] === name;
  }

  /** The bindings of the name that stands at `at` of the lists. */
  #boundAt(at: number): readonly BindingId[] {
    return listAt(this.#packed.lists, numberAt(this.#packed.lists, 0, at + 1));
  }

  get globals(): readonly string[] {
    return this.#list(COLUMN.globals).map((id) => this.#string(id));
  }

  get nonlocals(): readonly string[] {
    return this.#list(COLUMN.nonlocals).map((id) => this.#string(id));
  }

  get starImports(): readonly ModuleReference[] {
    return this.#rowsOf(COLUMN.starImports, 2, (name, level) => ({ name: this.#string(name), level }));
  }

  get events(): readonly Event[] {
    if (latest.scope !== this) {
      const { events } = this.#packed;
      const all = eventsBetween(events, this.#number(COLUMN.firstEvent), this.#number(COLUMN.lastEvent));
      latest = { scope: this, events: all };
    }
    return latest.events;
  }

  get attributes(): readonly AttributeWrite[] {
    return this.#rowsOf(COLUMN.attributes, 3, (name, value, annotation) => {
      return { name: this.#string(name), value, annotation };
    });
  }

  get hotLoops(): readonly HotLoop[] {
    return this.#packed.hotLoops.slice(this.#number(COLUMN.firstLoop), this.#number(COLUMN.lastLoop));
  }

  #number(column: number): number {
    return numberAt(this.#packed.rows, column, this.#id);
  }

  #has(flag: number): boolean {
    return (this.#number(COLUMN.head) & flag) !== 0;
  }

  #string(id: number): string {
    return this.#packed.strings[id] ?? '';
  }

  #span(startColumn: number, lengthColumn: number): Span {
    const start = this.#number(startColumn);
    return { start, end: start + this.#number(lengthColumn) };
  }

  #list(column: number): readonly number[] {
    const at = this.#number(column);
    return at === 0 ? EMPTY : listAt(this.#packed.lists, at);
  }

  /** The list in `column`, cut into rows of `width` numbers, four at most. */
  #rowsOf<Item>(
    column: number,
    width: number,
    make: (first: number, second: number, third: number, fourth: number) => Item,
  ): readonly Item[] {
    const numbers = this.#list(column);
    if (numbers.length === 0) return EMPTY;
    const items: Item[] = [];
    for (let at = 0; at < numbers.length; at += width) {
      items.push(make(numbers[at] ?? 0, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0, numbers[at + 3] ?? 0));
    }
    return items;
  }
}

/** The events that were asked for last: a function's are asked for several times over. */
let latest: { readonly scope: ScopeView | null; readonly events: readonly Event[] } = { scope: null, events: [] };

const EMPTY: readonly never[] = Object.freeze([]);

/** What the plain `with` statements of a file enter. */
export function enteredIn({ events }: PackedScopes): Iterable<ExpressionId> {
  return entered(events);
}

/** What all scopes of a file are packed into. */
export interface ScopePacker {
  readonly rows: RowWriter;
  readonly hotLoops: readonly HotLoop[];
}

/** Packs `scopes`, which are complete, and their events. */
export function packScopes(
  scopes: readonly OpenScope[],
  strings: StringTable,
  lists: ListWriter,
  events: EventPacker,
): ScopePacker {
  const rows = new RowWriter(Object.keys(COLUMN).length);
  const hotLoops: HotLoop[] = [];
  const namesIn = (texts: readonly string[]): number => lists.add(texts.map((text) => strings.idOf(text)));
  for (const scope of scopes) {
    const firstEvent = events.rows.length;
    for (const event of scope.events) events.add(event);
    const firstLoop = hotLoops.length;
    hotLoops.push(...scope.hotLoops);
    const flags =
      (scope.isAsync ? FLAG.isAsync : 0) +
      (scope.isStub ? FLAG.isStub : 0) +
      (scope.catchesAll ? FLAG.catchesAll : 0) +
      (scope.isGenerator ? FLAG.isGenerator : 0);
    rows.add([
      KINDS.indexOf(scope.kind) + flags,
      strings.idOf(scope.name),
      scope.parent,
      scope.span.start,
      scope.span.end - scope.span.start,
      scope.nameSpan.start,
      scope.nameSpan.end - scope.nameSpan.start,
      scope.returnAnnotation,
      firstEvent,
      events.rows.length,
      firstLoop,
      hotLoops.length,
      lists.add(
        scope.parameters.flatMap(({ name, kind, annotation, default: value }) => {
          return [strings.idOf(name), PARAMETERS.indexOf(kind), annotation, value];
        }),
      ),
      lists.add(scope.decorators),
      lists.add(scope.returns),
      lists.add(scope.yields),
      lists.add(scope.bases),
      lists.add([...scope.names].flatMap(([name, ids]) => [strings.idOf(name), lists.add(ids)])),
      namesIn(scope.globals),
      namesIn(scope.nonlocals),
      lists.add(scope.starImports.flatMap(({ name, level }) => [strings.idOf(name), level])),
      lists.add(scope.attributes.flatMap(({ name, value, annotation }) => [strings.idOf(name), value, annotation])),
      lists.add(nameTable([...scope.names.keys()])),
    ]);
  }
  return { rows, hotLoops };
}
