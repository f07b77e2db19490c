/** A task for another process or interpreter that cannot get there: its function, or what it is called with. */

import { returnsOf } from '../program/calls.ts';
import { located, writtenAs } from '../program/chains.ts';
import { definitionOf } from '../program/definitions.ts';
import { displayName } from '../program/found.ts';
import type { Handover } from '../program/handovers.ts';
import { isImported } from '../program/import-time.ts';
import { type Channel, type Obstacle, obstacleTo, obstacleWithin, type Remedy } from '../program/sendable.ts';
import { dottedName } from '../program/spelling.ts';
import { startsByPickling } from '../program/start-method.ts';
import { type Task, tasksIn } from '../program/tasks.ts';
import type { Answer } from '../program/types.ts';
import type { ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const unsendableTask: Rule = {
  id: 'unsendable-task',
  category: 'executor',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A task for another process or interpreter with a function or an argument that cannot be sent there.',
  explanation: `A process gets its tasks pickled: functions by their name in a module, objects as copies. A lambda, a nested function, a generator, a
lock, a file, a socket, and an object that keeps one of these cannot be pickled. \`submit\` takes them all the same: the error comes
with the future's result, and where nobody asks for that, not at all.

An interpreter (\`InterpreterPoolExecutor\`, Python 3.14) also takes the code of a lambda or nested function that uses no name of the
code around it, no global but builtins, and has no defaults. The rule tells the two apart, and knows that \`Process(target=…)\` pickles
nothing where it forks: on Linux before Python 3.14, or with \`get_context("fork")\`.

Define the function at module level and pass it what it needs; make locks, files and connections in the worker. The rule is silent about classes
with \`__getstate__\` or \`__reduce__\` and about what it does not know.`,
  bad: `from concurrent.futures import ProcessPoolExecutor


def scaled(values, factor):
    with ProcessPoolExecutor() as pool:
        return list(pool.map(lambda value: value * factor, values))
`,
  good: `from concurrent.futures import ProcessPoolExecutor
from functools import partial


def scale(factor, value):
    return value * factor


def scaled(values, factor):
    with ProcessPoolExecutor() as pool:
        return list(pool.map(partial(scale, factor), values))
`,
  check,
};

function check(report: Report): void {
  for (const module of report.modules) {
    for (const task of tasksIn(report.program, module)) {
      const channel = channelOf(report, task);
      if (channel !== null) checkTask(report, task, channel);
    }
  }
}

function channelOf({ program, settings }: Report, { worker, handover }: Task): Channel | null {
  if (worker === 'thread') return null;
  const { starts } = handover;
  if (starts !== null && !startsByPickling(program, settings.target, starts)) return null;
  return { worker, isStarting: starts !== null };
}

function checkTask(report: Report, task: Task, channel: Channel): void {
  const { handover } = task;
  const { inference } = report.program;
  const obstacle =
    obstacleTo(inference, channel, handover.target) ??
    noFunction(report, task) ??
    givesNothingBack(handover.target, channel) ??
    givesInstanceOfScript(report, task) ??
    boundByPartial(report, task, channel);
  if (obstacle !== null) {
    complain(report, task, handover.argument, obstacle);
    return;
  }
  for (const { expression, answer } of task.passed) {
    const found = obstacleTo(inference, channel, answer);
    if (found !== null) complain(report, task, expression, found);
  }
}

/** A text in the place of the function: interpreters take scripts elsewhere, pools do not. Of calls another rule speaks. */
function noFunction({ program: { inference } }: Report, { handover: { definition, argument } }: Task): Obstacle | null {
  const { module } = definition;
  if (expressionAt(module.summary.expressions, argument)?.kind === 'call') return null;
  const { types, isComplete } = inference.answer(module, argument);
  const isText = isComplete && types.length === 1 && types[0]?.kind === 'literal' && types[0].type === 'str';
  return isText ? { is: 'a text', why: 'cannot be called', remedy: 'function' } : null;
}

/** What calling the function gives has to come back: a generator does not. Of coroutine functions another rule speaks. */
function givesNothingBack({ types, isComplete }: Answer, { isStarting }: Channel): Obstacle | null {
  const [only] = types;
  if (isStarting || !isComplete || types.length !== 1 || only?.kind !== 'function') return null;
  const { scope } = only.definition;
  if (!scope.isGenerator || scope.isAsync) return null;
  const is = `\`${scope.name}\`, which gives a generator,`;
  return { is, why: 'runs nothing there, and what it gives cannot be sent back', remedy: 'list' };
}

/** Interpreters give back no object of a class of the script that is run, measured with CPython 3.14.8; they take one. */
function givesInstanceOfScript({ program }: Report, { worker, handover: { target } }: Task): Obstacle | null {
  const [only] = target.types;
  if (worker !== 'interpreter' || !target.isComplete || target.types.length !== 1 || only?.kind !== 'function')
    return null;
  const { module, scope } = only.definition;
  const isScript = definitionOf(module, 0).scope.events.some(({ place }) => place.isInMainGuard);
  if (!isScript || isImported(program, module)) return null;
  const { types, isComplete } = returnsOf(program.inference, only.definition, only.receiver);
  const [given] = types;
  if (!isComplete || types.length !== 1 || given?.kind !== 'instance' || given.definition.module !== module)
    return null;
  const name = given.definition.scope.name;
  const is = `\`${scope.name}\`, which gives a \`${name}\` of this script,`;
  return { is, why: 'has a result that cannot be sent back', remedy: 'module' };
}

/** `partial(f, lock)`: what it binds is sent with it. */
function boundByPartial({ program: { inference } }: Report, { handover }: Task, channel: Channel): Obstacle | null {
  const { module } = handover.definition;
  const call = expressionAt(module.summary.expressions, handover.argument);
  const [type] = handover.target.types;
  if (call?.kind !== 'call' || type?.kind !== 'partial') return null;
  for (const { value, isSpread } of call.arguments.slice(1)) {
    const found = isSpread ? null : obstacleWithin(inference, channel, inference.answer(module, value));
    if (found !== null) return { ...found, is: `a \`partial\` of ${found.is}` };
  }
  return null;
}

function complain(report: Report, { handover, worker }: Task, at: ExpressionId, obstacle: Obstacle): void {
  const { is, why, remedy, kept } = obstacle;
  const { definition, event, callee, call } = handover;
  const { module } = definition;
  const span = expressionAt(module.summary.expressions, at) ?? call;
  const name = dottedName(module, at);
  const isNamed = name === null || is.startsWith('`');
  const whole = kept === undefined ? is : `${is}, whose \`${kept.name}\` is ${kept.is},`;
  const subject = isNamed ? capitalised(whole) : `\`${name}\` is ${whole.replace(/,$/, '')}: it`;
  // What runs nothing there, or gives nothing back, does get there.
  const sent = why === 'cannot be pickled' ? `, so it does not get to another ${worker}` : '';
  report.add({
    module,
    event,
    span,
    message: `${subject} ${why}${sent}: ${momentOf(report, handover)}`,
    advice: ADVICE[remedy],
    evidence: [{ ...located(module, span), text: `handed to \`${displayName(callee)}\`` }],
    cause: callee,
    confidence: handover.target.types.length > 1 ? 'likely' : 'certain',
  });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** When it fails. */
function momentOf({ program: { inference } }: Report, { definition, event, callee, starts }: Handover): string {
  if (starts !== null) return '`start()` raises';
  const [given] = inference.answer(definition.module, event.call).types;
  const isFuture = given?.kind === 'object' && LATER.has(given.class);
  return isFuture
    ? `the error comes with the result, not from \`${writtenAs(definition.module, event) ?? displayName(callee)}\``
    : 'it raises';
}

const LATER = new Set(['concurrent.futures.Future', 'asyncio.Future', 'multiprocessing.pool.AsyncResult']);

const ADVICE: Readonly<Record<Remedy, string>> = {
  function: 'Define it at module level and pass what it needs as arguments.',
  arguments: 'Pass what it needs as plain values.',
  'make-there': 'Make it in the worker (`initializer=`, or in the function), or send the values that it is made from.',
  list: 'Send a list.',
  module: 'Move the class to a module that the script imports.',
  private: 'Give it a name without two leading underscores.',
  'not-self': 'Hand over a function of the module with the values that it needs, or leave that out in `__getstate__`.',
};
