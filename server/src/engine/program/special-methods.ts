/** What syntax and builtins run of a value by its special methods: `with`, `for`, operators, `str(…)`; and what is handed over to be run. */
import { lineage } from './attributes.ts';
import { returnsOf } from './calls.ts';
import { isContextManager } from './decorators.ts';
import { type Definition, definitionFor, ownerOf } from './definitions.ts';
import { dispatched, methodFor } from './dispatch.ts';
import { certainTypes, displayName, type Found, NOTHING, running, unconditional } from './found.ts';
import type { Inference } from './inference.ts';
import type { Type } from './types.ts';

/** What entering and leaving a `with` block of a value runs. */
export function entering(inference: Inference, type: Type, bodyAwaits: boolean): readonly Found[] {
  switch (type.kind) {
    case 'object': {
      const lock = inference.catalogue.lockOf(type.class);
      if (lock !== undefined) {
        const row = inference.catalogue.verdictOnMember(type.class, [lock.acquire]);
        return typeof row === 'object'
          ? [{ kind: 'fact', row, name: `${displayName(type.class)}.__enter__`, lock: type }]
          : NOTHING;
      }
      return ['__enter__', '__exit__'].flatMap((name): readonly Found[] => {
        const verdict = inference.catalogue.verdictOnMember(type.class, [name]);
        if (typeof verdict !== 'object' || !verdict.name.endsWith(name)) return NOTHING;
        // Who awaits its work inside the block leaves little to wait for at its end (measured: semantics of executors).
        if (verdict.kind === 'wait' && bodyAwaits) return NOTHING;
        return [{ kind: 'fact', row: verdict, name: `${displayName(type.class)}.${name}` }];
      });
    }
    case 'instance':
      return ['__enter__', '__exit__']
        .map((name) => methodFor(inference, type.definition, name))
        .flatMap((method) => (method === null ? [] : running(method)));
    case 'generator':
      return isContextManager(inference, type.definition)
        ? [{ kind: 'function', definition: type.definition }]
        : NOTHING;
    case 'managed':
      // What is open was opened by a call of its own: only a `close` of the program's may do more than undo that.
      return type.isClosed
        ? certainTypes(inference.resolved(type.value)).flatMap((value) => closing(inference, value))
        : NOTHING;
    default:
      return NOTHING;
  }
}

function closing(inference: Inference, type: Type): readonly Found[] {
  const method = type.kind === 'instance' ? methodFor(inference, type.definition, 'close') : null;
  return method === null ? NOTHING : running(method);
}

/** What iterating a value runs. */
export function iterating(inference: Inference, type: Type): readonly Found[] {
  switch (type.kind) {
    case 'lazy':
      return [{ kind: 'fact', row: type.row, name: displayName(type.row.name) }];
    case 'generator':
      return [{ kind: 'function', definition: type.definition }];
    case 'mapped':
      return [
        ...type.sources.flatMap((source) => certainTypes(source).flatMap((each) => iterating(inference, each))),
        ...(type.target === null
          ? []
          : certainTypes(type.target).flatMap((target) => runningHanded(inference, target))),
      ];
    case 'external': {
      const verdict = inference.catalogue.verdictOn(`${type.name}.__iter__`);
      return typeof verdict === 'object' ? [{ kind: 'fact', row: verdict, name: verdict.name }] : NOTHING;
    }
    case 'object': {
      const verdict = inference.catalogue.verdictOnMember(type.class, ['__iter__']);
      const isIterated = typeof verdict === 'object' && verdict.name.endsWith('.__iter__');
      return isIterated ? [{ kind: 'fact', row: verdict, name: `${displayName(type.class)}.__iter__` }] : NOTHING;
    }
    case 'instance':
      return iteratingObject(inference, type);
    default:
      return NOTHING;
  }
}

/**
 * `for … in object`: `__iter__`, and what it returns is iterated; without one, `__getitem__` from 0 on (reference: data model,
 * emulating container types).
 */
