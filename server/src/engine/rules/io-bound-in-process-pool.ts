/** A pool of processes whose tasks only wait. */

import { chainOf, located } from '../program/chains.ts';
import type { Definition } from '../program/definitions.ts';
import type { Effect, EffectKind } from '../program/effect-set.ts';
import { functionsOf, type Handover } from '../program/handovers.ts';
import type { Program } from '../program/program.ts';
import { tasksIn } from '../program/tasks.ts';
import type { Type } from '../program/types.ts';
import { callOf, expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const ioBoundInProcessPool: Rule = {
  id: 'io-bound-in-process-pool',
  category: 'executor',
  level: 'information',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A pool of processes whose tasks only wait.',
  explanation: `A task that waits for the network, a database or another program holds no GIL: threads wait side by side just as well. A process costs
about 90 ms to start, its memory, and the pickling of all that goes in and out (measured: 94 µs a call, against 18 µs for a thread).

Use a \`ThreadPoolExecutor\`. The rule speaks only of tasks all of whose calls are known.`,
  bad: `from concurrent.futures import ProcessPoolExecutor

import requests


def status(url):
    return requests.get(url, timeout=10).status_code


def statuses(urls):
    with ProcessPoolExecutor() as pool:
        return list(pool.map(status, urls))
`,
  good: `from concurrent.futures import ThreadPoolExecutor

import requests


def status(url):
    return requests.get(url, timeout=10).status_code


def statuses(urls):
    with ThreadPoolExecutor() as pool:
        return list(pool.map(status, urls))
`,
  check,
};

/** What a task may wait for in a thread as well as in a process. */
const WAITS: ReadonlySet<EffectKind> = new Set(['http', 'sleep', 'socket', 'database', 'sdk', 'subprocess'] as const);

function check(report: Report): void {
  for (const module of report.modules) {
    for (const { handover, worker } of tasksIn(report.program, module)) {
      // A process of one's own is a matter of its own: it can be killed.
      if (worker !== 'process' || handover.starts !== null) continue;
      const [task, ...others] = functionsOf(handover.target);
      if (task === undefined || others.length > 0 || !handover.target.isComplete) continue;
      const wait = onlyWait(report.program, task);
      if (wait !== null) complain(report, handover, task, wait);
    }
  }
}

/** What `task` waits for, whatever happens, where it certainly does nothing else. */
function onlyWait({ effects, inference }: Program, task: Definition): Effect | null {
  if (task.scope.isAsync || task.scope.isGenerator) return null;
  effects.settle([task]);
  const { all } = effects.effectsOf(task);
  const [wait] = all.filter(({ isConditional, guards }) => !isConditional && guards.length === 0);
  if (wait === undefined || !all.every(({ kind }) => WAITS.has(kind))) return null;
  return isPlain(inference, task, new Set()) ? wait : null;
}

/** Whether all that the function does is known, and loops over nothing. */
function isPlain(inference: Program['inference'], { module, scope }: Definition, seen: Set<Definition>): boolean {
  if (scope.hotLoops.length > 0) return false;
  return scope.events.every((event) => {
    const call = callOf(module.summary.expressions, event);
    if (call === undefined) return event.kind !== 'iterate' && event.kind !== 'implicit';
    const { types, isComplete } = inference.answer(module, call.callee);
    return isComplete && types.length > 0 && types.every((type) => isKnown(inference, type, seen));
  });
}

function isKnown(inference: Program['inference'], type: Type, seen: Set<Definition>): boolean {
  const { catalogue } = inference;
  switch (type.kind) {
    case 'external':
      return catalogue.verdictOn(type.name) !== undefined || QUICK.test(type.name);
    case 'member':
      return catalogue.isType(type.class);
    case 'function': {
      if (seen.has(type.definition)) return true;
      seen.add(type.definition);
      return isPlain(inference, type.definition, seen);
    }
    default:
      return false;
  }
}

/** Builtins that take no time to speak of. */
const QUICK = /^builtins\.(?:print|len|int|str|float|bool|repr|isinstance|getattr|hasattr|range)$/;

function complain(
  report: Report,
  { definition, event, argument, call, callee }: Handover,
  task: Definition,
  wait: Effect,
) {
  const { module } = definition;
  const span = expressionAt(module.summary.expressions, argument) ?? call;
  const name = task.scope.kind === 'lambda' ? 'The lambda' : `\`${task.scope.name}\``;
  report.add({
    module,
    event,
    span,
    message: `${name} only waits: threads do that side by side as well, without the cost of processes`,
    advice: 'Use a ThreadPoolExecutor.',
    evidence: [{ ...located(module, span), text: `handed over by \`${callee}\`` }, ...chainOf(task, wait)],
    cause: callee,
    confidence: 'likely',
  });
}
