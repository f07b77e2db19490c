/**
 * What decides whether a call may move to a worker thread, and how sure we are that it means the same there.
 *
 * Safe is a call of a library's own function, or of a method of a `Path`: it works on its arguments and on the world outside, so
 * the thread makes no difference but for the stall. Unsafe is what another task or thread could see or need: the program's own
 * functions, methods of an object that others may use meanwhile (a session, a file, a socket, a database), callbacks of the
 * program, waits that a cancelled task leaves behind in their thread, and code between a read and a write of the same thing.
 */
import type { Safety } from '../../findings/finding.ts';
import { displayName } from '../../program/found.ts';
import type { Step } from '../../program/steps.ts';
import type { Type } from '../../program/types.ts';
import { callOf, expressionAt } from '../../summary/packed-expressions.ts';
import { argumentsOf, callAt } from '../calls/call-arguments.ts';
import type { Site } from '../site.ts';
import { definitionsBehind, whyBoundToThread } from './loop-affinity.ts';
import { heldLock, isInOpenBlock, safetyOfAwait } from './surroundings.ts';

/** Why the call at `site` must not move to a thread, a sentence; null where it may. */
export function whyNotInThread(site: Site): string | null {
  for (const step of site.steps) {
    const reason = step.kind === 'fact' ? whyNotFact(step) : null;
    if (reason !== null) return reason;
  }
  if (keepsGil(site))
    return 'It holds the GIL from start to end, which freezes the event loop from a thread as well: run it in a process or interpreter pool.';
  const lock = heldLock(site);
  if (lock !== null) {
    return `\`${lock}\` is held here: other tasks that want it would block the event loop during the await. Do this work outside of the lock, or use \`asyncio.Lock\`.`;
  }
  if (calleeTypes(site).some(isAsynchronous))
    return 'It is a coroutine, which would only be made in a thread and never run: mend what blocks in its body.';
  if (argumentTypes(site).some(isAsynchronous)) {
    return 'It is given a coroutine, or a function that makes one, which belongs to the event loop.';
  }
  if (
    argumentsOf(site).length === 1 &&
    calleeTypes(site).some((type) => type.kind === 'external' && type.name === 'builtins.next')
  )
    return STOPS;
  const stored = storedFunction(site);
  if (stored !== null)
    return `\`${stored}\` is whatever function was stored there, and others may need the event loop: let the one that blocks hand its own work to a thread.`;
  const functions = site.steps.flatMap((step) => (step.kind === 'function' ? [step.definition] : []));
  const bound = whyBoundToThread(site, [...functions, ...definitionsBehind(calleeTypes(site))]);
  return bound === null ? null : `It cannot run in a thread: ${bound}.`;
}

/** Whether what is to move is one call that computes and lets no other thread run. */
function keepsGil({ finding, program }: Site): boolean {
  return (
    finding.rule === 'cpu-bound-on-loop' && program.inference.catalogue.computingOn(finding.cause)?.gil === 'holds'
  );
}

/** The name of `self.callback()`, where that attribute holds a function of the program's and is no method of that name. */
function storedFunction({ program, module, event, steps }: Site): string | null {
  const call = callOf(module.summary.expressions, event);
  const callee = call !== undefined ? expressionAt(module.summary.expressions, call.callee) : undefined;
  if (call === undefined || callee?.kind !== 'attribute') return null;
  const isPassed = program.inference
    .answer(module, call.callee)
    .types.some(({ kind }) => kind === 'parameter' || kind === 'partial');
  const isOther = steps.some((step) => step.kind === 'function' && step.definition.scope.name === '<lambda>');
  return isPassed || isOther ? callee.name : null;
}

const STOPS = 'The StopIteration that ends `next()` cannot leave a thread: use a loop in a function of its own.';

/** Facts that no thread can take over, and what to do instead. */
const NEVER = new Map<string, string>([['builtins.next', STOPS]]);

