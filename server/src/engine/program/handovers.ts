/** Handovers: calls that are given a function which some other thread, process or the event loop will run. */
import type { HandedTo } from '../knowledge/rows.ts';
import type { Event, ExpressionId } from '../summary/model.ts';
import { argumentAt } from './arguments.ts';
import type { Call } from './calls.ts';
import { type Definition, definitionOf, type Module } from './definitions.ts';
import type { Inference } from './inference.ts';
import type { Answer, Type } from './types.ts';

export interface Handover {
  /** The function in whose body the call stands. */
  readonly definition: Definition;
  readonly event: Extract<Event, { kind: 'call' }>;
  readonly call: Call;
  /** Qualified name of what is called, as knowledge has it: `concurrent.futures.ThreadPoolExecutor.submit`. */
  readonly callee: string;
  readonly runs: HandedTo;
  /** The argument that is the function, and what it may be. */
  readonly argument: ExpressionId;
  readonly target: Answer;
}

/** Every handover in the text of `module`. */
export function handoversIn(inference: Inference, module: Module): readonly Handover[] {
  const found: Handover[] = [];
  module.summary.scopes.forEach((scope, id) => {
    for (const event of scope.events) {
      if (event.kind === 'call') found.push(...handoversAt(inference, definitionOf(module, id), event));
    }
  });
  return found;
}

function handoversAt(
  inference: Inference,
  definition: Definition,
  event: Extract<Event, { kind: 'call' }>,
): readonly Handover[] {
  const { module } = definition;
  const call = module.summary.expressions[event.call];
  if (call?.kind !== 'call') return [];
  const bare = module.summary.expressions[call.callee];
  const name = bare?.kind === 'attribute' || bare?.kind === 'name' ? bare.name : '';
  if (bare?.kind === 'attribute' && !inference.catalogue.mayBeHandedFunctions(name)) return [];
  const { types, isComplete } = inference.answer(module, call.callee);
  const [type] = types;
  if (type === undefined || !isComplete || types.length !== 1) return [];
  return rowsOf(inference, type).flatMap(({ callee, row }) => {
    const argument = argumentAt(call, row.position ?? null, row.keyword ?? null);
    if (argument === null || row.runs === 'here') return [];
    return [{ definition, event, call, callee, runs: row.runs, argument, target: inference.answer(module, argument) }];
  });
}

function rowsOf(inference: Inference, type: Type) {
  const { catalogue } = inference;
  if (type.kind === 'external') return catalogue.callbacksOf(type.name).map((row) => ({ callee: type.name, row }));
  if (type.kind !== 'member' || type.path.length !== 1) return [];
  const [name = ''] = type.path;
  return catalogue.callbacksOfMember(type.class, name).map((row) => ({ callee: `${type.class}.${name}`, row }));
}

/** The functions of the program that a handed-over value runs: itself, or what a partial stands for. */
export function functionsOf(answer: Answer): readonly Definition[] {
  return answer.types.flatMap((type): readonly Definition[] => {
    if (type.kind === 'function') return [type.definition];
    return type.kind === 'partial' ? functionsOf(type.target) : [];
  });
}
