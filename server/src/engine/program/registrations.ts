/** What a decorator of a library does with the function that it decorates: calls it in its place, or hands it to be run elsewhere. */
import type { CallbackRow, HandedTo } from '../knowledge/rows.ts';
import type { ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { noneHolds } from './arguments.ts';
import type { Definition, Module } from './definitions.ts';
import type { Inference } from './inference.ts';
import type { Type } from './types.ts';

/** Whether a decorator of `definition` has it run so. */
export function isDecoratedToRun(inference: Inference, { module, scope }: Definition, where: HandedTo): boolean {
  return scope.decorators.some((id) => registers(inference, module, id, where));
}

/** Whether the decorator `id` has what it decorates run so: `@app.get("/")` of a framework that calls plain handlers on the loop. */
export function registers(inference: Inference, module: Module, id: ExpressionId, where: HandedTo): boolean {
  const expression = expressionAt(module.summary.expressions, id);
  const call = expression?.kind === 'call' ? expression : null;
  return inference
    .answer(module, call?.callee ?? id)
    .types.some((type) =>
      rowsOf(inference, type).some(
        ({ decorates, runs, unless }) =>
          decorates === true && runs === where && (call === null || noneHolds(inference, module, call, unless ?? [])),
      ),
    );
}

/** The rows on what `type`, a decorator or what is called to make one, is handed. */
export function rowsOf({ catalogue }: Inference, type: Type): readonly CallbackRow[] {
  if (type.kind === 'external') return catalogue.callbacksOf(type.name);
  return type.kind === 'member' && type.path.length === 1
    ? catalogue.callbacksOfMember(type.class, type.path[0] ?? '')
    : [];
}
