/** What can be sent to another process or interpreter, which get copies by pickling, and what keeps a value from it. */

import { UNKNOWN } from '../summary/model.ts';
import { callOf, expressionAt } from '../summary/packed-expressions.ts';
import { attributeOf, type Lineage, lineage, methodOf } from './attributes.ts';
import { useOfSurroundings } from './closures.ts';
import { type Definition, definitionOf, isSameText } from './definitions.ts';
import type { Inference } from './inference.ts';
import { hasDecorator } from './names.ts';
import { type Answer, objectOf, type Type } from './types.ts';

/** A way to a worker. */
export interface Channel {
  readonly worker: 'process' | 'interpreter';
  /** The worker is being started with it: it can be given what only children may have. */
  readonly isStarting: boolean;
}

/** What keeps a value from being sent. */
export interface Obstacle {
  /** What the value is: "a lambda". */
  readonly is: string;
  /** Why that is not sent: "cannot be pickled". */
  readonly why: string;
  readonly remedy: Remedy;
  /** What it keeps that is in the way. */
  readonly kept?: { readonly name: string; readonly is: string };
}

export type Remedy = 'function' | 'arguments' | 'make-there' | 'list' | 'not-self' | 'private' | 'module';

const UNPICKLED = 'cannot be pickled';

/** Objects within objects are looked at as deep as this. */
const MAX_DEPTH = 4;

/** What keeps a value that is `answer` from being sent by `channel`; null where that is not certain. */
export function obstacleTo(inference: Inference, channel: Channel, answer: Answer): Obstacle | null {
  return obstacle(inference, { ...channel, isPickled: false, depth: 0 }, answer);
}

/** The same of what stands within something else: that is pickled as a whole. */
export function obstacleWithin(inference: Inference, channel: Channel, answer: Answer): Obstacle | null {
  return obstacle(inference, { ...channel, isPickled: true, depth: 0 }, answer);
}

interface Way extends Channel {
  /** It is a part of something, so that an interpreter gets it pickled, too. */
  readonly isPickled: boolean;
  readonly depth: number;
}

function obstacle(inference: Inference, way: Way, { types, isComplete }: Answer): Obstacle | null {
  if (!isComplete || way.depth > MAX_DEPTH) return null;
  const found = types.map((type) => obstacleOf(inference, way, type));
  return found.includes(null) ? null : (found[0] ?? null);
}

function within(inference: Inference, way: Way, answer: Answer | null | undefined): Obstacle | null {
  return answer == null ? null : obstacle(inference, { ...way, isPickled: true, depth: way.depth + 1 }, answer);
}

function obstacleOf(inference: Inference, way: Way, type: Type): Obstacle | null {
  switch (type.kind) {
    case 'function':
      return type.receiver === null
        ? ofFunction(way, type.definition)
        : ofMethod(inference, way, type.receiver, type.definition);
    case 'wrapped':
      return ofWrapped(type.wrapper);
    case 'partial':
      return within(inference, way, type.target);
    case 'class':
      return ofLocal(type.definition, 'class');
    case 'instance':
      return ofInstance(inference, way, type);
    case 'object':
      return ofObject(inference, way, type);
    case 'member':
      return ofLibraryMethod(inference, way, type);
    case 'tuple':
      return type.items.reduce<Obstacle | null>((found, item) => found ?? within(inference, way, item), null);
    case 'generator':
      return { is: 'a generator', why: UNPICKLED, remedy: 'list' };
    case 'coroutine':
      return { is: 'a coroutine', why: UNPICKLED, remedy: 'arguments' };
    case 'module':
      return { is: 'a module', why: UNPICKLED, remedy: 'make-there' };
    default:
      return null;
  }
}

