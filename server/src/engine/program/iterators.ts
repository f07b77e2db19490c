/** Builtins and itertools that pass on what they iterate, one element at a time. */
import { argumentAt } from './arguments.ts';
import { methodOf } from './attributes.ts';
import { type Call, returnsOf } from './calls.ts';
import type { Module } from './definitions.ts';
import type { Inference } from './inference.ts';
import { type Answer, certain, flatMap, UNKNOWN_ANSWER } from './types.ts';

type Result = (inference: Inference, module: Module, call: Call) => Answer;

const ITERATORS = new Map<string, Result>([
  ['builtins.map', mapped],
  ['builtins.filter', filtered],
  ['builtins.enumerate', enumerated],
  ['builtins.zip', zipped],
  ['builtins.reversed', backwards],
  ['itertools.islice', passedOn],
  ['itertools.chain', chained],
  ['itertools.starmap', mapped],
  ['itertools.takewhile', filtered],
  ['itertools.dropwhile', filtered],
  ['itertools.filterfalse', filtered],
  ['itertools.groupby', grouped],
  ['itertools.accumulate', passedOn],
]);

/** What the iterator that calling `name` makes is; undefined where `name` makes none of these. */
export function iteratorsOf(name: string): Result | undefined {
  return ITERATORS.get(name);
}

/** The positional arguments; null where `*args` hides some. */
function argumentsOf(inference: Inference, module: Module, call: Call): readonly Answer[] | null {
  if (call.arguments.some(({ isSpread }) => isSpread)) return null;
  return call.arguments.filter(({ keyword }) => keyword === null).map(({ value }) => inference.answer(module, value));
}

function mapped(inference: Inference, module: Module, call: Call): Answer {
  const [target, ...sources] = argumentsOf(inference, module, call) ?? [];
  if (target === undefined) return UNKNOWN_ANSWER;
  return certain({ kind: 'mapped', target, sources, elements: UNKNOWN_ANSWER });
}

function filtered(inference: Inference, module: Module, call: Call): Answer {
  const [target, source] = argumentsOf(inference, module, call) ?? [];
  if (target === undefined || source === undefined) return UNKNOWN_ANSWER;
  return certain({ kind: 'mapped', target, sources: [source], elements: inference.elementsOf(source) });
}

function enumerated(inference: Inference, module: Module, call: Call): Answer {
  const [source] = argumentsOf(inference, module, call) ?? [];
  if (source === undefined) return UNKNOWN_ANSWER;
  const index = certain({ kind: 'literal', type: 'int', value: null });
  const elements = certain({ kind: 'tuple', items: [index, inference.elementsOf(source)] });
  return certain({ kind: 'mapped', target: null, sources: [source], elements });
}

function zipped(inference: Inference, module: Module, call: Call): Answer {
  const sources = argumentsOf(inference, module, call);
  if (sources === null) return UNKNOWN_ANSWER;
  const elements = certain({ kind: 'tuple', items: sources.map((source) => inference.elementsOf(source)) });
  return certain({ kind: 'mapped', target: null, sources, elements });
}

function passedOn(inference: Inference, module: Module, call: Call): Answer {
  const argument = argumentAt(call, 0, null);
  if (argument === null) return UNKNOWN_ANSWER;
  const source = inference.answer(module, argument);
  return certain({ kind: 'mapped', target: null, sources: [source], elements: inference.elementsOf(source) });
}

/** `reversed(xs)` is what `__reversed__` of an object of the program returns, if it has one. */
function backwards(inference: Inference, module: Module, call: Call): Answer {
  const argument = argumentAt(call, 0, null);
  if (argument === null) return UNKNOWN_ANSWER;
  const { definesMember } = inference.surroundings;
  return flatMap(inference.answer(module, argument), (type) => {
    const method =
      type.kind === 'instance' && definesMember('__reversed__')
        ? methodOf(inference, type.definition, '__reversed__')
        : null;
    if (method !== null) return returnsOf(inference, method, type);
    const source = certain(type);
    return certain({ kind: 'mapped', target: null, sources: [source], elements: inference.elementsOf(source) });
  });
}

function chained(inference: Inference, module: Module, call: Call): Answer {
  const sources = argumentsOf(inference, module, call);
  if (sources === null) return UNKNOWN_ANSWER;
  return certain({ kind: 'mapped', target: null, sources, elements: UNKNOWN_ANSWER });
}

/** `groupby(xs, key)`: the key of each element is asked for on the way. */
function grouped(inference: Inference, module: Module, call: Call): Answer {
  const [source, key] = [argumentAt(call, 0, 'iterable'), argumentAt(call, 1, 'key')];
  if (source === null) return UNKNOWN_ANSWER;
  const target = key === null ? null : inference.answer(module, key);
  return certain({ kind: 'mapped', target, sources: [inference.answer(module, source)], elements: UNKNOWN_ANSWER });
}
