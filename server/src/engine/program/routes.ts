/** Functions that a framework runs in a thread if they are plain, and on its loop if they are coroutines: routes and dependencies. */

import type { ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { type Definition, isSameText, type Module, ownerOf } from './definitions.ts';
import { functionsOf } from './handovers.ts';
import type { Program } from './program.ts';
import { rowsOf } from './registrations.ts';

/** Whether a framework is given `definition` in such a way, and nothing else wraps it. */
export function mayBePlain(program: Program, definition: Definition): boolean {
  const { module, scope } = definition;
  if (ownerOf(definition) !== null) return false;
  if (!scope.decorators.every((id) => isRoute(program, module, id))) return false;
  return scope.decorators.length > 0 || isHandedOver(program, definition);
}

/** `@app.get("/")`. */
function isRoute({ inference }: Program, module: Module, id: ExpressionId): boolean {
  const expression = expressionAt(module.summary.expressions, id);
  if (expression?.kind !== 'call') return false;
  const { types, isComplete } = inference.answer(module, expression.callee);
  return (
    isComplete &&
    types.length > 0 &&
    types.every((type) => rowsOf(inference, type).some((row) => row.decorates && row.takesCoroutines))
  );
}

/** `Depends(get_settings)`, `Route("/", home)`. */
function isHandedOver(program: Program, definition: Definition): boolean {
  const { catalogue } = program.inference;
  for (const module of program.modules) {
    const { strings } = module.summary.expressions;
    if (!strings.includes(definition.scope.name) || !strings.some((text) => catalogue.mayTakeCoroutines(text)))
      continue;
    const isHere = program
      .handoversIn(module)
      .some(
        ({ takesCoroutines, target }) =>
          takesCoroutines && functionsOf(target).some((each) => isSameText(each, definition)),
      );
    if (isHere) return true;
  }
  return false;
}
