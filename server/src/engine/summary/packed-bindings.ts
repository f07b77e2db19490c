/** Bindings in columns, as expressions are (packed-expressions.ts): about 16 bytes each, where an object takes 250. */
import { type Columns, type ListWriter, listAt, numberAt, RowWriter } from './columns.ts';
import type { Binding, BindingId, BoundValue, ExpressionId, ModuleReference, ScopeId } from './model.ts';
import type { StringTable } from './strings.ts';

export interface PackedBindings {
  readonly length: number;
  /** Kind, scope, name, start, length, a, b, c; what the last three hold depends on the kind (see `valueAt`). */
  readonly rows: Columns;
  readonly lists: Columns;
  readonly strings: readonly string[];
}

const KINDS = [
  'unknown',
  'import',
  'from',
  'scope',
  'parameter',
  'assign',
  'iterate',
  'enter',
  'delete',
] as const satisfies readonly BoundValue['kind'][];

const IMPORT = KINDS.indexOf('import');
const FROM = KINDS.indexOf('from');
const ASSIGN = KINDS.indexOf('assign');

const COLUMN = { kind: 0, scope: 1, name: 2, start: 3, length: 4, a: 5, b: 6, c: 7 };

/** Binding `id`, or undefined where there is none. */
export function bindingAt(packed: PackedBindings, id: BindingId): Binding | undefined {
  if (id < 0 || id >= packed.length) return undefined;
  const start = numberAt(packed.rows, COLUMN.start, id);
  return {
    name: packed.strings[numberAt(packed.rows, COLUMN.name, id)] ?? '',
    start,
    end: start + numberAt(packed.rows, COLUMN.length, id),
    scope: numberAt(packed.rows, COLUMN.scope, id),
    value: valueAt(packed, id),
  };
}

/** Every binding, in the order of the ids. */
export function* bindingsOf(packed: PackedBindings): Generator<Binding> {
  for (let id = 0; id < packed.length; id++) {
    const binding = bindingAt(packed, id);
    if (binding !== undefined) yield binding;
  }
}

/** What import statements bind: a module, or a member of it. Makes no other binding. */
export function* importedBy(
  packed: PackedBindings,
): Generator<{ readonly module: ModuleReference; readonly member: string | null }> {
  for (let id = 0; id < packed.length; id++) {
    const kind = numberAt(packed.rows, COLUMN.kind, id);
    if (kind !== IMPORT && kind !== FROM) continue;
    const value = valueAt(packed, id);
    if (value.kind === 'import') yield { module: value.module, member: null };
    else if (value.kind === 'from') yield { module: value.module, member: value.member };
  }
}

/** Whether expression `value` is assigned to a name of `scope`. Looks at every binding and makes none. */
export function isAssigned({ length, rows }: PackedBindings, scope: ScopeId, value: ExpressionId): boolean {
  for (let id = 0; id < length; id++) {
    const isIt =
      numberAt(rows, COLUMN.a, id) === value &&
      numberAt(rows, COLUMN.scope, id) === scope &&
      numberAt(rows, COLUMN.kind, id) === ASSIGN;
    if (isIt) return true;
  }
  return false;
}

function valueAt({ rows, lists, strings }: PackedBindings, id: BindingId): BoundValue {
  const a = numberAt(rows, COLUMN.a, id);
  const b = numberAt(rows, COLUMN.b, id);
  const c = numberAt(rows, COLUMN.c, id);
  const kind = KINDS[numberAt(rows, COLUMN.kind, id)] ?? 'unknown';
  switch (kind) {
    case 'unknown':
    case 'delete':
      return { kind };
    case 'import':
      return { kind, module: { name: strings[a] ?? '', level: b } };
    case 'from':
      return { kind, module: { name: strings[a] ?? '', level: b }, member: strings[c] ?? '' };
    case 'scope':
      return { kind, scope: a };
    case 'parameter':
      return { kind, index: a };
    case 'assign':
      return { kind, value: a, annotation: b, path: listAt(lists, c) };
    case 'iterate':
    case 'enter':
      return { kind, value: a, isAsync: b === 1, path: listAt(lists, c) };
  }
}

/** Packs bindings as they come. */
export class BindingPacker {
  readonly rows = new RowWriter(Object.keys(COLUMN).length);
  readonly #strings: StringTable;
  readonly #lists: ListWriter;

  constructor(strings: StringTable, lists: ListWriter) {
    this.#strings = strings;
    this.#lists = lists;
  }

  get length(): number {
    return this.rows.length;
  }

  /** Appends `binding` and returns its id. */
  add({ name, start, end, scope, value }: Binding): BindingId {
    const kind = KINDS.indexOf(value.kind);
    const [a = 0, b = 0, c = 0] = this.#fieldsOf(value);
    return this.rows.add([kind, scope, this.#strings.idOf(name), start, end - start, a, b, c]);
  }

  /** The name and scope of binding `id`, while they are still wanted. */
  headerOf(id: BindingId): { readonly name: string; readonly scope: number } {
    return { name: this.#strings.all[this.rows.at(id, COLUMN.name)] ?? '', scope: this.rows.at(id, COLUMN.scope) };
  }

  #fieldsOf(value: BoundValue): readonly number[] {
    switch (value.kind) {
      case 'unknown':
      case 'delete':
        return [];
      case 'import':
        return [this.#strings.idOf(value.module.name), value.module.level];
      case 'from':
        return [this.#strings.idOf(value.module.name), value.module.level, this.#strings.idOf(value.member)];
      case 'scope':
        return [value.scope];
      case 'parameter':
        return [value.index];
      case 'assign':
        return [value.value, value.annotation, this.#lists.add(value.path)];
      case 'iterate':
      case 'enter':
        return [value.value, value.isAsync ? 1 : 0, this.#lists.add(value.path)];
    }
  }
}