function iteratingObject(inference: Inference, type: Extract<Type, { kind: 'instance' }>): readonly Found[] {
  const [iter, next] = ['__iter__', '__next__'].map((name) => methodFor(inference, type.definition, name));
  const methods = [iter, next].flatMap((method) => (method ? [{ kind: 'function' as const, definition: method }] : []));
  if (iter) {
    if (iter.scope.isGenerator) return methods;
    const task = `iterate ${type.definition.module.path} ${type.definition.id}`;
    const iterate = () =>
      certainTypes(returnsOf(inference, iter, type)).flatMap((iterator) => iterating(inference, iterator));
    return [...methods, ...inference.once(task, iterate, NOTHING)].filter(isFirst);
  }
  const isWhole = lineage(inference, type.definition).external.length === 0;
  const item = methods.length === 0 && isWhole ? methodFor(inference, type.definition, '__getitem__') : null;
  return item === null ? methods : running(item);
}

/** `__iter__` that returns the object itself leads to the same `__next__` again. */
function isFirst(found: Found, index: number, all: readonly Found[]): boolean {
  return (
    found.kind !== 'function' ||
    all.findIndex((other) => other.kind === 'function' && other.definition === found.definition) === index
  );
}

/** What the special method `name` of a value does, where it is run by something that is given the value. */
export function runningMethod(inference: Inference, type: Type, name: string): readonly Found[] {
  if (name === '__iter__') return iterating(inference, type);
  // What an exit stack enters it leaves at the end of its own block.
  if (name === '__enter__') return entering(inference, type, true);
  // It is a coroutine, or stands for one: a root of its own.
  if (name === '__aenter__') return NOTHING;
  if (type.kind !== 'instance') {
    const own = type.kind === 'object' ? ownMethod(inference, type.class, name) : NOTHING;
    return own.length === 0 && name === '__contains__' ? iterating(inference, type) : own;
  }
  const { definesMember } = inference.surroundings;
  for (const each of [name, ...(STAND_INS.get(name) ?? [])]) {
    const method = definesMember(each) ? methodFor(inference, type.definition, each) : null;
    if (method !== null) return each === '__iter__' ? iterating(inference, type) : running(method);
    // A base outside the program may have a method of the name.
    if (lineage(inference, type.definition).external.length > 0) break;
  }
  return NOTHING;
}

/** What Python asks where a class has no such method, in order (reference: data model, special method names). */
const STAND_INS = new Map<string, readonly string[]>([
  ['__bool__', ['__len__']],
  ['__contains__', ['__iter__']],
  ['__format__', ['__str__', '__repr__']],
  ['__str__', ['__repr__']],
  ['__ne__', ['__eq__']],
  ...['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'matmul', 'or', 'and', 'xor', 'lshift', 'rshift'].map(
    (name): [string, readonly string[]] => [`__i${name}__`, [`__${name}__`]],
  ),
]);

/** What the catalogue says of the special method `name` of the class `type`; a `.*` row does not speak of those. */
function ownMethod(inference: Inference, type: string, name: string): readonly Found[] {
  const verdict = inference.catalogue.verdictOnMember(type, [name]);
  return typeof verdict === 'object' && verdict.name.endsWith(`.${name}`)
    ? unconditional(verdict, `${displayName(type)}.${name}`)
    : NOTHING;
}

/** What running a handed-over value does; with which arguments it is called is not known. */
export function runningHanded(inference: Inference, type: Type): readonly Found[] {
  switch (type.kind) {
    case 'function':
      return runningFor(inference, type.definition, type.receiver);
    case 'wrapped':
      return [...running(wrapperFor(type)), ...runningHanded(inference, type.target)];
    case 'partial':
      return certainTypes(type.target).flatMap((target) => runningHanded(inference, target));
    case 'external':
      return unconditional(inference.catalogue.verdictOn(type.name), displayName(type.name));
    case 'member': {
      const name = `${displayName(type.class)}.${type.path.join('.')}`;
      return unconditional(inference.catalogue.verdictOnMember(type.class, type.path), name);
    }
    default:
      return NOTHING;
  }
}

/** The same of a method, as it runs for the class of what it is bound to. */
export function runningFor(inference: Inference, definition: Definition, receiver: Type | null): readonly Found[] {
  return running(receiver?.kind === 'instance' ? dispatched(inference, definition, receiver.definition) : definition);
}

/** The wrapper of a method, whose first parameter is then the object that the method is bound to. */
export function wrapperFor({ wrapper, target }: Extract<Type, { kind: 'wrapped' }>): Definition {
  const receiver = target.kind === 'function' ? target.receiver : null;
  const isNested = ownerOf(wrapper) === null && wrapper.scope.parameters[0]?.kind === 'positional';
  return isNested && receiver?.kind === 'instance' ? definitionFor(wrapper, receiver.definition) : wrapper;
}
