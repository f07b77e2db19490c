/** Conditions that the program's own text decides: `if DEBUG:` where the module says `DEBUG = False` and nothing else does. */
import type { Guard } from '../summary/model.ts';
import { attributeOf } from './attributes.ts';
import { type Definition, ownerOf } from './definitions.ts';
import type { Inference } from './inference.ts';
import { nameAnswer } from './names.ts';
import { type Answer, flatMap, type Type, UNKNOWN_ANSWER } from './types.ts';

/** Whether one of `guards`, around code in the body of `definition`, never holds. */
export function neverHold(inference: Inference, definition: Definition, guards: readonly Guard[]): boolean {
  return guards.some((guard) => {
    if (guard.kind === 'either') return guard.options.every((option) => neverHold(inference, definition, [option]));
    if (guard.kind !== 'truth' || guard.isParameter) return false;
    return constantTruth(valueBehind(inference, definition, guard.name)) === !guard.isTrue;
  });
}

/** Whether the one constant that `answer` is, is true; undefined where it is anything else. */
function constantTruth({ types, isComplete }: Answer): boolean | undefined {
  const [only] = types;
  if (!isComplete || types.length !== 1 || only?.kind !== 'literal') return undefined;
  return only.value === null && only.type !== 'none' ? undefined : Boolean(only.value);
}

/** What a name or dotted name, as it stands in the body of `definition`, may be. */
function valueBehind(inference: Inference, definition: Definition, dotted: string): Answer {
  const { module, id, scope, receiver } = definition;
  const [first = '', ...members] = dotted.split('.');
  // What a function does to its own names is for the flow to tell.
  const isLocal = scope.bindingsOf(first) !== undefined && scope.kind !== 'module';
  const owner = ownerOf(definition);
  const isSelf = isLocal && owner !== null && members.length > 0 && first === scope.parameters[0]?.name;
  if (isLocal && !isSelf) return UNKNOWN_ANSWER;
  const self: Type | null = isSelf ? { kind: 'instance', definition: receiver ?? owner, made: null } : null;
  const base: Answer =
    self === null
      ? nameAnswer(inference, module, { kind: 'name', name: first, scope: id, reaching: null, start: 0, end: 0 })
      : { types: [self], isComplete: true };
  return members.reduce((answer, name) => flatMap(answer, (type) => attributeOf(inference, type, name)), base);
}
