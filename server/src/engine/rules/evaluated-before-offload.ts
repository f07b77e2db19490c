/** A call in the place of a function: it runs here, and what it gives is handed to the thread. */

import { lineage } from '../program/attributes.ts';
import type { Call } from '../program/calls.ts';
import { located } from '../program/chains.ts';
import type { Module } from '../program/definitions.ts';
import { methodFor } from '../program/dispatch.ts';
import { displayName } from '../program/found.ts';
import type { Handover } from '../program/handovers.ts';
import { dottedName } from '../program/spelling.ts';
import { isForWorker } from '../program/tasks.ts';
import type { Answer, Type } from '../program/types.ts';
import { UNKNOWN } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const evaluatedBeforeOffload: Rule = {
  id: 'evaluated-before-offload',
  category: 'executor',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A call where a thread or pool expects a function: it runs before, on the calling thread.',
  explanation: `\`asyncio.to_thread(load(path))\` calls \`load\` first, on the event loop, and hands its result to the thread, which cannot call it. The
same goes for \`run_in_executor(None, load(path))\`, \`pool.submit(load(path))\` and \`Thread(target=load())\`.

Hand over the function and its arguments: \`asyncio.to_thread(load, path)\`. The rule is silent where the result may be a function.`,
  bad: `import asyncio


def size(path):
    return f"{len(path)} bytes"


async def main(path):
    return await asyncio.to_thread(size(path))
`,
  good: `import asyncio


def size(path):
    return f"{len(path)} bytes"


async def main(path):
    return await asyncio.to_thread(size, path)
`,
  check,
};

function check(report: Report): void {
  for (const module of report.modules) {
    for (const handover of report.program.handoversIn(module)) {
      const call = expressionAt(module.summary.expressions, handover.argument);
      if (isForWorker(handover) && call?.kind === 'call' && !call.isAwaited) checkArgument(report, handover, call);
    }
  }
}

function checkArgument(report: Report, { definition, argument, target, callee }: Handover, call: Call): void {
  const { module, scope } = definition;
  const event = scope.events.find((each) => each.kind === 'call' && each.call === argument);
  if (event === undefined || !isNoFunction(report, module, target, call)) return;
  const name = dottedName(module, call.callee) ?? 'the function';
  const offload = displayName(callee);
  report.add({
    module,
    event,
    message: `\`${name}()\` runs here and not in the thread: \`${offload}()\` is handed what it returns, which cannot be called`,
    advice: `Hand over the function and its arguments: \`${name}, …\`.`,
    evidence: [{ ...located(module, call), text: `calls \`${name}\` before \`${offload}\`` }],
    cause: callee,
    confidence: target.types.length > 1 ? 'likely' : 'certain',
  });
}

/** Whether nothing that `call` may give can be called. */
function isNoFunction(report: Report, module: Module, { types, isComplete }: Answer, call: Call): boolean {
  if (!isComplete || types.length === 0) return givesNothing(report, module, call);
  return types.every((type) => cannotBeCalled(report, type));
}

/** Whether `call` runs a function of the program that returns nothing anywhere. */
function givesNothing({ program: { inference } }: Report, module: Module, call: Call): boolean {
  const { types, isComplete } = inference.answer(module, call.callee);
  const [only] = types;
  if (only?.kind !== 'function' || types.length !== 1 || !isComplete) return false;
  const { scope } = only.definition;
  const isMethod = only.receiver !== null;
  return (
    !isMethod &&
    scope.kind === 'function' &&
    !scope.isAsync &&
    !scope.isGenerator &&
    !scope.isStub &&
    scope.decorators.length === 0 &&
    scope.returns.length === 0 &&
    scope.returnAnnotation === UNKNOWN
  );
}

function cannotBeCalled({ program: { inference } }: Report, type: Type): boolean {
  switch (type.kind) {
    case 'literal':
    case 'tuple':
      return true;
    case 'object': {
      const { catalogue } = inference;
      const isKnown = type.class.startsWith('builtins.') || catalogue.isType(type.class);
      const isCalled =
        catalogue.methodResultOf(type.class, '__call__') !== undefined ||
        catalogue.verdictOnMember(type.class, ['__call__']) !== undefined;
      return isKnown && !isCalled;
    }
    case 'instance':
      return (
        lineage(inference, type.definition).external.length === 0 &&
        methodFor(inference, type.definition, '__call__') === null
      );
    default:
      return false;
  }
}
