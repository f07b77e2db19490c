/** Where a value comes from inside its function: `open(path)` for the name of an open file. */
import { type ExpressionId, UNKNOWN } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Module } from './definitions.ts';
import type { Inference } from './inference.ts';

/** The expressions, UNKNOWN among them, whose value `subject` is: itself, or what was assigned to the name; empty where it came from elsewhere. */
export function sourcesOf({ summary }: Module, subject: ExpressionId): readonly ExpressionId[] {
  const expression = expressionAt(summary.expressions, subject);
  if (expression?.kind === 'call') return [subject];
  if (expression?.kind !== 'name' || expression.reaching === null) return [];
  return expression.reaching.map((id) => {
    const value = bindingAt(summary.bindings, id)?.value;
    return value?.kind === 'assign' || value?.kind === 'enter' ? value.value : UNKNOWN;
  });
}

/** Whether `subject` is an object that the function around it has just made. */
export function isNew(inference: Inference, module: Module, subject: ExpressionId): boolean {
  const sources = sourcesOf(module, subject);
  return sources.length > 0 && sources.every((source) => makesObject(inference, module, source));
}

function makesObject(inference: Inference, module: Module, source: ExpressionId): boolean {
  const call = expressionAt(module.summary.expressions, source);
  if (call?.kind !== 'call') return false;
  const { types } = inference.answer(module, call.callee);
  return types.length > 0 && types.every(({ kind }) => kind === 'class');
}
