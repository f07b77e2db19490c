/**
 * Events in columns, as expressions are (packed-expressions.ts), and the places where they stand, each of which is kept once: about
 * 10 bytes an event, where the objects take 200.
 */
import { type Columns, type ListWriter, listAt, numberAt, RowWriter } from './columns.ts';
import type { Event, EventId, ExpressionId, Guard, Happening, Place } from './model.ts';
import { detached, type StringTable } from './strings.ts';

export interface PackedEvents {
  readonly length: number;
  /** Kind and flags, value, place, what else the kind has. */
  readonly rows: Columns;
  /** Loop depth and flags, list of guards. */
  readonly places: Columns;
  readonly lists: Columns;
  readonly guards: readonly Guard[];
  readonly strings: readonly string[];
}

const KINDS = [
  'call',
  'with',
  'iterate',
  'attribute',
  'implicit',
  'import',
] as const satisfies readonly Event['kind'][];

/** `more`: the method of an implicit event, the number of events in the block of a `with`. */
const COLUMN = { kind: 0, value: 1, place: 2, more: 3 };
/** The kind stands in the bits below these. */
const FLAG = { isAsync: 8, bodyAwaits: 16 };

const PLACE_COLUMN = { head: 0, guards: 1 };
/** The loop depth stands in the bits above these. */
const PLACE_FLAG = { isInComprehension: 1, isInCleanup: 2, isInMainGuard: 4, isConditional: 8 };
const LOOP = 16;

/** The events from `first` up to, not including, `last`. */
export function eventsBetween(packed: PackedEvents, first: EventId, last: EventId): readonly Event[] {
  const events: Event[] = [];
  let placeId = -1;
  let place: Place | null = null;
  for (let id = first; id < last; id++) {
    const next = numberAt(packed.rows, COLUMN.place, id);
    // Neighbours mostly stand at the same place.
    if (place === null || next !== placeId) place = placeAt(packed, next);
    placeId = next;
    events.push(eventAt(packed, id, place));
  }
  return events;
}

/** What the plain `with` statements of a file enter. */
export function* entered({ length, rows }: PackedEvents): Generator<ExpressionId> {
  for (let id = 0; id < length; id++) {
    const head = numberAt(rows, COLUMN.kind, id);
    if ((head & ~FLAG.bodyAwaits) === KINDS.indexOf('with')) yield numberAt(rows, COLUMN.value, id);
  }
}

function eventAt({ rows, strings }: PackedEvents, id: EventId, place: Place): Event {
  const head = numberAt(rows, COLUMN.kind, id);
  const value = numberAt(rows, COLUMN.value, id);
  const kind = KINDS[head & (FLAG.isAsync - 1)] ?? 'call';
  switch (kind) {
    case 'call':
      return { id, place, kind, call: value };
    case 'with':
      return {
        id,
        place,
        kind,
        value,
        isAsync: (head & FLAG.isAsync) !== 0,
        bodyAwaits: (head & FLAG.bodyAwaits) !== 0,
        bodyEvents: numberAt(rows, COLUMN.more, id),
      };
    case 'iterate':
      return { id, place, kind, value, isAsync: (head & FLAG.isAsync) !== 0 };
    case 'attribute':
      return { id, place, kind, value };
    case 'import':
      return { id, place, kind, binding: value };
    case 'implicit':
      return { id, place, kind, value, method: strings[numberAt(rows, COLUMN.more, id)] ?? '' };
  }
}

function placeAt({ places, lists, guards }: PackedEvents, id: number): Place {
  const head = numberAt(places, PLACE_COLUMN.head, id);
  const ids = listAt(lists, numberAt(places, PLACE_COLUMN.guards, id));
  // Events are kept: `flatMap` leaves room for 16 more.
  if (ids.length > 0) return placeOf(head, ids.flatMap((guard) => guards[guard] ?? []).slice());
  const known = unguarded.get(head);
  if (known !== undefined) return known;
  const place = placeOf(head, []);
  unguarded.set(head, place);
  return place;
}

