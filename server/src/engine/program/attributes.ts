/** What an attribute may be: of a module, a class or an instance of the program, or of something outside it. */

import { UNKNOWN } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { annotated, fromExpression } from './annotations.ts';
import { returnsOf } from './calls.ts';
import { methodKind } from './decorators.ts';
import { type Definition, definitionOf } from './definitions.ts';
import { getterAmong } from './descriptors.ts';
import { writtenFor } from './dispatch.ts';
import type { Inference } from './inference.ts';
import { isVague, memberOfModule, namesOfClass, withItsMaking } from './names.ts';
import { keptOn, keptOnValue, withOutside } from './outside-writes.ts';
import { type Answer, certain, flatMap, objectOf, type Type, UNKNOWN_ANSWER, union } from './types.ts';

export function attributeOf(inference: Inference, type: Type, name: string): Answer {
  switch (type.kind) {
    case 'module':
      return memberOfModule(inference, type.target, name);
    case 'external':
      return externalMember(inference, type.name, name);
    case 'object':
      return objectAttribute(inference, type, name);
    case 'member':
      return inference.catalogue.hasOpenMembers(type.class)
        ? certain({ kind: 'member', class: type.class, path: [...type.path, name], object: type.object })
        : UNKNOWN_ANSWER;
    case 'class':
    case 'instance':
      return type.kind === 'instance' && name === '__class__'
        ? certain({ kind: 'class', definition: type.definition })
        : memberAttribute(inference, type, name);
    case 'super':
      return superAttribute(inference, type, name);
    case 'literal':
      return type.type === 'str' || type.type === 'bytes'
        ? certain({ kind: 'member', class: `builtins.${type.type}`, path: [name], object: null })
        : UNKNOWN_ANSWER;
    default:
      return UNKNOWN_ANSWER;
  }
}

/** `requests.get`, `pathlib.Path.cwd`, `os.path.join`: a longer qualified name; `User.objects` of a class that has such an attribute. */
function externalMember(inference: Inference, owner: string, name: string): Answer {
  const attribute = inference.catalogue.classAttributeOf(owner, name);
  if (attribute !== undefined) return fromExpression(inference, attribute, objectOf(owner));
  const kept = keptOnValue(inference, owner, name);
  if (kept !== null) return kept;
  return certain({ kind: 'external', name: inference.catalogue.canonical(`${owner}.${name}`) });
}

function objectAttribute(inference: Inference, type: Extract<Type, { kind: 'object' }>, name: string): Answer {
  const attribute = inference.catalogue.attributeOf(type.class, name);
  if (attribute !== undefined) return fromExpression(inference, attribute, type);
  const isMethod =
    inference.catalogue.verdictOnMember(type.class, [name]) !== undefined ||
    inference.catalogue.methodResultOf(type.class, name) !== undefined;
  const dynamic = isMethod ? undefined : inference.catalogue.methodResultOf(type.class, '__getattr__');
  if (dynamic !== undefined) return fromExpression(inference, dynamic, type);
  const kept = isMethod ? null : keptOn(inference, type, name);
  if (kept !== null) return kept;
  return certain({ kind: 'member', class: type.class, path: [name], object: type });
}

/** What methods put on `self` or `cls`, what the class has, or what others put there. */
function memberAttribute(
  inference: Inference,
  type: Extract<Type, { kind: 'instance' | 'class' }>,
  name: string,
): Answer {
  const own = attributeWrites(inference, type.definition, name);
  const member = memberOfClass(inference, type.definition, name, type);
  // A class-level default (`client = None`) beside `self.client = Client()`: either may be seen.
  const isEither = own !== null && member !== null && !isMethodAnswer(member);
  const inside = isEither ? union([own, member]) : (own ?? member);
  return withOutside(inference, type.definition, name, inside) ?? UNKNOWN_ANSWER;
}

function isMethodAnswer(answer: Answer): boolean {
  return answer.types.every((type) => type.kind === 'function' || type.kind === 'wrapped');
}

/** What `self.name = …` in the methods of the class and its bases puts there; null where nothing does. */
function attributeWrites(inference: Inference, definition: Definition, name: string): Answer | null {
  for (const owner of lineage(inference, definition).classes) {
    const writes = owner.scope.attributes.filter((write) => write.name === name);
    if (writes.length === 0) continue;
    const declared = writes.find((write) => write.annotation !== UNKNOWN);
    if (declared !== undefined) {
      const answer = annotated(inference, owner.module, declared.annotation);
      if (answer.isComplete && !answer.types.some(isVague)) {
        const values = writes.map(({ value }) => value).filter((value) => value !== UNKNOWN);
        return withItsMaking(inference, owner.module, answer, values);
      }
    }
    return union(writes.map((write) => writtenFor(inference, definition, owner, write.value)));
  }
  return null;
}

