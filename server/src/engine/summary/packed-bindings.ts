/** Bindings in columns, as expressions are (packed-expressions.ts): about 30 bytes each, where an object takes 250. */
import type { Binding, BindingId, BoundValue } from './model.ts';
import type { StringTable } from './strings.ts';

/** One row a binding; what a, b and c hold depends on the kind (see `valueAt`). */
export interface PackedBindings {
  readonly length: number;
  readonly kinds: Uint8Array;
  /** Six numbers a binding: name, start, end, a, b, c. */
  readonly numbers: Int32Array;
  readonly scopes: Int32Array;
  /** Lists, each its length and then its items. */
  readonly lists: Int32Array;
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

const COLUMNS = 6;

/** Binding `id`, or undefined where there is none. */
export function bindingAt(packed: PackedBindings, id: BindingId): Binding | undefined {
  if (id < 0 || id >= packed.length) return undefined;
  return {
    name: nameAt(packed, id),
    start: numberAt(packed, id, 1),
    end: numberAt(packed, id, 2),
    scope: packed.scopes[id] ?? 0,
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

function nameAt(packed: PackedBindings, id: BindingId): string {
  return packed.strings[numberAt(packed, id, 0)] ?? '';
}

function numberAt(packed: PackedBindings, id: BindingId, column: number): number {
  return packed.numbers[id * COLUMNS + column] ?? 0;
}

function valueAt(packed: PackedBindings, id: BindingId): BoundValue {
  const [a, b, c] = [numberAt(packed, id, 3), numberAt(packed, id, 4), numberAt(packed, id, 5)];
  const kind = KINDS[packed.kinds[id] ?? 0] ?? 'unknown';
  switch (kind) {
    case 'unknown':
    case 'delete':
      return { kind };
    case 'import':
      return { kind, module: { name: packed.strings[a] ?? '', level: b } };
    case 'from':
      return { kind, module: { name: packed.strings[a] ?? '', level: b }, member: packed.strings[c] ?? '' };
    case 'scope':
      return { kind, scope: a };
    case 'parameter':
      return { kind, index: a };
    case 'assign':
      return { kind, value: a, annotation: b, path: listAt(packed, c) };
    case 'iterate':
    case 'enter':
      return { kind, value: a, isAsync: b === 1, path: listAt(packed, c) };
  }
}

function listAt(packed: PackedBindings, at: number): readonly number[] {
  return at < 0 ? [] : Array.from(packed.lists.subarray(at + 1, at + 1 + (packed.lists[at] ?? 0)));
}

/** Packs bindings as they come. */
export class BindingPacker {
  readonly #strings: StringTable;
  readonly #kinds: number[] = [];
  readonly #scopes: number[] = [];
  readonly #names: string[] = [];
  readonly #numbers: number[] = [];
  readonly #lists: number[] = [];

  constructor(strings: StringTable) {
    this.#strings = strings;
  }

  get length(): number {
    return this.#kinds.length;
  }

  /** Appends `binding` and returns its id. */
  add({ name, start, end, scope, value }: Binding): BindingId {
    const id = this.#kinds.push(KINDS.indexOf(value.kind)) - 1;
    this.#scopes.push(scope);
    this.#names.push(name);
    const [a = 0, b = 0, c = 0] = this.#fieldsOf(value);
    this.#numbers.push(this.#strings.idOf(name), start, end, a, b, c);
    return id;
  }

  /** The name and scope of binding `id`, while they are still wanted. */
  headerOf(id: BindingId): { readonly name: string; readonly scope: number } {
    return { name: this.#names[id] ?? '', scope: this.#scopes[id] ?? 0 };
  }

  finish(): PackedBindings {
    return {
      length: this.#kinds.length,
      kinds: Uint8Array.from(this.#kinds),
      numbers: Int32Array.from(this.#numbers),
      scopes: Int32Array.from(this.#scopes),
      lists: Int32Array.from(this.#lists),
      strings: this.#strings.all,
    };
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
        return [value.value, value.annotation, this.#list(value.path)];
      case 'iterate':
      case 'enter':
        return [value.value, value.isAsync ? 1 : 0, this.#list(value.path)];
    }
  }

  #list(items: readonly number[]): number {
    if (items.length === 0) return -1;
    const at = this.#lists.push(items.length) - 1;
    this.#lists.push(...items);
    return at;
  }
}
