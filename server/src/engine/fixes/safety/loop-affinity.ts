/**
 * Whether a function of the program may run on another thread than the event loop's: what it calls, through the whole program, must
 * neither need the running loop, nor belong to the thread that made it, nor hold a lock for long that the loop takes. A cheap look that errs to the side of refusing.
 */

import { type Definition, definitionOf, type Module } from '../../program/definitions.ts';
import { displayName } from '../../program/found.ts';
import type { Program } from '../../program/program.ts';
import { libraryNameOf, type Type } from '../../program/types.ts';
import type { EngineSettings } from '../../settings.ts';
import type { Event, Expression, ExpressionId, Span } from '../../summary/model.ts';
import { bindingAt, isAssigned } from '../../summary/packed-bindings.ts';
import { callOf, expressionAt } from '../../summary/packed-expressions.ts';
import { scopeAt, scopesOf } from '../../summary/packed-scopes.ts';

/** Functions looked at before the look is given up: what reaches further is refused. */
const MOST_FUNCTIONS = 400;

/** The program, and the Python that it runs on. */
export interface View {
  readonly program: Program;
  readonly settings: EngineSettings;
}

/** Why one of `callees` must stay on the loop's thread, the second half of a sentence; null if nothing was found. */
export function whyBoundToThread(view: View, callees: readonly Definition[]): string | null {
  const seen = new Set(callees);
  for (const definition of seen) {
    if (seen.size > MOST_FUNCTIONS)
      return 'it reaches too much of the program to tell whether all of that may run in a thread';
    const reason = lookAt(view, definition, seen);
    if (reason !== null) return reason;
  }
  return null;
}

/** Looks at what `definition` calls, and adds the functions it reaches to `seen`. */
function lookAt(view: View, definition: Definition, seen: Set<Definition>): string | null {
  const { module, scope } = definition;
  const { program } = view;
  for (const event of scope.events) {
    const call = callOf(module.summary.expressions, event);
    const reason = event.kind === 'call' && call !== undefined ? whyBound(view, module, event.call, call.callee) : null;
    if (reason !== null) return `\`${scope.name}\` ${reason}`;
  }
  if (program.holders.wouldKeepLoopWaiting(definition)) {
    return `\`${scope.name}\` waits while it holds a lock, and the event loop, which takes that too, would wait for it`;
  }
  for (const { event, steps } of program.effects.steppedOf(definition)) {
    for (const step of steps) {
      if (step.kind === 'function') seen.add(step.definition);
      else if (step.row.threadBound !== undefined && isOfOutside({ program, module }, event, null))
        return `\`${scope.name}\` reaches ${step.name}: ${step.row.threadBound}`;
    }
  }
  for (const callee of calleesOf(program, definition)) seen.add(callee);
  return null;
}

function calleesOf(program: Program, { module, scope }: Definition): Definition[] {
  return scope.events.flatMap((event) => {
    const call = callOf(module.summary.expressions, event);
    if (call === undefined) return [];
    return definitionsBehind(program.inference.answer(module, call.callee).types);
  });
}

/** The plain functions of the program that a call of any of `types` runs. */
export function definitionsBehind(types: readonly Type[]): Definition[] {
  return types.flatMap((type) => {
    if (type.kind === 'function') return type.definition.scope.isAsync ? [] : [type.definition];
    if (type.kind !== 'class') return [];
    const { module, scope } = type.definition;
    const bindings = (scope.bindingsOf('__init__') ?? []).map((id) => bindingAt(module.summary.bindings, id)?.value);
    return bindings.flatMap((value) => (value?.kind === 'scope' ? [definitionOf(module, value.scope)] : []));
  });
}

/** Names of methods that only loops, tasks and asyncio's own futures have; checked where the object's type is not known. */
const LOOP_METHODS = new Set([
  'call_at',
  'call_later',
  'call_soon',
  'create_task',
  'ensure_future',
  'get_event_loop',
  'get_running_loop',
  'start_soon',
]);

/** What may be called from any thread; the questions read one attribute (Lib/asyncio: events.py, futures.py, locks.py, queues.py). */
const FREE = new Set([
  'asyncio.AbstractEventLoop.call_soon_threadsafe',
  'asyncio.AbstractEventLoop.get_debug',
  'asyncio.AbstractEventLoop.is_closed',
  'asyncio.AbstractEventLoop.is_running',
  'asyncio.Event.is_set',
  'asyncio.Future.cancelled',
  'asyncio.Future.done',
  'asyncio.Lock.locked',
  'asyncio.Queue.empty',
  'asyncio.Queue.full',
  'asyncio.Queue.qsize',
  'asyncio.Task.cancelled',
  'asyncio.Task.done',
  'asyncio.iscoroutine',
  'asyncio.iscoroutinefunction',
  'asyncio.run',
  'asyncio.run_coroutine_threadsafe',
]);

/** Since Python 3.10 these find their loop when somebody waits, not when they are made. */
const UNBOUND_WHEN_MADE = /^asyncio\.(?:Lock|Event|Condition|(?:Bounded)?Semaphore|(?:Lifo|Priority)?Queue|Barrier)$/;