/**
 * What the class `definition` or one of its bases has under `name`, bound to `receiver`. null: no class has it, and all are known.
 * Where a base is outside the program and knowledge describes it, its member is the answer.
 */
function memberOfClass(inference: Inference, definition: Definition, name: string, receiver: Type): Answer | null {
  const { classes, external, isComplete } = lineage(inference, definition);
  for (const owner of classes) {
    const answer = namesOfClass(inference, owner, name);
    if (answer === null) continue;
    const isOpen = receiver.kind === 'instance' && isLeftOpen(answer);
    const isMethod = answer.types.some(({ kind }) => kind === 'function');
    const own = isOpen && isMethod ? UNKNOWN_ANSWER : bind(inference, answer, receiver);
    // Of a property that is left open its annotation may say enough.
    if (!isOpen || own.isComplete) return own;
    return inSubclasses(inference, definition, name, receiver) ?? UNKNOWN_ANSWER;
  }
  if (receiver.kind === 'instance') {
    for (const base of external) {
      const isKnown =
        inference.catalogue.verdictOnMember(base, [name]) !== undefined ||
        inference.catalogue.attributeOf(base, name) !== undefined ||
        inference.catalogue.callbacksOfMember(base, name).length > 0;
      if (isKnown) return objectAttribute(inference, objectOf(base), name);
    }
  }
  for (const base of external) {
    const attribute = inference.catalogue.classAttributeOf(base, name);
    if (attribute !== undefined)
      return fromExpression(inference, attribute, { kind: 'instance', definition, made: null });
  }
  const overridden = receiver.kind === 'instance' ? inSubclasses(inference, definition, name, receiver) : null;
  return overridden ?? (isComplete ? null : UNKNOWN_ANSWER);
}

/** More subclasses than this may be anything. */
const MAX_OVERRIDES = 4;

/**
 * What the subclasses in the program have under a name that the class itself leaves to them; null where they have none. Where the
 * program is seen to make objects of some of them, those are the ones.
 */
function inSubclasses(inference: Inference, definition: Definition, name: string, receiver: Type): Answer | null {
  const found = implementersOf(inference, definition, name).flatMap(
    (subclass) => namesOfClass(inference, subclass, name) ?? [],
  );
  return found.length === 0 ? null : bind(inference, union(found), receiver);
}

function implementersOf(inference: Inference, definition: Definition, name: string): readonly Definition[] {
  const { subclassesOf, constructionsOf } = inference.surroundings;
  // Whatever has its shape implements a protocol.
  if (lineage(inference, definition).external.some((base) => /^typing(?:_extensions)?\.Protocol$/.test(base)))
    return [];
  const having = subclassesOf(definition).filter((subclass) => subclass.scope.bindingsOf(name) !== undefined);
  const made = having.filter((subclass) =>
    [subclass, ...subclassesOf(subclass)].some((each) => constructionsOf(each).length > 0),
  );
  const found = made.length > 0 ? made : having;
  return found.length > MAX_OVERRIDES ? [] : found;
}

/** The objects that may stand where one of the class `definition` does, as far as its property `name` goes. */
export function objectsWith(inference: Inference, definition: Definition, name: string): Answer {
  const itself = certain({ kind: 'instance', definition, made: null });
  const getter = propertyOf(inference, { kind: 'instance', definition, made: null }, name);
  if (getter === null || getter.scope.name !== name || !getter.scope.isStub) return itself;
  const found = implementersOf(inference, definition, name);
  return found.length === 0
    ? itself
    : union(found.map((subclass) => certain({ kind: 'instance', definition: subclass, made: null })));
}

/** `...`, `raise NotImplementedError`: the class leaves it to its subclasses. */
function isLeftOpen(answer: Answer): boolean {
  return answer.types.every(
    (type) => (type.kind === 'function' || type.kind === 'property') && type.definition.scope.isStub,
  );
}

/** A class's member as it is seen through `receiver`: methods bound, properties read. */
function bind(inference: Inference, answer: Answer, receiver: Type): Answer {
  if (answer.types.length === 0) return UNKNOWN_ANSWER;
  const bound = union(answer.types.map((type) => boundType(inference, type, receiver)));
  return answer.isComplete ? bound : { ...bound, isComplete: false };
}

