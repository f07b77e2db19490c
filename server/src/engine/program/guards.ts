/** Which of a function's guarded effects a given call of it meets. */
import type { Comparison, Event, ExpressionId, Factor, Guard, Parameter } from '../summary/model.ts';
import { UNKNOWN } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { argumentAt, hasSpread } from './arguments.ts';
import { lineage, methodOf } from './attributes.ts';
import type { Call } from './calls.ts';
import { expressionOf } from './chains.ts';
import { type Definition, isSameText, type Module, ownerOf } from './definitions.ts';
import { receiversOf } from './handed.ts';
import type { Inference } from './inference.ts';
import { numberOf } from './sizes.ts';
import type { Making, Type } from './types.ts';

type Truth = Extract<Guard, { kind: 'truth' }>;
type Value = Extract<Guard, { kind: 'value' }>;
type Size = Extract<Guard, { kind: 'size' }>;
type Constant = string | number | boolean | null;

/** A call of `callee` at `event` in `caller`. */
interface Passage {
  readonly inference: Inference;
  readonly caller: Definition;
  readonly event: Event;
  readonly callee: Definition;
}

/**
 * The guards under which `caller` meets, at `event`, what stands under `guards` in `callee`: none of them where the call settles
 * them, the same on the caller's own names where it passes those on. null: the call does not get there, or it is not certain.
 */
export function carried(
  inference: Inference,
  caller: Definition,
  event: Event,
  callee: Definition,
  guards: readonly Guard[],
): readonly Guard[] | null {
  const passage = { inference, caller, event, callee };
  const passedOn: Guard[] = [];
  for (const guard of guards) {
    const verdict = settle(passage, guard);
    if (verdict === false) return null;
    if (verdict !== true) passedOn.push(verdict);
  }
  const all = [...event.place.guards, ...passedOn];
  return all.some((guard) => contradicts(all, guard)) ? null : passedOn;
}

/**
 * Whether what stands under `guards`, all on names of `root`'s own, may be taken to happen when nobody knows how `root` is called:
 * what is passed on is there to be used, but it is not one constant of many.
 */
export function isPlausible(root: Definition, guards: readonly Guard[]): boolean {
  return guards.every((guard) => {
    switch (guard.kind) {
      case 'truth': {
        if (guard.isTrue || !guard.isParameter) return true;
        const parameter = root.scope.parameters.find(({ name }) => name === guard.name);
        return parameter !== undefined && truthOfDefault(root.module, parameter) === false;
      }
      case 'value':
        return guard.comparison === '==' ? !guard.isTrue : guard.comparison !== '!=' || guard.isTrue;
      case 'size':
        return isLarge(guard, ({ name }) => {
          const parameter = root.scope.parameters.find((each) => each.name === name);
          const size = parameter === undefined ? undefined : literalValue(root.module, parameter.default);
          return typeof size === 'number' ? size : null;
        });
      case 'either':
        return guard.options.some((option) => isPlausible(root, [option]));
      default:
        return true;
    }
  });
}

/** `if a or b: … else: f(a)`, where f opens only what is given. */
function contradicts(guards: readonly Guard[], guard: Guard): boolean {
  return (
    guard.kind === 'truth' &&
    guards.some((other) => other.kind === 'truth' && other.name === guard.name && other.isTrue !== guard.isTrue)
  );
}

/** true: the guard holds in this call. false: it does not, or nobody knows. A guard: it holds if this one does. */
function settle(passage: Passage, guard: Guard): boolean | Guard {
  switch (guard.kind) {
    case 'once':
      return guard;
    case 'truth':
      if (guard.isParameter) return settleTruth(passage, guard);
      return guard.name.includes('.') ? settleAttribute(passage, guard) : guard;
    case 'value':
      return settleValue(passage, guard);
    case 'size':
      return settleSize(passage, guard);
    case 'either':
      return settleEither(passage, guard.options);
    default:
      return false;
  }
}

function settleEither(passage: Passage, options: readonly Guard[]): boolean | Guard {
  const open: Guard[] = [];
  for (const option of options) {
    const verdict = settle(passage, option);
    if (verdict === true) return true;
    if (verdict !== false) open.push(verdict);
  }
  const [only] = open;
  return open.length > 1 ? { kind: 'either', options: open } : (only ?? false);
}

function settleTruth(passage: Passage, guard: Truth): boolean | Guard {
  const { inference, caller, event, callee } = passage;
  // Left without an exception, a block passes `__exit__` nothing but None.
  if (callee.scope.name === '__exit__' && !isCallOf(caller.module, event, '__exit__')) return !guard.isTrue;
  const passed = passedFor(passage, guard.name);
  if (passed === null) return false;
  if (passed.argument === null) return truthOfDefault(callee.module, passed.parameter) === guard.isTrue;
  const name = spelledName(caller.module, passed.argument);
  if (name !== null) return { ...guard, name, isParameter: isParameter(caller, name) };
  const answer = inference.answer(caller.module, passed.argument);
  const truths = answer.types.map((type) =>
    type.kind === 'literal' && type.value !== null ? Boolean(type.value) : !isNoneLiteral(type),
  );
  if (truths.includes(!guard.isTrue)) return false;
  // An argument that is given is there to be used.
  return truths.length > 0 || guard.isTrue;
}

