/** What importing a module runs, besides what stands under `if __name__ == "__main__":`. */

import type { Event } from '../summary/model.ts';
import { importedBy } from '../summary/packed-bindings.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Call } from './calls.ts';
import { type Definition, definitionOf, type Module } from './definitions.ts';
import { functionsOf } from './handovers.ts';
import type { Program } from './program.ts';

export type CallEvent = Extract<Event, { kind: 'call' }>;

/** A function that is run for certain. */
export interface CertainRun {
  /** The first call that leads there. */
  readonly start: CallEvent;
  readonly definition: Definition;
  /** The calls that lead there, each in the function before. */
  readonly path: readonly { readonly module: Module; readonly event: CallEvent }[];
}

/** More functions than this are not followed. */
const MOST_FUNCTIONS = 300;

/** The calls that importing `module` makes whatever happens: not under a condition. */
export function callsOnImport(module: Module): readonly CallEvent[] {
  return certainCalls(definitionOf(module, 0)).filter(({ place }) => !place.isInMainGuard);
}

/** The functions of the program that importing `module` runs whatever happens, nearest first. */
export function runOnImport(program: Program, module: Module): readonly CertainRun[] {
  return runFrom(program, definitionOf(module, 0), callsOnImport(module));
}

/** The functions of the program that `from` runs whatever happens by the calls `starts` in it, nearest first. */
export function runFrom(program: Program, from: Definition, starts: readonly CallEvent[]): readonly CertainRun[] {
  const found: CertainRun[] = [];
  const seen = new Set<Definition>([from]);
  const add = ({ module }: Definition, event: CallEvent, start: CallEvent, path: CertainRun['path']) => {
    for (const definition of runBy(program, module, event)) {
      if (seen.has(definition) || seen.size > MOST_FUNCTIONS) continue;
      seen.add(definition);
      found.push({ start, definition, path: [...path, { module, event }] });
    }
  };
  for (const event of starts) add(from, event, event, []);
  for (const { start, definition, path } of found) {
    for (const event of certainCalls(definition)) add(definition, event, start, path);
  }
  return found;
}

/** The calls that running the function makes whatever happens. */
export function certainCalls({ scope }: Definition): readonly CallEvent[] {
  return scope.events.filter((event): event is CallEvent => event.kind === 'call' && !event.place.isConditional);
}

/** What the call certainly runs; `asyncio.run(main())` runs the coroutine. */
function runBy({ inference }: Program, module: Module, event: CallEvent): readonly Definition[] {
  const call = expressionAt(module.summary.expressions, event.call);
  if (call?.kind !== 'call') return [];
  const { types, isComplete } = inference.answer(module, call.callee);
  if (!isComplete || types.length !== 1) return [];
  const [callee] = types;
  if (callee?.kind === 'external' && callee.name === 'asyncio.run') return coroutineOf(inference, module, call);
  const functions = functionsOf({ types, isComplete });
  return functions.filter(({ scope }) => !scope.isGenerator && !scope.isAsync);
}

function coroutineOf(inference: Program['inference'], module: Module, run: Call): readonly Definition[] {
  const [first] = run.arguments;
  const made = first === undefined ? undefined : expressionAt(module.summary.expressions, first.value);
  return made?.kind === 'call' ? functionsOf(inference.answer(module, made.callee)) : [];
}

/** Whether some module of the program imports `module`: else it may be the script that is run. */
export function isImported(program: Program, module: Module): boolean {
  const { index } = program.inference.surroundings;
  for (const other of program.modules) {
    for (const { module: reference, member } of importedBy(other.summary.bindings)) {
      const below = [reference.name, member].filter((part) => part !== null && part !== '').join('.');
      for (const name of [reference.name, below]) {
        const target = index.resolve({ name, level: reference.level }, other.path);
        if (target.kind === 'file' && target.path === module.path) return true;
      }
    }
  }
  return false;
}