function boundType(inference: Inference, type: Type, receiver: Type): Answer {
  switch (type.kind) {
    case 'property':
      return receiver.kind === 'instance' ? returnsOf(inference, type.definition, receiver) : UNKNOWN_ANSWER;
    case 'instance': {
      const getter = receiver.kind === 'instance' ? methodOf(inference, type.definition, '__get__') : null;
      return getter === null ? certain(type) : returnsOf(inference, getter, type);
    }
    case 'object': {
      const got = receiver.kind === 'instance' ? inference.catalogue.methodResultOf(type.class, '__get__') : undefined;
      return got === undefined ? certain(type) : fromExpression(inference, got, type);
    }
    case 'wrapped':
      return flatMap(boundType(inference, type.target, receiver), (target) => certain({ ...type, target }));
    case 'function': {
      if (type.receiver !== null) return certain(type);
      const kind = methodKind(inference, type.definition);
      const isBound = kind === 'class' || (kind !== 'static' && receiver.kind === 'instance');
      return certain(isBound ? { ...type, receiver } : type);
    }
    default:
      return certain(type);
  }
}

/** The classes that an object takes its members from, its own first; those outside the program by name. */
export interface Lineage {
  readonly classes: readonly Definition[];
  readonly external: readonly string[];
  readonly isComplete: boolean;
}

/** The classes an instance of `definition` takes its members from: its own, then its bases', nearest first. */
export function lineage(inference: Inference, definition: Definition): Lineage {
  return inference.lineageOf(definition, () => findLineage(inference, definition));
}

function findLineage(inference: Inference, definition: Definition): Lineage {
  const classes: Definition[] = [definition];
  const external: string[] = [];
  let isComplete = true;
  for (let at = 0; at < classes.length && at < 30; at++) {
    const owner = classes[at];
    if (owner === undefined) break;
    for (const base of owner.scope.bases) {
      const answer = inference.answer(owner.module, classExpression(owner, base));
      isComplete &&= answer.isComplete && answer.types.length === 1;
      for (const type of answer.types) {
        if (type.kind === 'class' && !classes.includes(type.definition)) classes.push(type.definition);
        else if (type.kind === 'external') external.push(type.name);
      }
    }
  }
  const isKnownBase = (name: string) => inference.catalogue.isType(name) || HARMLESS_BASES.has(name);
  return { classes, external, isComplete: isComplete && external.every(isKnownBase) };
}

/** Bases that add no members worth following. */
const HARMLESS_BASES = new Set([
  'builtins.object',
  'abc.ABC',
  'typing.Generic',
  'typing.NamedTuple',
  'enum.Enum',
  'builtins.Exception',
]);

/** `class A(Generic[T])`, `class B(Base[int])`: the base is what stands before the brackets. */
export function classExpression(owner: Definition, base: number): number {
  const expression = expressionAt(owner.module.summary.expressions, base);
  return expression?.kind === 'subscript' ? expression.object : base;
}

function superAttribute(inference: Inference, type: Extract<Type, { kind: 'super' }>, name: string): Answer {
  const { module, scope } = type.definition;
  for (const base of scope.bases) {
    for (const found of inference.answer(module, classExpression(type.definition, base)).types) {
      if (found.kind === 'external') {
        return objectAttribute(inference, objectOf(found.name), name);
      }
      if (found.kind !== 'class') return UNKNOWN_ANSWER;
      const answer = memberOfClass(inference, found.definition, name, type.receiver);
      if (answer !== null) return answer;
    }
  }
  return UNKNOWN_ANSWER;
}

/** The method `name` of the class `definition` or its bases in the program; null where there is none. */
export function methodOf(inference: Inference, definition: Definition, name: string): Definition | null {
  for (const owner of lineage(inference, definition).classes) {
    for (const id of owner.scope.bindingsOf(name) ?? []) {
      const value = bindingAt(owner.module.summary.bindings, id)?.value;
      if (value?.kind === 'scope') return definitionOf(owner.module, value.scope);
    }
  }
  return null;
}

/** What reading `name` of an instance runs: the property of that name, or `__getattr__` where nothing has the name; else null. */
export function propertyOf(
  inference: Inference,
  type: Extract<Type, { kind: 'instance' | 'super' }>,
  name: string,
): Definition | null {
  const { classes, external } = lineage(inference, type.definition);
  for (const owner of type.kind === 'super' ? classes.slice(1) : classes) {
    const answer = namesOfClass(inference, owner, name);
    if (answer !== null) return getterAmong(inference, answer);
    if (owner.scope.attributes.some((write) => write.name === name)) return null;
  }
  return external.length > 0 || name.startsWith('__') ? null : methodOf(inference, type.definition, '__getattr__');
}