/** A literal without a value is an f-string or a long text; only `None` is none. */
function isNoneLiteral(type: Type): boolean {
  return type.kind === 'literal' && type.type === 'none';
}

function settleValue(passage: Passage, guard: Value): boolean | Guard {
  const { inference, caller, callee } = passage;
  const passed = passedFor(passage, guard.name);
  if (passed === null) return false;
  const argument = passed.argument;
  if (argument === null) {
    const value = literalValue(callee.module, passed.parameter.default);
    return value !== undefined && compare(value, guard) === guard.isTrue;
  }
  const name = spelledName(caller.module, argument);
  if (name !== null && isParameter(caller, name)) return { ...guard, name };
  const { types, isComplete } = inference.answer(caller.module, argument);
  const [type] = types;
  if (isComplete && types.length === 1 && type?.kind === 'literal' && type.value !== null) {
    return compare(type.value, guard) === guard.isTrue;
  }
  // One value of many is not what this call passes, as far as anybody knows; more or less than a bound it may be.
  return guard.comparison === '==' ? !guard.isTrue : guard.comparison === '!=' ? guard.isTrue : true;
}

/** A generator expression has no parameters: it counts what the function around it does. */
function settleSize(passage: Passage, guard: Size): boolean | Guard {
  const { inference, caller, callee } = passage;
  if (callee.scope.kind === 'comprehension') return guard;
  let { atLeast } = guard;
  const factors: Factor[] = [];
  for (const { name, exponent } of guard.factors) {
    const passed = passedFor(passage, name);
    const own = passed?.argument == null ? null : spelledName(caller.module, passed.argument);
    if (own !== null && isParameter(caller, own)) {
      factors.push({ name: own, exponent });
      continue;
    }
    const size =
      passed === null
        ? null
        : passed.argument === null
          ? numberOf(inference, callee.module, passed.parameter.default)
          : numberOf(inference, caller.module, passed.argument);
    const counted = size ?? guard.assumed;
    if (counted === null) return false;
    atLeast /= Math.max(0, counted) ** exponent;
  }
  return factors.length > 0 ? { ...guard, factors, atLeast } : atLeast <= 1;
}

/** Whether the product of `guard` is as large as it says, where `sizeOf` knows the parameters. */
function isLarge({ factors, atLeast, assumed }: Size, sizeOf: (factor: Factor) => number | null): boolean {
  const sizes = factors.map((factor) => (sizeOf(factor) ?? assumed ?? 0) ** factor.exponent);
  return sizes.reduce((product, size) => product * size, 1) >= atLeast;
}

function compare(value: Constant, { comparison, constant }: Value): boolean {
  if (comparison === '==' || comparison === '!=') return (value === constant) === (comparison === '==');
  return typeof value === 'number' && typeof constant === 'number' && ORDER[comparison](value, constant);
}

const ORDER: Readonly<Record<Exclude<Comparison, '==' | '!='>, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/**
 * `if self.log_file:` in a method: decided by how the object was made, where that is seen and the constructor keeps a parameter
 * under that name; the same guard where a method calls another on its own object.
 */
function settleAttribute(passage: Passage, guard: Truth): boolean | Guard {
  const { inference, caller, event, callee } = passage;
  const call = callOf(caller.module, event);
  const receiver = callee.scope.parameters[0]?.name ?? '';
  if (call === null || !guard.name.startsWith(`${receiver}.`) || ownerOf(callee) === null) return guard;
  const attribute = guard.name.slice(receiver.length + 1);
  const own = receiverSpelled(caller, call);
  if (own !== null) return { ...guard, name: `${own}.${attribute}` };
  const truth = attribute.includes('.') ? null : truthInObjects(inference, caller.module, call, callee, attribute);
  return truth === null ? { ...guard, name: `${callee.module.path}#${guard.name}` } : truth === guard.isTrue;
}

/** The caller's own first parameter, where the call is `self.method(…)`. */
function receiverSpelled(caller: Definition, call: Call): string | null {
  const callee = expressionAt(caller.module.summary.expressions, call.callee);
  const object =
    callee?.kind === 'attribute' ? expressionAt(caller.module.summary.expressions, callee.object) : undefined;
  const receiver = ownerOf(caller) === null ? undefined : caller.scope.parameters[0]?.name;
  return object?.kind === 'name' && object.name === receiver ? object.name : null;
}

/** Whether the attribute is true in the object of `call`, or in every object of its class; null where that is not known. */
function truthInObjects(
  inference: Inference,
  module: Module,
  call: Call,
  callee: Definition,
  attribute: string,
): boolean | null {
  const made = makingOf(inference, module, call, callee);
  if (made !== null) return truthOfAttribute(inference, made, attribute);
  const definition = ownerOf(callee);
  const all = definition === null ? [] : inference.surroundings.constructionsOf(definition);
  const truths = all.map((making) => definition && truthOfAttribute(inference, { ...making, definition }, attribute));
  return truths.length > 0 && truths.every((truth) => truth === false) ? false : null;
}

