/** Contexts: on which kind of thread the functions of the program start. Only roots are told here; calls carry them down. */
import { type Definition, definitionOf, type Module } from './definitions.ts';
import { functionsOf, type Handover } from './handovers.ts';

/**
 * The functions of `modules` that the event loop itself runs: coroutines and asynchronous generators, and the plain functions that
 * `handovers` give to the loop.
 */
export function loopRoots(modules: readonly Module[], handovers: readonly Handover[]): readonly Definition[] {
  const roots = new Set<Definition>();
  for (const module of modules) {
    module.summary.scopes.forEach((scope, id) => {
      if (scope.kind === 'function' && scope.isAsync) roots.add(definitionOf(module, id));
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
