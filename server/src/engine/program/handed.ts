/**
 * What a call is handed to run: functions among its arguments, and on which thread they will run. Known from the catalogue
 * (`asyncio.to_thread`, `sorted(key=)`) or inferred: a function of the program that calls its parameter, or hands it on to one of
 * these, does the same, in any number of steps.
 */

import type { CallbackRow, HandedTo, Passing, Starts, Worker } from '../knowledge/rows.ts';
import { type ExpressionId, type Guard, UNKNOWN } from '../summary/model.ts';
import { callOf, expressionAt } from '../summary/packed-expressions.ts';
import { argumentAt, hasSpread, noneHolds } from './arguments.ts';
import { lineage, methodOf } from './attributes.ts';
import type { Call } from './calls.ts';
import { type Definition, type Module, ownerOf, qualifiedName } from './definitions.ts';
import { carried } from './guards.ts';
import type { Inference } from './inference.ts';
import { boundTo, hasDecorator } from './names.ts';
import { sourcesOf } from './sources.ts';
import { type Answer, certain, isNone, type ParameterType, type Type, UNKNOWN_ANSWER } from './types.ts';

/** A function that a call is handed. */
export interface Handed {
  /** Qualified name of what is called, as knowledge or the program has it. */
  readonly callee: string;
  readonly runs: HandedTo;
  /** A coroutine function is taken as well, and runs on the loop. */
  readonly takesCoroutines: boolean;
  /** The special method of the argument that is run; null where the argument itself is. */
  readonly method: string | null;
  /** What else the call passes it; null where that is not known. */
  readonly passes: Passing | null;
  /** How a process is started with it; null where none is. */
  readonly starts: Starts | null;
  /** The conditions, on parameters of the function called, under which it is run. */
  readonly guards: readonly Guard[];
  /** The argument; for one of `*args`, the spread itself. */
  readonly argument: ExpressionId;
  /** What the argument may be. */
  readonly target: Answer;
}

/** That a function runs what it is given at `position` (0 = first after `self`) or as `keyword`. */
export interface ParameterUse {
  readonly position: number | null;
  readonly keyword: string | null;
  readonly runs: HandedTo;
  readonly takesCoroutines: boolean;
  readonly method: string | null;
  readonly passes: Passing | null;
  readonly starts: Starts | null;
  readonly guards: readonly Guard[];
  /** What it runs where nothing is given: the parameter's default. */
  readonly default: ExpressionId;
}

/** What `call`, in `module`, is handed by way of `callee`, one of the things it may call. */
export function handedTo(inference: Inference, module: Module, call: Call, callee: Type): readonly Handed[] {
  if (call.arguments.length === 0 && !hasDefaultToRun(callee)) return [];
  const { name, uses } = usesOf(inference, module, call, callee);
  return uses.flatMap((use) => {
    const found = argumentFor(inference, module, call, use) ?? defaultFor(inference, call, callee, use);
    const { runs, takesCoroutines, method, passes, starts, guards } = use;
    return found === null ? [] : [{ callee: name, runs, takesCoroutines, method, passes, starts, guards, ...found }];
  });
}

const NO_USES: readonly ParameterUse[] = [];

function usesOf(
  inference: Inference,
  module: Module,
  call: Call,
  callee: Type,
): { readonly name: string; readonly uses: readonly ParameterUse[] } {
  const { catalogue } = inference;
  const usesIn = (rows: readonly CallbackRow[]) =>
    rows
      .filter(
        ({ unless, isOwn }) => noneHolds(inference, module, call, unless ?? []) && (!isOwn || isOnOwn(module, call)),
      )
      .map((row) => useOf(row, runsOf(inference, module, call, row)));
  switch (callee.kind) {
    case 'external':
      return { name: callee.name, uses: usesIn(catalogue.callbacksOf(callee.name)) };
    case 'member': {
      const [only = ''] = callee.path;
      const rows = callee.path.length === 1 ? catalogue.callbacksOfMember(callee.class, only) : [];
      return { name: `${callee.class}.${only}`, uses: usesIn(rows) };
    }
    case 'function':
      return { name: qualifiedName(callee.definition), uses: usesOfParameters(inference, callee.definition) };
    case 'instance': {
      const method = methodOf(inference, callee.definition, '__call__');
      const uses = method === null ? NO_USES : usesOfParameters(inference, method);
      return { name: qualifiedName(callee.definition), uses };
    }
    default:
      return { name: '', uses: NO_USES };
  }
}