function ofFunction(way: Way, definition: Definition): Obstacle | null {
  const { scope } = definition;
  const isLambda = scope.kind === 'lambda';
  if (!isLambda && !isLocal(definition)) return null;
  const is = isLambda ? 'a lambda' : `\`${scope.name}\`, a nested function`;
  if (way.worker === 'process' || way.isPickled) return { is, why: UNPICKLED, remedy: 'function' };
  const use = useOfSurroundings(definition);
  if (use === null) return null;
  const uses =
    use.kind === 'default' ? `has a default for \`${use.name}\`` : `uses \`${use.name}\` of the code around it`;
  return { is: `${is} that ${uses}`, why: 'cannot be shared', remedy: 'function' };
}

/** Whether pickle does not find `definition` by name: it stands in a function that does not declare it `global`. */
function isLocal({ module, scope }: Definition): boolean {
  for (let at = scope.parent, name = scope.name; at > 0; ) {
    const { scope: outer } = definitionOf(module, at);
    if (outer.kind !== 'class') return !outer.globals.includes(name);
    name = outer.name;
    at = outer.parent;
  }
  return false;
}

/** Without `functools.wraps` the function that a decorator makes has a name under which pickle does not find it. */
function ofWrapped(wrapper: Definition): Obstacle | null {
  const { module, scope } = wrapper;
  const decorator = definitionOf(module, scope.parent).scope;
  const isRenamed = decorator.events.some(({ kind }) => kind === 'call') || decorator.kind === 'module';
  if (scope.decorators.length > 0 || isRenamed || !isLocal(wrapper)) return null;
  return {
    is: `what \`${decorator.name}\` makes of a function without \`functools.wraps\``,
    why: UNPICKLED,
    remedy: 'function',
  };
}

function ofLocal(definition: Definition, what: string): Obstacle | null {
  if (!isLocal(definition)) return null;
  const is =
    what === 'class' ? `\`${definition.scope.name}\`, a class` : `an object of \`${definition.scope.name}\`, a class`;
  return { is: `${is} that is defined in a function`, why: UNPICKLED, remedy: 'function' };
}

/** A bound method is pickled as its object and its name. */
function ofMethod(inference: Inference, way: Way, receiver: Type, { module, scope }: Definition): Obstacle | null {
  if (hasDecorator(module, scope, 'classmethod')) return null;
  if (receiver.kind === 'instance' && PRIVATE.test(scope.name)) {
    return {
      is: `\`${scope.name}\`, a private method,`,
      why: 'is not found by that name when it is unpickled',
      remedy: 'private',
    };
  }
  const found = within(inference, { ...way, depth: way.depth - 1 }, { types: [receiver], isComplete: true });
  return found === null ? null : { ...found, is: `a method of ${found.is}`, remedy: 'not-self' };
}

/** The class knows it by a longer name, `_Owner__name`: `method.__reduce__` (Objects/classobject.c) does not. */
const PRIVATE = /^__\w*[^\W_]_?$/;

/** By these a class says itself how it is pickled. */
const OWN_PICKLING = [
  '__reduce__',
  '__reduce_ex__',
  '__getstate__',
  '__getnewargs__',
  '__getnewargs_ex__',
  '__slots__',
];

function ofInstance(inference: Inference, way: Way, type: Extract<Type, { kind: 'instance' }>): Obstacle | null {
  const { definition } = type;
  const family = [definition, ...inference.surroundings.subclassesOf(definition)];
  let first: Obstacle | null = null;
  for (const each of type.made === null ? family : [definition]) {
    const found = ofClass(inference, way, { ...type, definition: each });
    if (found === null) return null;
    first ??= found;
  }
  return first;
}

function ofClass(inference: Inference, way: Way, type: Extract<Type, { kind: 'instance' }>): Obstacle | null {
  const { definition } = type;
  const { external, ...rest } = lineage(inference, definition);
  if (saysHow({ external, ...rest })) return null;
  const local = ofLocal(definition, 'object');
  if (local !== null) return local;
  const is = `a \`${definition.scope.name}\``;
  if (external.some((base) => isUnsent(inference, way, base))) return { is, why: UNPICKLED, remedy: 'make-there' };
  for (const name of madeByConstructor(inference, definition)) {
    const found = within(inference, way, attributeOf(inference, type, name));
    if (found === null) continue;
    const { kept = null } = found;
    const deeper = kept === null ? { name, is: found.is } : { name: `${name}.${kept.name}`, is: kept.is };
    return { is, why: found.why, remedy: found.remedy, kept: deeper };
  }
  return null;
}

