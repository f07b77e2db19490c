/** Tasks: functions that are handed to a worker, of which kind is known, and what they are called with there. */
import type { Worker } from '../knowledge/rows.ts';
import type { ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Call } from './calls.ts';
import type { Module } from './definitions.ts';
import type { Handover } from './handovers.ts';
import type { Inference } from './inference.ts';
import type { Program } from './program.ts';
import type { Answer } from './types.ts';

export interface Task {
  readonly handover: Handover;
  readonly worker: Worker;
  /** What the function is called with, as far as that is seen. */
  readonly passed: readonly Passed[];
  /** It is called many times, with items of what it is given. */
  readonly isMany: boolean;
}

/** Something that a task is called with. */
interface Passed {
  /** The argument of the call that it stands in, or what it is an item of. */
  readonly expression: ExpressionId;
  /** Its own name where it is passed by keyword. */
  readonly keyword: string | null;
  readonly answer: Answer;
}

const WORKERS: ReadonlySet<string> = new Set<Worker>(['thread', 'process', 'interpreter']);

/** Whether some worker runs what `handover` hands over, and takes no coroutine functions: known which kind of worker, or not. */
export function isForWorker({ runs, takesCoroutines, method }: Handover): boolean {
  return (isWorker(runs) || runs === 'elsewhere') && !takesCoroutines && method === null;
}

/** The tasks that `module` hands over; a handover that takes coroutines is no worker's alone. */
export function tasksIn(program: Program, module: Module): readonly Task[] {
  return program.handoversIn(module).flatMap((handover): readonly Task[] => {
    if (!isForWorker(handover) || !isWorker(handover.runs)) return [];
    const { passes } = handover;
    return [
      {
        handover,
        worker: handover.runs,
        passed: passedBy(program.inference, module, handover),
        isMany: passes === 'items' || passes === 'unpacked',
      },
    ];
  });
}

function isWorker(runs: string): runs is Worker {
  return WORKERS.has(runs);
}

function passedBy(inference: Inference, module: Module, { call, argument, passes }: Handover): readonly Passed[] {
  switch (passes) {
    case 'rest':
      return argumentsAfter(call, argument).map(({ value, keyword }) => {
        return { expression: value, keyword, answer: inference.answer(module, value) };
      });
    case 'items':
      return argumentsAfter(call, argument)
        .filter(({ keyword }) => keyword === null)
        .map(({ value }) => {
          return { expression: value, keyword: null, answer: inference.elementsOf(inference.answer(module, value)) };
        });
    case 'packed':
      return argumentsAfter(call, argument).flatMap(({ value, keyword }) =>
        keyword === null || PACKED.has(keyword) ? itemsOf(inference, module, value) : [],
      );
    default:
      return [];
  }
}

const PACKED = new Set(['args', 'kwargs', 'kwds']);

/** The arguments that follow `function_` without a star, and those by keyword. */
function argumentsAfter(call: Call, function_: ExpressionId): Call['arguments'] {
  const at = call.arguments.findIndex(({ value }) => value === function_);
  const spread = call.arguments.findIndex(({ isSpread }) => isSpread);
  return call.arguments.filter(
    ({ keyword, isSpread }, index) =>
      index !== at && !isSpread && (keyword !== null || (index > at && (spread === -1 || index < spread))),
  );
}

/** The items of the tuple, list or dictionary that is written at `id`. */
function itemsOf(inference: Inference, module: Module, id: ExpressionId): readonly Passed[] {
  const packed = expressionAt(module.summary.expressions, id);
  const items = packed?.kind === 'sequence' ? packed.items : packed?.kind === 'mapping' ? packed.values : [];
  return items.map((expression) => ({ expression, keyword: null, answer: inference.answer(module, expression) }));
}