export function whyNotFact({ row }: Extract<Step, { kind: 'fact' }>): string | null {
  const [counterpart] = row.alternatives.filter((name) => name.startsWith('asyncio.') && name !== 'asyncio.to_thread');
  const type = counterpart?.slice(0, counterpart.lastIndexOf('.'));
  if (row.threadBound !== undefined) {
    const instead = row.kind === 'wait' && type !== undefined ? ` Use \`${type}\` where only coroutines need it.` : '';
    return `A worker thread will not do: ${row.threadBound}.${instead}`;
  }
  if (/^(?:threading|multiprocessing|portalocker|filelock)\..*\.acquire$/.test(row.name)) {
    const instead = type === undefined ? '' : `use \`${type}\`, or `;
    return `A lock taken in a thread would be held across awaits, and others would wait for it on the event loop: ${instead}do the locked work as a whole in a thread.`;
  }
  if (/^queue\.\w+\.get$/.test(row.name)) {
    return `A thread that waits for an item outlives a cancelled task, and takes an item that nobody sees then: make it an \`${type}\` and await its \`get()\`; threads put into that with \`loop.call_soon_threadsafe(queue.put_nowait, item)\`.`;
  }
  if (/^select(?:ors)?\./.test(row.name)) {
    return 'Waiting for files and sockets to be ready is what the event loop does itself: use `loop.add_reader`, or streams of asyncio.';
  }
  if (row.name.startsWith('signal.')) return 'Signals belong to the main thread: use `loop.add_signal_handler`.';
  return NEVER.get(row.name) ?? null;
}

/** How sure it is that the call at `site` means the same in a thread. */
export function safetyInThread(site: Site): Safety {
  const isSafe = site.steps.length > 0 && site.steps.every(isSelfContained);
  return isSafe && !runsCallbacks(site) && !isInOpenBlock(site) ? safetyOfAwait(site) : 'unsafe';
}

const SAFE_KINDS = new Set<string>(['http', 'sleep', 'file', 'path-check', 'subprocess', 'socket']);

/**
 * Functions that change what the whole process or other code sees, run code of anybody's, or walk through what they are given while
 * others may change it.
 */
const FAR_REACHING =
  /^(?:os\.(?:chdir|wait\w*)|locale\.|importlib\.|runpy\.|logging\.|webbrowser\.|fcntl\.|pty\.|pexpect\.|mimetypes\.)|\.(?:\w*dump|save\w*)$/;

export function isSelfContained(step: Step): boolean {
  if (step.kind !== 'fact' || step.isLikely) return false;
  const { name, kind } = step.row;
  if (kind === undefined || !SAFE_KINDS.has(kind) || FAR_REACHING.test(name)) return false;
  if (name.startsWith('pathlib.Path.')) return true;
  return isFunctionName(displayName(name));
}

/** `os.path.exists`, `open`: no part of the name but a module's starts with a capital, as those of classes do. */
function isFunctionName(name: string): boolean {
  return name.split('.').every((part) => !/^[A-Z]/.test(part)) && !name.startsWith('socket.socket.');
}

/** Whether the call is handed code of the program to run, or something that runs it when it is iterated. */
function runsCallbacks(site: Site): boolean {
  return argumentTypes(site).some(isCode);
}

function argumentTypes(site: Site): readonly Type[] {
  const { inference } = site.program;
  return argumentsOf(site).flatMap(({ value }) => inference.answer(site.module, value).types);
}

function calleeTypes(site: Site): readonly Type[] {
  const call = callAt(site);
  return call === null ? [] : site.program.inference.answer(site.module, call.callee).types;
}

function isAsynchronous(type: Type): boolean {
  return type.kind === 'coroutine' || (type.kind === 'function' && type.definition.scope.isAsync);
}

function isCode(type: Type): boolean {
  return type.kind === 'function' || type.kind === 'partial' || type.kind === 'generator';
}