/**
 * Why the call `call` of `callee` must stay on the loop's thread, the second half of a sentence. `within`: the code that moves with
 * the call, where that is less than the function it stands in.
 */
export function whyBound(
  { program, settings }: View,
  module: Module,
  call: ExpressionId,
  callee: ExpressionId,
  within: Span | null = null,
): string | null {
  const { types } = program.inference.answer(module, callee);
  for (const type of types) {
    const name = libraryNameOf(type) ?? '';
    if (needsLoop(name, settings.target.minor)) {
      return `calls ${displayName(name)}, which needs the thread of the event loop`;
    }
    const reason = threadBound(program, type);
    if (reason === null) continue;
    const isOwn = type.kind === 'external' ? !isKept(module, call) : isMadeHere(program, module, callee, within);
    if (!isOwn) return `calls ${displayName(name)}: ${reason}`;
  }
  const expression = expressionAt(module.summary.expressions, callee);
  if (types.length === 0 && expression?.kind === 'attribute' && LOOP_METHODS.has(expression.name)) {
    return `calls ${expression.name}, which needs the thread of the event loop`;
  }
  return null;
}

/**
 * What belongs to the loop of the thread that makes or uses it, in libraries on top of asyncio (tornado 6.5: the constructors of
 * these call IOLoop.current(), or their listen and add_callback).
 */
const ON_LOOP =
  /^tornado\.(?:ioloop\.(?:IOLoop\.(?:current|instance|add_(?:future|handler|timeout)|call_(?:at|later))|PeriodicCallback\.start)$|(?:httpserver|tcpserver|tcpclient|iostream|httpclient|simple_httpclient|websocket|netutil\.add_accept_handler)\b)/;

/** Whether what is called `name` is of an asynchronous library, and not one of the few that any thread may call. */
function needsLoop(name: string, minor: number): boolean {
  if (ON_LOOP.test(name)) return true;
  if (!/^(?:asyncio|trio|anyio)\./.test(name) || /^(?:anyio|trio)\.from_thread\./.test(name)) return false;
  return !FREE.has(name) && !(minor >= 10 && UNBOUND_WHEN_MADE.test(name));
}

function threadBound({ inference: { catalogue } }: Program, type: Type): string | null {
  const verdict =
    type.kind === 'external'
      ? catalogue.verdictOn(type.name)
      : type.kind === 'member'
        ? catalogue.verdictOnMember(type.class, type.path)
        : undefined;
  return typeof verdict === 'object' ? (verdict.threadBound ?? null) : null;
}

/** Whether what `call` makes outlives its function: in an attribute, or in a global. */
function isKept({ summary }: Module, call: ExpressionId): boolean {
  const isAttribute = scopesOf(summary.scopes).some(({ attributes }) => attributes.some(({ value }) => value === call));
  return isAttribute || isAssigned(summary.bindings, 0, call);
}

/** Whether what `event` enters or iterates was there before: it is no call, which is looked at as such, nor made here. */
export function isOfOutside(
  { program, module }: { readonly program: Program; readonly module: Module },
  event: Event,
  within: Span | null,
): boolean {
  return event.kind !== 'call' && event.kind !== 'import' && !isMadeHere(program, module, event.value, within);
}

/** Whether the object whose method is called was made in the same function, so that it moves with it: `db = connect(); db.execute()`. */
function isMadeHere(program: Program, module: Module, id: ExpressionId, within: Span | null, depth = 0): boolean {
  const expression: Expression | undefined = expressionAt(module.summary.expressions, id);
  if (expression === undefined || depth > 20) return false;
  switch (expression.kind) {
    case 'attribute':
      return isMadeHere(program, module, expression.object, within, depth + 1);
    case 'call': {
      // `enumerate(books)` is no more made here than `books` are.
      const [made] = program.inference.answer(module, id).types;
      if (made?.kind === 'super') return false;
      if (made?.kind === 'mapped')
        return expression.arguments.every(({ value }) => isMadeHere(program, module, value, within, depth + 1));
      const { types } = program.inference.answer(module, expression.callee);
      const isLibrary = types.length > 0 && types.every((type) => type.kind === 'external');
      return isLibrary || isMadeHere(program, module, expression.callee, within, depth + 1);
    }
    case 'name':
      return isLocalValue(program, module, expression, within, depth + 1);
    default:
      return false;
  }
}

function isLocalValue(
  program: Program,
  module: Module,
  name: Extract<Expression, { kind: 'name' }>,
  within: Span | null,
  depth: number,
): boolean {
  const { reaching, scope } = name;
  if (reaching === null || reaching.length === 0 || scopeAt(module.summary.scopes, scope)?.kind === 'module')
    return false;
  return reaching.every((id) => {
    const binding = bindingAt(module.summary.bindings, id);
    const value = binding?.value;
    const isValue = value?.kind === 'assign' || value?.kind === 'enter' || value?.kind === 'iterate';
    if (!isValue || binding === undefined) return false;
    const isOutside = within !== null && (binding.start < within.start || binding.end > within.end);
    return !isOutside && isMadeHere(program, module, value.value, within, depth);
  });
}
