/** What a task changes in its worker, where nobody who stays behind sees it: module globals, and what it is called with. */

import type { ExpressionId, Span } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { callOf, expressionAt, expressionsOf } from '../summary/packed-expressions.ts';
import { ownerOfName } from './closures.ts';
import { type Definition, definitionOf, functionAround, type Module } from './definitions.ts';
import { functionsOf, type Handover } from './handovers.ts';
import type { Inference } from './inference.ts';
import type { Program } from './program.ts';
import type { Task } from './tasks.ts';
import type { Answer } from './types.ts';

export interface LostWrite {
  readonly name: string;
  /** Where the task writes it. */
  readonly writer: { readonly module: Module; readonly span: Span };
  /** Where the caller reads it afterwards. */
  readonly reader: Span;
}

/** The first thing that `task` changes for itself alone although the function that hands it over reads it afterwards. */
export function lostWriteOf(program: Program, task: Task): LostWrite | null {
  const [definition, ...others] = functionsOf(task.handover.target);
  if (definition === undefined || others.length > 0 || !task.handover.target.isComplete) return null;
  if (definition.scope.isAsync || definition.scope.isGenerator) return null;
  const { inference } = program;
  for (const write of writesIn(inference, definition)) {
    const isGlobal = ownerOfName(definition.module, definition.id, write.name) === 0;
    const reader = isGlobal
      ? readerOfGlobal(definition, task.handover, write.name)
      : readerOfArgument(definition, task, write.name);
    if (reader !== null) return { name: write.name, writer: { module: definition.module, span: write.span }, reader };
  }
  return null;
}

interface Write {
  readonly name: string;
  readonly span: Span;
}

/** What the function sets (`global x; x = …`) or changes in place (`RESULTS.append(…)`, `CACHE[key] = …`). */
function writesIn(inference: Inference, { module, id, scope }: Definition): readonly Write[] {
  const { expressions, bindings } = module.summary;
  const top = definitionOf(module, 0).scope;
  const set = scope.globals.flatMap((name) =>
    (top.bindingsOf(name) ?? []).flatMap((each) => {
      const binding = bindingAt(bindings, each);
      const isHere = binding !== undefined && scope.span.start <= binding.start && binding.end <= scope.span.end;
      return isHere ? [{ name, span: binding }] : [];
    }),
  );
  const changed = [...changedIn(module, id)].flatMap((object) => {
    const expression = expressionAt(expressions, object);
    if (expression?.kind !== 'name') return [];
    // Of what it is given, the caller says what that is.
    const isGlobal = ownerOfName(module, id, expression.name) === 0;
    if (isGlobal && !isContainer(inference.answer(module, object))) return [];
    return [{ name: expression.name, span: expression }];
  });
  return [...set, ...changed];
}

function isContainer({ types, isComplete }: Answer): boolean {
  return isComplete && types.length > 0 && types.every((type) => type.kind === 'object' && CONTAINERS.has(type.class));
}

const CONTAINERS = new Set([
  'builtins.list',
  'builtins.dict',
  'builtins.set',
  'collections.defaultdict',
  'collections.deque',
]);

/** Methods that change a list, dictionary or set and give nothing of it. */
const CHANGES = new Set([
  'append',
  'extend',
  'insert',
  'remove',
  'clear',
  'sort',
  'reverse',
  'add',
  'discard',
  'update',
  'appendleft',
]);

/** The expressions that the scope changes in place. */
function changedIn(module: Module, id: number): ReadonlySet<ExpressionId> {
  const { expressions } = module.summary;
  const found = new Set<ExpressionId>();
  for (const event of definitionOf(module, id).scope.events) {
    if (event.kind === 'implicit' && (event.method === '__setitem__' || event.method === '__delitem__'))
      found.add(event.value);
    const call = callOf(expressions, event);
    const callee = call !== undefined ? expressionAt(expressions, call.callee) : undefined;
    if (callee?.kind === 'attribute' && CHANGES.has(callee.name)) found.add(callee.object);
  }
  return found;
}

/** Where the function that hands over reads the global `name` after that; null where it writes it, too, or does not read it. */
function readerOfGlobal({ module }: Definition, { definition, call }: Handover, name: string): Span | null {
  if (definition.module !== module || definition.scope.globals.includes(name)) return null;
  const changed = changedIn(module, definition.id);
  let reader: Span | null = null;
  for (const [id, expression] of [...expressionsOf(module.summary.expressions)].entries()) {
    if (expression.kind !== 'name' || expression.name !== name) continue;
    if (functionAround(module, expression.start) !== definition || ownerOfName(module, expression.scope, name) !== 0)
      continue;
    if (changed.has(id)) return null;
    if (expression.start > call.end) reader ??= expression;
  }
  // A script that sets it again itself has a value of its own.
  return isSetAfter(module, definition, name, call) ? null : reader;
}

/** Whether the module's own code sets `name` behind `call`, which stands there. */
function isSetAfter(module: Module, { id, scope }: Definition, name: string, call: Span): boolean {
  if (id !== 0) return false;
  return (scope.bindingsOf(name) ?? []).some((each) => {
    const binding = bindingAt(module.summary.bindings, each);
    return binding !== undefined && binding.start > call.end && functionAround(module, binding.start).id === 0;
  });
}

/** The same of what it passes for the parameter `name`. */
function readerOfArgument(task: Definition, { handover, passed }: Task, name: string): Span | null {
  const index = task.scope.parameters.findIndex((parameter) => parameter.name === name);
  const { definition, passes, call } = handover;
  if (index < 0 || passes !== 'rest' || task.scope.bindingsOf(name)?.length !== 1) return null;
  const given =
    passed.filter(({ keyword }) => keyword === null)[index] ?? passed.find(({ keyword }) => keyword === name);
  const { module } = definition;
  const argument = given === undefined ? undefined : expressionAt(module.summary.expressions, given.expression);
  if (argument?.kind !== 'name' || argument.reaching === null || given === undefined || !isContainer(given.answer))
    return null;
  const reaching = argument.reaching.join();
  const changed = changedIn(module, definition.id);
  let reader: Span | null = null;
  for (const [id, expression] of [...expressionsOf(module.summary.expressions)].entries()) {
    if (expression.kind !== 'name' || expression.name !== argument.name || expression.scope !== argument.scope)
      continue;
    if (expression.start < call.end || expression.reaching?.join() !== reaching) continue;
    if (changed.has(id)) return null;
    reader ??= expression;
  }
  return reader;
}
