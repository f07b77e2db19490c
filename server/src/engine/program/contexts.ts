/** Contexts: on which kind of thread the functions of the program start. Only roots are told here; calls carry them down. */
import { scopesOf } from '../summary/packed-scopes.ts';
import { lineage, methodOf } from './attributes.ts';
import { decoratedBy } from './decorators.ts';
import { type Definition, definitionOf, type Module, ownerOf } from './definitions.ts';
import { dispatched } from './dispatch.ts';
import { functionsOf, type Handover } from './handovers.ts';
import type { Inference } from './inference.ts';
import { namesOfClass } from './names.ts';
import { registers } from './registrations.ts';
import { type Answer, certain } from './types.ts';

/**
 * The functions of `modules` that the event loop itself runs: coroutines and asynchronous generators, the plain functions that
 * `handovers` or decorators give to the loop, and the methods by which it calls protocols and handlers.
 */
export function loopRoots(
  inference: Inference,
  modules: readonly Module[],
  handovers: readonly Handover[],
): readonly Definition[] {
  const roots = new Set<Definition>();
  for (const module of modules) {
    scopesOf(module.summary.scopes).forEach((scope, id) => {
      const definition = definitionOf(module, id);
      if (scope.kind === 'class') for (const method of methodsOnLoop(inference, definition)) roots.add(method);
      else if (scope.kind === 'module' && scope.isAsync) roots.add(definition);
      // `(load(x) async for x in xs)`: only `async for` can iterate it.
      else if (scope.kind === 'comprehension' && scope.isAsync && scope.isGenerator) roots.add(definition);
      else if (
        scope.kind === 'function' &&
        (scope.isAsync || isProtocolMethod(definition) || isDecoratedOntoLoop(inference, definition))
      ) {
        roots.add(definition);
        for (const inherited of asInherited(inference, definition)) roots.add(inherited);
      }
    });
  }
  const known = new Set(modules);
  for (const handover of handovers) {
    if (handover.runs !== 'loop') continue;
    for (const definition of functionsOf(handover.target)) {
      if (known.has(definition.module) && !definition.scope.isAsync) roots.add(definition);
    }
  }
  return [...roots];
}

/** What `async with`, `async for` and `await` call; it need not be a coroutine itself. */
const PROTOCOL_METHODS = new Set(['__aenter__', '__aexit__', '__aiter__', '__anext__', '__await__']);

function isProtocolMethod(definition: Definition): boolean {
  return PROTOCOL_METHODS.has(definition.scope.name) && ownerOf(definition) !== null;
}

/** More subclasses than this are not told apart. */
const MAX_SUBCLASSES = 16;

/** The coroutine `method`, as it runs for each class that inherits it and overrides what it may call. */
function asInherited(inference: Inference, method: Definition): readonly Definition[] {
  const owner = method.scope.parameters.length > 0 ? ownerOf(method) : null;
  const subclasses = owner === null ? [] : inference.surroundings.subclassesOf(owner);
  if (subclasses.length > MAX_SUBCLASSES) return [];
  return subclasses
    .filter((subclass) => methodOf(inference, subclass, method.scope.name) === method)
    .map((subclass) => dispatched(inference, method, subclass));
}

/** The methods of the class `definition` that the loop calls because of what it inherits from. */
function methodsOnLoop(inference: Inference, definition: Definition): readonly Definition[] {
  if (definition.scope.bases.length === 0) return [];
  const { classes, external } = lineage(inference, definition);
  const patterns = external.flatMap((base) => inference.catalogue.calledOnLoop(base));
  if (patterns.length === 0) return [];
  const hasAttribute = (name: string) => classes.some(({ scope }) => scope.names.includes(name));
  const names = definition.scope.names.filter((name) => patterns.some((pattern) => fits(name, pattern, hasAttribute)));
  return names.flatMap((name) =>
    (namesOfClass(inference, definition, name)?.types ?? []).flatMap((type) =>
      type.kind === 'function' || type.kind === 'property' ? [type.definition] : [],
    ),
  );
}

/** `on_*` is every name that begins so, `watch_{attribute}` those that go on with an attribute of the class. */
function fits(name: string, pattern: string, hasAttribute: (name: string) => boolean): boolean {
  if (pattern.endsWith('*')) return name.startsWith(pattern.slice(0, -1));
  const start = pattern.endsWith('{attribute}') ? pattern.slice(0, -'{attribute}'.length) : null;
  return start === null ? name === pattern : name.startsWith(start) && hasAttribute(name.slice(start.length));
}

/** `@app.get("/")` of a framework that calls synchronous handlers on the loop. */
function isDecoratedOntoLoop(inference: Inference, definition: Definition): boolean {
  const { decorators } = definition.scope;
  return decorators.some((id, index) => {
    if (!registers(inference, definition.module, id, 'loop')) return false;
    const inner = decorators
      .slice(index + 1)
      .filter((other) => !registers(inference, definition.module, other, 'loop'));
    return inner.length === 0 || runs(decoratedBy(inference, definition, inner), definition);
  });
}

/** Whether calling what its inner decorators made of `definition` runs it there and then: `@work(thread=True)` does not. */
function runs({ types }: Answer, definition: Definition): boolean {
  return types.some((type) => {
    if (type.kind === 'wrapped') return runs(certain(type.target), definition);
    return type.kind === 'function' && type.definition === definition;
  });
}
