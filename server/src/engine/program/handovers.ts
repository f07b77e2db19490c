/** Handovers: calls that are given a function which some other thread, process or the event loop will run. */

import type { Event, ScopeId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { scopesOf } from '../summary/packed-scopes.ts';
import type { Call } from './calls.ts';
import { type Definition, definitionOf, type Module } from './definitions.ts';
import { type Handed, handedTo, mayHandOver } from './handed.ts';
import type { Inference } from './inference.ts';
import type { Answer } from './types.ts';

export interface Handover extends Handed {
  /** The function in whose body the call stands. */
  readonly definition: Definition;
  readonly event: Extract<Event, { kind: 'call' }>;
  readonly call: Call;
}

/** Every handover in the text of `module`. */
export function handoversIn(inference: Inference, module: Module): readonly Handover[] {
  const found: Handover[] = [];
  scopesOf(module.summary.scopes).forEach((scope, id) => {
    for (const event of scope.events) {
      if (event.kind === 'call') found.push(...handoversAt(inference, module, id, event));
    }
  });
  return found;
}

function handoversAt(
  inference: Inference,
  module: Module,
  scope: ScopeId,
  event: Extract<Event, { kind: 'call' }>,
): readonly Handover[] {
  const call = expressionAt(module.summary.expressions, event.call);
  if (call?.kind !== 'call' || !mayHandOver(module, call)) return [];
  const { types, isComplete } = inference.answer(module, call.callee);
  const [type] = types;
  if (type === undefined || !isComplete || types.length !== 1) return [];
  return handedTo(inference, module, call, type)
    .filter(({ runs }) => runs !== 'here' && runs !== 'construction')
    .map((handed) => ({ definition: definitionOf(module, scope), event, call, ...handed }));
}

/**
 * The functions of the program that a handed-over value runs: itself, what a partial stands for, or the items of a list:
 * `on_startup=[connect, warm_up]`.
 */
export function functionsOf(answer: Answer): readonly Definition[] {
  return answer.types.flatMap((type): readonly Definition[] => {
    switch (type.kind) {
      case 'function':
        return [type.definition];
      case 'partial':
        return functionsOf(type.target);
      case 'tuple':
        return type.items.flatMap(functionsOf);
      case 'object':
        return type.class === 'builtins.list' && type.elements !== null ? functionsOf(type.elements) : [];
      default:
        return [];
    }
  });
}
