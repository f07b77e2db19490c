/** Whether a task of a thread pool could run in another process or interpreter, which get copies and share no state. */

import { type Definition, definitionOf, type Module, ownerOf } from '../../program/definitions.ts';
import { functionsOf, type Handover } from '../../program/handovers.ts';
import type { Program } from '../../program/program.ts';
import type { Type } from '../../program/types.ts';
import type { ExpressionId } from '../../summary/model.ts';
import { callOf, expressionAt } from '../../summary/packed-expressions.ts';

/** The pools that take the place of threads. */
export type PoolName = 'InterpreterPoolExecutor' | 'ProcessPoolExecutor';

/** Why `task` cannot, the end of a sentence; null where nothing speaks against it. */
export function whyNotPortable(program: Program, task: Handover): string | null {
  const [definition, ...others] = functionsOf(task.target);
  if (definition === undefined || others.length > 0 || !task.target.isComplete)
    return 'it is given tasks that are not known';
  const passed = task.call.arguments.filter(({ value }) => value !== task.argument).map(({ value }) => value);
  return (
    whyNotSent(program, definition) ??
    whyNotCopied(program, task.definition.module, passed, task.callee.endsWith('.map'))
  );
}

/** Why the function `definition` cannot run in another process or interpreter, the end of a sentence; null where nothing speaks against it. */
export function whyNotSent(program: Program, definition: Definition): string | null {
  const { scope } = definition;
  program.effects.settle([definition]);
  if (!program.effects.effectsOf(definition).has('computes'))
    return `\`${scope.name}\`, which it runs too, does not compute`;
  if (scope.kind === 'lambda') return 'it is given a lambda, which cannot be sent there';
  if (ownerOf(definition) !== null) return `\`${scope.name}\` is a method, whose object would be copied`;
  if (scope.parent !== 0) return `\`${scope.name}\` is a nested function, which cannot be sent there`;
  if (scope.decorators.length > 0) return `\`${scope.name}\` is decorated`;
  if (scope.isAsync || scope.isGenerator) return `\`${scope.name}\` computes nothing before it is awaited or iterated`;
  const writer = writerOfGlobals(program, definition);
  return writer === null
    ? null
    : `\`${writer}\` writes a module's globals, which the rest of the program would not see`;
}

/** A function that `definition` reaches and that has a `global` statement. */
function writerOfGlobals(program: Program, definition: Definition): string | null {
  const seen = new Set([definition]);
  for (const each of seen) {
    if (each.scope.globals.length > 0) return each.scope.name;
    for (const callee of calleesOf(program, each)) if (seen.size < 300) seen.add(callee);
  }
  return null;
}

/** The functions of the program that `definition` calls by name, as far as they are known. */
function calleesOf(program: Program, { module, scope }: Definition): Definition[] {
  return scope.events.flatMap((event) => {
    const call = callOf(module.summary.expressions, event);
    if (call === undefined) return [];
    return functionsOf(program.inference.answer(module, call.callee));
  });
}

const UNSENDABLE_CLASSES = /^(?:threading|_thread|io|socket|sqlite3|queue|asyncio|contextvars|tempfile)\./;

/** Why the values of `passed`, expressions of `module`, cannot be copied; where the pool iterates them, their items are. */
export function whyNotCopied(
  program: Program,
  module: Module,
  passed: readonly ExpressionId[],
  isIterated: boolean,
): string | null {
  const isWrong = passed.some((id) =>
    program.inference.answer(module, id).types.some((type) => isUnsendable(type, isIterated)),
  );
  return isWrong ? 'an argument is of a kind that cannot be copied' : null;
}

function isUnsendable(type: Type, isIterated: boolean): boolean {
  switch (type.kind) {
    case 'generator':
    case 'lazy':
      return !isIterated;
    case 'function':
      return type.definition.scope.kind === 'lambda' || type.definition.scope.parent !== 0 || type.receiver !== null;
    case 'object':
      return UNSENDABLE_CLASSES.test(type.class);
    case 'coroutine':
    case 'module':
    case 'partial':
      return true;
    default:
      return false;
  }
}

/** Whether importing `module` runs `user`, which uses the pool: each worker, which imports the module anew, would start workers. */
export function runsOnImport(program: Program, module: Module, user: Definition): boolean {
  const body = definitionOf(module, 0);
  if (user === body) return true;
  const unguarded = body.scope.events.flatMap((event) => {
    const call =
      event.kind === 'call' && !event.place.isInMainGuard
        ? expressionAt(module.summary.expressions, event.call)
        : undefined;
    if (call?.kind !== 'call') return [];
    const args = call.arguments.flatMap(({ value }) => functionsBehind(program, module, value));
    return [...functionsOf(program.inference.answer(module, call.callee)), ...args];
  });
  const seen = new Set(unguarded);
  for (const each of seen) {
    if (each === user) return true;
    for (const callee of calleesOf(program, each)) if (seen.size < 300) seen.add(callee);
  }
  return false;
}

/** `asyncio.run(main())`: the coroutine's function. */
function functionsBehind(program: Program, module: Module, id: number): readonly Definition[] {
  const expression = expressionAt(module.summary.expressions, id);
  if (expression?.kind === 'call') return functionsOf(program.inference.answer(module, expression.callee));
  return functionsOf(program.inference.answer(module, id));
}
