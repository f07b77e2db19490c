/** Construction: what making an object of a class of the program runs. */
import type { Argument } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { lineage } from './attributes.ts';
import type { Call } from './calls.ts';
import { type Definition, definitionOf } from './definitions.ts';
import { methodFor } from './dispatch.ts';
import { handedTo } from './handed.ts';
import type { Inference } from './inference.ts';
import { isDecoratedToRun } from './registrations.ts';
import type { Answer } from './types.ts';

/** The methods that a constructor runs: Python's, and the hooks of dataclasses, attrs and pydantic. */
const CONSTRUCTORS = ['__new__', '__init__', '__post_init__', '__attrs_post_init__', 'model_post_init'];

/** The methods of the class `definition` that making an object of it runs. */
export function constructorsOf(inference: Inference, definition: Definition): readonly Definition[] {
  const named = CONSTRUCTORS.flatMap((name) => methodFor(inference, definition, name) ?? []);
  return [...named, ...validatorsOf(inference, definition)];
}

/** `@field_validator("name")`: methods that a decorator has run for each new object. */
function validatorsOf(inference: Inference, definition: Definition): readonly Definition[] {
  if (definition.scope.bases.length === 0) return [];
  return lineage(inference, definition).classes.flatMap(({ module, scope }) =>
    scope.names.flatMap((name) => {
      const [id = -1] = scope.bindingsOf(name) ?? [];
      const value = bindingAt(module.summary.bindings, id)?.value;
      const method = value?.kind === 'scope' ? definitionOf(module, value.scope) : null;
      const isHook = method !== null && method.scope.kind === 'function' && method.scope.decorators.length > 0;
      return isHook && isDecoratedToRun(inference, method, 'construction') ? [method] : [];
    }),
  );
}

/** What gives the fields their values that `call`, which makes an object of `definition`, leaves out: `field(default_factory=load)`. */
export function factoriesOf(inference: Inference, definition: Definition, call: Call): readonly Answer[] {
  const { classes } = lineage(inference, definition);
  if (classes.every(({ scope }) => scope.decorators.length === 0 && scope.bases.length === 0)) return [];
  const factories = new Map<string, readonly Answer[]>();
  // A field keeps the place that the base gave it.
  for (const owner of [...classes].reverse()) {
    for (const name of owner.scope.names) {
      const [id = -1] = owner.scope.bindingsOf(name) ?? [];
      const value = bindingAt(owner.module.summary.bindings, id)?.value;
      if (value?.kind !== 'assign') continue;
      const marker = expressionAt(owner.module.summary.expressions, value.value);
      factories.set(name, marker?.kind === 'call' ? factoriesIn(inference, owner, marker) : []);
    }
  }
  return [...factories].flatMap(([name, answers], index) => (isGiven(call.arguments, name, index) ? [] : answers));
}

function factoriesIn(inference: Inference, { module }: Definition, marker: Call): readonly Answer[] {
  return inference
    .answer(module, marker.callee)
    .types.flatMap((callee) => handedTo(inference, module, marker, callee))
    .filter(({ runs }) => runs === 'construction')
    .map(({ target }) => target);
}

function isGiven(passed: readonly Argument[], name: string, index: number): boolean {
  return (
    passed.some(({ keyword, isSpread }) => isSpread || keyword === name) ||
    passed.filter(({ keyword }) => keyword === null).length > index
  );
}