/** Whether the object of the method that `call` calls was made in the same function. */
function isOnOwn(module: Module, { callee }: Call): boolean {
  const method = expressionAt(module.summary.expressions, callee);
  return method?.kind === 'attribute' && sourcesOf(module, method.object).length > 0;
}

/** Where the function runs that `call` hands over as `row` says: an executor among its arguments decides. */
function runsOf(inference: Inference, module: Module, call: Call, { runs, executor }: CallbackRow): HandedTo {
  if (executor === undefined) return runs;
  if (hasSpread(call)) return 'elsewhere';
  const argument = argumentAt(call, executor.position, executor.keyword);
  if (argument === null) return runs;
  const { types, isComplete } = inference.resolved(inference.answer(module, argument));
  const workers = new Set(types.map((type) => (isNone(type) ? runs : workerOf(inference, type))));
  const [worker = null] = workers;
  return isComplete && workers.size === 1 ? (worker ?? 'elsewhere') : 'elsewhere';
}

/** What runs the tasks of an executor of `type`; null where that is not known. */
export function workerOf(inference: Inference, type: Type): Worker | null {
  if (type.kind === 'object') return inference.catalogue.workerOf(type.class);
  if (type.kind !== 'instance') return null;
  for (const base of lineage(inference, type.definition).external) {
    const worker = inference.catalogue.workerOf(base);
    if (worker !== null) return worker;
  }
  return null;
}

function useOf(
  { position, keyword, takesCoroutines, method, passes, starts }: CallbackRow,
  runs: HandedTo,
): ParameterUse {
  return {
    position: position ?? null,
    keyword: keyword ?? null,
    runs,
    takesCoroutines: takesCoroutines ?? false,
    method: method ?? null,
    passes: passes ?? null,
    starts: starts ?? null,
    guards: [],
    default: UNKNOWN,
  };
}

/** What a call that leaves the argument out runs in its place: `def load(path, read=read_file)`. */
function defaultFor(inference: Inference, call: Call, callee: Type, use: ParameterUse) {
  if (callee.kind !== 'function' || use.default === UNKNOWN || hasSpread(call)) return null;
  return { argument: UNKNOWN, target: inference.answer(callee.definition.module, use.default) };
}

/** Whether a parameter of the function `callee` has a default that may be run. */
export function hasDefaultToRun(callee: Type): boolean {
  if (callee.kind !== 'function') return false;
  const { module, scope } = callee.definition;
  return scope.parameters.some((parameter) => canBeRun(module, parameter.default));
}

function argumentFor(
  inference: Inference,
  module: Module,
  call: Call,
  { position, keyword }: ParameterUse,
): { readonly argument: ExpressionId; readonly target: Answer } | null {
  let at = 0;
  for (const argument of call.arguments) {
    if (argument.keyword !== null) {
      if (argument.keyword === keyword)
        return { argument: argument.value, target: inference.answer(module, argument.value) };
    } else if (argument.isSpread) {
      return position === null || position < at
        ? null
        : elementOfSpread(inference, module, argument.value, position - at);
    } else if (at++ === position) {
      return { argument: argument.value, target: inference.answer(module, argument.value) };
    }
  }
  return null;
}

/** `f(*args)`, where `args` is a parameter of the function around: element `element` of what its callers pass. */
function elementOfSpread(inference: Inference, module: Module, argument: ExpressionId, element: number) {
  const [type] = inference.answer(module, argument).types;
  if (type?.kind !== 'parameter') return null;
  const parameter = type.definition.scope.parameters[type.index];
  return { argument, target: parameter?.kind === 'star' ? certain({ ...type, element }) : UNKNOWN_ANSWER };
}

/** Which of its parameters the function `definition` runs or hands on. */
function usesOfParameters(inference: Inference, definition: Definition): readonly ParameterUse[] {
  return inference.usesOf(definition, () => {
    const uses: ParameterUse[] = [];
    if (!mayRunParameters(inference, definition)) return uses;
    for (const run of runBy(inference, definition)) {
      if (run.type.definition !== definition) continue;
      const use = useOfParameter(definition, run);
      if (use !== null && !uses.some((known) => isSameUse(known, use))) uses.push(use);
    }
    return uses;
  });
}

/** Whether one of its parameters, as far as their annotations go, may be a function: else its body need not be read. */
function mayRunParameters(inference: Inference, definition: Definition): boolean {
  const { module, scope } = definition;
  return scope.parameters.some(({ name }) =>
    boundTo(inference, module, scope.bindingsOf(name) ?? []).types.some(({ kind }) => kind === 'parameter'),
  );
}

