/**
 * Runners: whether a thread other than the event loop's runs a function, asked of few functions, so from the function upwards to
 * whoever calls it, and kept.
 */
import { lineage } from './attributes.ts';
import { type Definition, isSameText, type Module, ownerOf } from './definitions.ts';
import { functionsOf, type Handover } from './handovers.ts';
import type { Inference } from './inference.ts';
import type { Mentions } from './mentions.ts';
import { hasDecorator } from './names.ts';
import { isDecoratedToRun } from './registrations.ts';

/** `thread`: some thread runs it, certainly. `anybody`: nothing in the program calls it, it is there for callers that are not seen. */
export type Runner = 'thread' | 'anybody';

/** What runners need of the program around. */
export interface RunnersProgram {
  readonly modules: readonly Module[];
  readonly mentions: Mentions;
  handoversIn(module: Module): readonly Handover[];
  callersOf(definition: Definition): readonly Definition[] | null;
}

/** What has more callers of callers than this may be run by anybody. */
const MAX_CALLERS = 200;

export class Runners {
  readonly #inference: Inference;
  readonly #program: RunnersProgram;

  constructor(inference: Inference, program: RunnersProgram) {
    this.#inference = inference;
    this.#program = program;
  }

  /** Who runs `definition` besides the event loop; null where that is the loop alone, or is not known. */
  runnerOf(definition: Definition): Runner | null {
    const reached = new Set([definition]);
    let isForAnybody = true;
    for (const each of reached) {
      // A coroutine runs on the loop, a module when it is imported.
      if (each.scope.isAsync) isForAnybody = false;
      if (each.scope.isAsync || each.scope.kind === 'module') continue;
      if (this.#startsIn('thread', each)) return 'thread';
      const callers = this.#program.callersOf(each);
      const isCalled = callers !== null && callers.length > 0;
      if (!isCalled && (callers === null || !isPublic(each) || this.#startsIn('loop', each))) isForAnybody = false;
      for (const caller of callers ?? []) reached.add(caller);
      if (reached.size > MAX_CALLERS) return null;
    }
    return isForAnybody ? 'anybody' : null;
  }

  /** Whether the event loop is seen to run `definition`. */
  isOnLoop(definition: Definition): boolean {
    const reached = new Set([definition]);
    for (const each of reached) {
      if (each.scope.isAsync || this.#startsIn('loop', each)) return true;
      if (reached.size > MAX_CALLERS || each.scope.kind === 'module') continue;
      for (const caller of this.#program.callersOf(each) ?? []) reached.add(caller);
    }
    return false;
  }

  /** The functions through which threads run `definition`, itself first; null where somebody else may run it, too. */
  threadsPathOf(definition: Definition): readonly Definition[] | null {
    const reached = new Set([definition]);
    for (const each of reached) {
      if (each.scope.isAsync || each.scope.kind === 'module' || this.#startsIn('loop', each)) return null;
      const callers = this.#program.callersOf(each);
      const isStart = this.#startsIn('thread', each);
      if (!isStart && (callers === null || callers.length === 0)) return null;
      for (const caller of callers ?? []) reached.add(caller);
      if (reached.size > MAX_CALLERS) return null;
    }
    return [...reached];
  }

  #startsIn(where: 'thread' | 'loop', definition: Definition): boolean {
    return (
      isDecoratedToRun(this.#inference, definition, where) ||
      this.#isInherited(where, definition) ||
      this.#mentioning(definition).some((module) =>
        this.#program
          .handoversIn(module)
          .some(
            ({ runs, target }) => runs === where && functionsOf(target).some((each) => isSameText(each, definition)),
          ),
      )
    );
  }

  /** `run` of a subclass of `threading.Thread`. */
  #isInherited(where: 'thread' | 'loop', definition: Definition): boolean {
    const owner = ownerOf(definition);
    if (owner === null || owner.scope.bases.length === 0) return false;
    const { catalogue } = this.#inference;
    return lineage(this.#inference, owner).external.some((base) =>
      (where === 'thread' ? catalogue.calledInThread(base) : catalogue.calledOnLoop(base)).includes(
        definition.scope.name,
      ),
    );
  }

  /** The modules that may hand over `definition`: those that have its name; those of tests do not count for others. */
  #mentioning({ module, scope }: Definition): readonly Module[] {
    if (scope.kind === 'lambda') return [module];
    const { index } = this.#inference.surroundings;
    const isOfTests = index.isTest(module.path);
    return this.#program.mentions.of(scope.name).filter(({ path }) => isOfTests || !index.isTest(path));
  }
}

/** Whether `definition` is a plain function or method that callers outside the program may know. */
function isPublic(definition: Definition): boolean {
  const { module, scope } = definition;
  const owner = ownerOf(definition);
  const around = owner ?? definition;
  const isAtTop = around.scope.parent === 0;
  const names = owner === null ? [scope.name] : [scope.name, owner.scope.name];
  const isPlain =
    scope.decorators.length === 0 ||
    hasDecorator(module, scope, 'classmethod') ||
    hasDecorator(module, scope, 'staticmethod');
  return scope.kind === 'function' && isAtTop && isPlain && names.every((name) => !name.startsWith('_'));
}
