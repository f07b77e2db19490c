/** What a function remembers: that it waits once, and not again. */
import type { Event, ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { methodOf } from './attributes.ts';
import { type Definition, type Module, ownerOf } from './definitions.ts';
import type { Inference } from './inference.ts';
import { isNew } from './sources.ts';

/** `never`: whoever asks at `event` finds the answer there already. `once`: the first who asks waits. `always`: everyone does. */
export type Waiting = 'never' | 'once' | 'always';

/** Who waits for `callee` at `event`, in the body of `definition`. */
export function waitingFor(inference: Inference, definition: Definition, event: Event, callee: Definition): Waiting {
  if (!isCached(inference, callee)) return 'always';
  const { module } = definition;
  const asked = event.kind === 'attribute' ? expressionAt(module.summary.expressions, event.value) : undefined;
  if (asked?.kind !== 'attribute') return 'once';
  // What an object remembers, a new one has yet to find out.
  if (isNew(inference, module, asked.object)) return 'always';
  return isFoundOutAtFirst(inference, definition, asked.object, callee) ? 'never' : 'once';
}

/** Whether asking `definition` again gives what it gave: `@functools.cache` on a function that is told nothing, `@cached_property`. */
function isCached(inference: Inference, definition: Definition): boolean {
  const { scope } = definition;
  return scope.parameters.length <= (ownerOf(definition) === null ? 0 : 1) && isRemembered(inference, definition);
}

/** Whether `definition` keeps what it found for the arguments it was given: `@functools.lru_cache`. */
export function isRemembered(inference: Inference, { module, scope }: Definition): boolean {
  return scope.decorators.some((id) => {
    const expression = expressionAt(module.summary.expressions, id);
    const { types } = inference.answer(module, expression?.kind === 'call' ? expression.callee : id);
    return types.some((type) => type.kind === 'external' && CACHES.has(type.name));
  });
}

const CACHES = new Set([
  'functools.cache',
  'functools.lru_cache',
  'functools.cached_property',
  'django.utils.functional.cached_property',
]);

/** Whether the object `id` read the property `callee` when it was made. */
function isFoundOutAtFirst(inference: Inference, asker: Definition, id: ExpressionId, callee: Definition): boolean {
  const { types, isComplete } = inference.answer(asker.module, id);
  return (
    isComplete &&
    types.length > 0 &&
    types.every((type) => {
      if (type.kind !== 'instance') return false;
      return ['__init__', '__post_init__'].some((name) => {
        const maker = methodOf(inference, type.definition, name);
        return maker !== null && maker !== asker && asksItself(maker, callee.scope.name);
      });
    })
  );
}

/** Whether the method certainly reads the attribute `name` of its own object. */
function asksItself({ module, scope }: Definition, name: string): boolean {
  const self = scope.parameters[0]?.name;
  return scope.events.some((event) => {
    if (event.kind !== 'attribute' || event.place.isConditional) return false;
    const read = expressionAt(module.summary.expressions, event.value);
    return read?.kind === 'attribute' && read.name === name && isNamed(module, read.object, self);
  });
}

function isNamed(module: Module, id: ExpressionId, name: string | undefined): boolean {
  const expression = expressionAt(module.summary.expressions, id);
  return expression?.kind === 'name' && expression.name === name;
}