interface Run {
  readonly type: ParameterType;
  readonly runs: HandedTo;
  readonly starts: Starts | null;
  readonly guards: readonly Guard[];
}

const HERE = { runs: 'here', starts: null } as const;

/** The parameters, its own and those of functions around it, that running `definition` runs or hands on. */
export function runBy(inference: Inference, definition: Definition): readonly Run[] {
  const { module, scope } = definition;
  return scope.events.flatMap((event): readonly Run[] => {
    const call = callOf(module.summary.expressions, event);
    if (call === undefined) return [];
    const callees = inference.answer(module, call.callee).types;
    // What is awaited is a coroutine function: it waits without blocking.
    const called = call.isAwaited
      ? []
      : callees.flatMap((type) => parametersIn(inference, definition, type, HERE, event.place.guards));
    const handed = callees.flatMap((type) =>
      handedTo(inference, module, call, type)
        .filter(({ method }) => method === null)
        .flatMap(({ target, runs, starts, guards }) => {
          const left = type.kind === 'function' ? carried(inference, definition, event, type.definition, guards) : [];
          const all = left === null ? null : [...(runs === 'here' ? event.place.guards : []), ...left];
          return target.types.flatMap((handedType) =>
            all === null ? [] : parametersIn(inference, definition, handedType, { runs, starts }, all),
          );
        }),
    );
    return [...called, ...handed];
  });
}

/** `if callback: callback()`. */
function isThatItIsGiven(guard: Guard, { definition, index }: ParameterType): boolean {
  return guard.kind === 'truth' && guard.isTrue && guard.name === definition.scope.parameters[index]?.name;
}

/** The parameters that are run where `type` is. */
function parametersIn(
  inference: Inference,
  around: Definition,
  type: Type,
  how: Pick<Run, 'runs' | 'starts'>,
  guards: readonly Guard[],
): readonly Run[] {
  switch (type.kind) {
    case 'parameter':
      return [{ type, ...how, guards: guards.filter((guard) => !isThatItIsGiven(guard, type)) }];
    case 'partial':
      return type.target.types.flatMap((target) => parametersIn(inference, around, target, how, guards));
    case 'function': {
      // A lambda or nested function that calls a parameter of the function around it.
      const isNested = type.definition.module === around.module && type.definition.scope.parent === around.id;
      if (!isNested) return [];
      return runBy(inference, type.definition).map((run) =>
        run.runs === 'here' ? { ...run, ...how, guards: [...guards, ...run.guards] } : run,
      );
    }
    default:
      return [];
  }
}

function useOfParameter(definition: Definition, { type, runs, starts, guards }: Run): ParameterUse | null {
  const parameter = definition.scope.parameters[type.index];
  if (parameter === undefined || parameter.kind === 'double-star') return null;
  if (parameter.kind === 'star' && type.element === null) return null;
  const position =
    parameter.kind === 'keyword-only' ? null : type.index + (type.element ?? 0) - receiversOf(definition);
  return {
    position,
    keyword: parameter.kind === 'star' ? null : parameter.name,
    runs,
    takesCoroutines: false,
    method: null,
    passes: null,
    starts,
    guards,
    default: parameter.default,
  };
}

function isSameUse(left: ParameterUse, right: ParameterUse): boolean {
  return (
    left.position === right.position &&
    left.keyword === right.keyword &&
    left.runs === right.runs &&
    left.guards.length <= right.guards.length
  );
}

/** How many parameters what stands before the dot fills. */
export function receiversOf(definition: Definition): number {
  return ownerOf(definition) !== null && !hasDecorator(definition.module, definition.scope, 'staticmethod') ? 1 : 0;
}

/** Whether an argument can matter to `usesOf`: most calls hand over plain values. */
export function mayHandOver(module: Module, call: Call): boolean {
  return call.arguments.some(({ value }) => canBeRun(module, value));
}

function canBeRun(module: Module, id: ExpressionId): boolean {
  const kind = id === UNKNOWN ? undefined : expressionAt(module.summary.expressions, id)?.kind;
  return kind !== undefined && CAN_BE_RUN.has(kind);
}

const CAN_BE_RUN = new Set(['name', 'attribute', 'lambda', 'call', 'await', 'subscript', 'comprehension', 'sequence']);