/** Whether pickling is, or may be, a matter of the classes' own. */
function saysHow({ classes, external, isComplete }: Lineage): boolean {
  if (!isComplete || external.some((base) => base.startsWith('enum.'))) return true;
  return classes.some(({ scope }) => OWN_PICKLING.some((name) => scope.bindingsOf(name) !== undefined));
}

/** The attributes that every object of the class has from the start. */
function madeByConstructor(inference: Inference, definition: Definition): readonly string[] {
  const first = methodOf(inference, definition, '__init__');
  if (first === null) return [];
  return lineage(inference, definition).classes.flatMap((owner) => {
    const initialiser = methodOf(inference, owner, '__init__');
    const isRun = initialiser !== null && (isSameText(initialiser, first) || callsConstructor(first));
    if (!isRun) return [];
    return owner.scope.attributes
      .filter(({ value }) => value !== UNKNOWN && isCertain(initialiser, value))
      .map(({ name }) => name);
  });
}

/** `super().__init__(…)`. */
function callsConstructor({ module, scope }: Definition): boolean {
  const { expressions } = module.summary;
  return scope.events.some((event) => {
    const call = callOf(expressions, event);
    const callee = call !== undefined ? expressionAt(expressions, call.callee) : undefined;
    return callee?.kind === 'attribute' && callee.name === '__init__';
  });
}

/** Whether `initialiser` makes `value` whatever happens. */
function isCertain(initialiser: Definition, value: number): boolean {
  const { module, scope } = initialiser;
  const expression = expressionAt(module.summary.expressions, value);
  const { start, end } = scope.span;
  if (expression === undefined || expression.start < start || expression.end > end) return false;
  if (expression.kind !== 'call') return true;
  return scope.events.some((event) => event.kind === 'call' && event.call === value && !event.place.isConditional);
}

/** `context.run`: a method that is not known as one may be anything else. */
function ofLibraryMethod(inference: Inference, way: Way, type: Extract<Type, { kind: 'member' }>): Obstacle | null {
  const { catalogue } = inference;
  const [name = '', ...rest] = type.path;
  const isMethod =
    catalogue.callbacksOfMember(type.class, name).length > 0 ||
    catalogue.verdictOnMember(type.class, [name]) !== undefined;
  if (!isMethod || rest.length > 0) return null;
  const found = ofObject(inference, way, type.object ?? objectOf(type.class));
  return found === null ? null : { ...found, is: `a method of ${found.is}` };
}

function ofObject(inference: Inference, way: Way, type: Extract<Type, { kind: 'object' }>): Obstacle | null {
  if (isUnsent(inference, way, type.class)) {
    return { is: `a \`${shortName(type.class)}\``, why: UNPICKLED, remedy: 'make-there' };
  }
  if (!CONTAINERS.has(type.class)) return null;
  return within(inference, way, type.elements) ?? within(inference, way, type.values);
}

const CONTAINERS = new Set(['list', 'tuple', 'set', 'frozenset', 'dict'].map((name) => `builtins.${name}`));

function isUnsent({ catalogue }: Inference, way: Way, name: string): boolean {
  const sent = catalogue.sentOf(name);
  if (sent === 'to-interpreters') return way.worker === 'process' || way.isPickled;
  if (sent === 'to-processes') return way.worker !== 'process';
  if (sent === 'to-children') return !way.isStarting;
  return sent === 'never';
}

/** `threading.Lock`, `socket`. */
function shortName(name: string): string {
  return name.replace(/^_?(?:builtins|io)\./, '');
}