/** Places without guards, of which there are a few dozen, are the same in all files. */
const unguarded = new Map<number, Place>();

function placeOf(head: number, guards: readonly Guard[]): Place {
  return {
    loopDepth: Math.floor(head / LOOP),
    isInComprehension: (head & PLACE_FLAG.isInComprehension) !== 0,
    isInCleanup: (head & PLACE_FLAG.isInCleanup) !== 0,
    isInMainGuard: (head & PLACE_FLAG.isInMainGuard) !== 0,
    isConditional: (head & PLACE_FLAG.isConditional) !== 0,
    guards,
  };
}

/** An event before it has a number. */
export type OpenEvent = Happening & { readonly place: Place };

/** Packs the events of one scope after the other. */
export class EventPacker {
  readonly rows = new RowWriter(Object.keys(COLUMN).length);
  readonly places = new RowWriter(Object.keys(PLACE_COLUMN).length);
  readonly guards: Guard[] = [];
  readonly #strings: StringTable;
  readonly #lists: ListWriter;
  readonly #placeIds = new Map<Place, number>();
  readonly #listIds = new Map<readonly Guard[], number>();
  readonly #guardIds = new Map<Guard, number>();

  constructor(strings: StringTable, lists: ListWriter) {
    this.#strings = strings;
    this.#lists = lists;
  }

  add(event: OpenEvent): void {
    const place = this.#placeId(event.place);
    const kind = KINDS.indexOf(event.kind);
    switch (event.kind) {
      case 'call':
        this.rows.add([kind, event.call, place]);
        return;
      case 'with': {
        const flags = (event.isAsync ? FLAG.isAsync : 0) + (event.bodyAwaits ? FLAG.bodyAwaits : 0);
        this.rows.add([kind + flags, event.value, place, event.bodyEvents]);
        return;
      }
      case 'iterate':
        this.rows.add([kind + (event.isAsync ? FLAG.isAsync : 0), event.value, place]);
        return;
      case 'attribute':
        this.rows.add([kind, event.value, place]);
        return;
      case 'implicit':
        this.rows.add([kind, event.value, place, this.#strings.idOf(event.method)]);
        return;
      case 'import':
        this.rows.add([kind, event.binding, place]);
    }
  }

  #placeId(place: Place): number {
    const known = this.#placeIds.get(place);
    if (known !== undefined) return known;
    const head =
      place.loopDepth * LOOP +
      (place.isInComprehension ? PLACE_FLAG.isInComprehension : 0) +
      (place.isInCleanup ? PLACE_FLAG.isInCleanup : 0) +
      (place.isInMainGuard ? PLACE_FLAG.isInMainGuard : 0) +
      (place.isConditional ? PLACE_FLAG.isConditional : 0);
    const id = this.places.add([head, this.#listId(place.guards)]);
    this.#placeIds.set(place, id);
    return id;
  }

  #listId(guards: readonly Guard[]): number {
    const known = this.#listIds.get(guards);
    if (known !== undefined) return known;
    const id = this.#lists.add(guards.map((guard) => this.#guardId(guard)));
    this.#listIds.set(guards, id);
    return id;
  }

  #guardId(guard: Guard): number {
    const known = this.#guardIds.get(guard);
    if (known !== undefined) return known;
    const id = this.guards.push(detachedGuard(guard)) - 1;
    this.#guardIds.set(guard, id);
    return id;
  }
}

/** `guard` without hold on the text of its file. */
function detachedGuard(guard: Guard): Guard {
  switch (guard.kind) {
    case 'truth':
      return { ...guard, name: detached(guard.name) };
    case 'value': {
      const { constant } = guard;
      return {
        ...guard,
        name: detached(guard.name),
        constant: typeof constant === 'string' ? detached(constant) : constant,
      };
    }
    case 'either':
      return { kind: 'either', options: guard.options.map(detachedGuard) };
    default:
      return guard;
  }
}