/** The constructor call that made an object, and its class. */
interface MadeObject extends Making {
  readonly definition: Definition;
}

function makingOf(inference: Inference, module: Module, call: Call, callee: Definition): MadeObject | null {
  for (const type of inference.answer(module, call.callee).types) {
    if (type.kind === 'class') return { module, call, definition: type.definition };
    if (type.kind !== 'function' || !isSameText(type.definition, callee) || type.receiver?.kind !== 'instance')
      continue;
    const { made, definition } = type.receiver;
    return made === null ? null : { ...made, definition };
  }
  return null;
}

/** Whether the attribute is true in objects made so; null where that does not follow from the constructor's arguments. */
function truthOfAttribute(
  inference: Inference,
  { module, call, definition }: MadeObject,
  attribute: string,
): boolean | null {
  const initialiser = methodOf(inference, definition, '__init__');
  const writes = lineage(inference, definition).classes.flatMap((owner) =>
    owner.scope.attributes.filter((write) => write.name === attribute).map(({ value }) => ({ owner, value })),
  );
  const [write] = writes;
  if (initialiser === null || write === undefined || writes.length !== 1 || hasSpread(call)) return null;
  const parameter = initialiser.scope.parameters.find(({ name }) => decides(write.owner.module, write.value, name));
  if (parameter === undefined) return null;
  const index = initialiser.scope.parameters.indexOf(parameter);
  const position = parameter.kind === 'positional' ? index - receiversOf(initialiser) : null;
  const argument = argumentAt(call, position, parameter.name);
  if (argument === null) return truthOfDefault(initialiser.module, parameter) === false ? false : null;
  const value = literalValue(module, argument);
  return value === undefined ? null : Boolean(value);
}

/** Whether `value` is false when the parameter `name` is: `name` itself, or `Path(name) if name else None`. */
function decides(module: Module, value: ExpressionId, name: string): boolean {
  const expression = expressionAt(module.summary.expressions, value);
  if (expression?.kind === 'name') return expression.name === name;
  if (expression?.kind !== 'choice') return false;
  const options = expression.options.map((option) => expressionAt(module.summary.expressions, option));
  return (
    options.some((option) => option?.kind === 'literal' && !option.value) && mentions(module, expression.options, name)
  );
}

function mentions(module: Module, options: readonly ExpressionId[], name: string): boolean {
  return options.some((id) => {
    const option = expressionAt(module.summary.expressions, id);
    if (option?.kind === 'name') return option.name === name;
    return (
      option?.kind === 'call' &&
      mentions(
        module,
        option.arguments.map(({ value }) => value),
        name,
      )
    );
  });
}

/** What the call passes for the parameter `name`; an argument of null is the default. null: it is not known. */
function passedFor(
  { caller, event, callee }: Passage,
  name: string,
): { readonly parameter: Parameter; readonly argument: ExpressionId | null } | null {
  const call = callOf(caller.module, event);
  const index = callee.scope.parameters.findIndex((parameter) => parameter.name === name);
  const parameter = callee.scope.parameters[index];
  if (call === null || parameter === undefined || hasSpread(call)) return null;
  const position = parameter.kind === 'positional' ? index - receiversOf(callee) : null;
  return { parameter, argument: argumentAt(call, position, name) };
}

function callOf(module: Module, event: Event): Call | null {
  const expression = expressionAt(module.summary.expressions, expressionOf(event));
  return expression?.kind === 'call' ? expression : null;
}

/** Whether `event` calls something by the name `name`, and is no `with` or `enter_context` that does it unseen. */
function isCallOf(module: Module, event: Event, name: string): boolean {
  const callee = expressionAt(module.summary.expressions, callOf(module, event)?.callee ?? UNKNOWN);
  return event.kind === 'call' && callee?.kind === 'attribute' && callee.name === name;
}

/** A name or dotted attribute as the caller spells it. */
function spelledName(module: Module, id: ExpressionId): string | null {
  const expression = expressionAt(module.summary.expressions, id);
  if (expression?.kind === 'name') return expression.name;
  if (expression?.kind !== 'attribute') return null;
  const object = spelledName(module, expression.object);
  return object === null ? null : `${object}.${expression.name}`;
}

/** null: there is no default, or it is no literal. */
function truthOfDefault(module: Module, parameter: Parameter): boolean | null {
  const value = parameter.default === UNKNOWN ? undefined : literalValue(module, parameter.default);
  return value === undefined ? null : Boolean(value);
}

function literalValue(module: Module, id: ExpressionId): Constant | undefined {
  const expression = id === UNKNOWN ? undefined : expressionAt(module.summary.expressions, id);
  if (expression?.kind !== 'literal') return undefined;
  return expression.value === null && expression.type !== 'none' ? undefined : expression.value;
}

function isParameter({ scope }: Definition, name: string): boolean {
  return scope.parameters.some((parameter) => parameter.name === name) && scope.bindingsOf(name)?.length === 1;
}
