/** From annotations to instances: what a parameter, variable or result annotated so may be. */

import type { TypeExpression } from '../knowledge/annotations.ts';
import type { ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { attributeOf } from './attributes.ts';
import type { Module } from './definitions.ts';
import type { Inference } from './inference.ts';
import { nameAnswer } from './names.ts';
import { type Answer, certain, flatMap, objectOf, type Type, UNKNOWN_ANSWER, union } from './types.ts';

/** Annotations that stand for the one type in their brackets. */
const TRANSPARENT = new Set(['Annotated', 'ClassVar', 'Final', 'Required', 'NotRequired', 'ReadOnly', 'InitVar']);

/** Annotations that say nothing. */
const ANYTHING = new Set(['typing.Any', 'builtins.object', 'typing.TypeVar']);

const NONE_TYPE: Type = { kind: 'literal', type: 'none', value: null };

/** An instance of what the annotation at `id` names; unknown where it names nothing that is followed. */
export function annotated(inference: Inference, module: Module, id: ExpressionId): Answer {
  const expression = expressionAt(module.summary.expressions, id);
  if (expression === undefined) return UNKNOWN_ANSWER;
  switch (expression.kind) {
    case 'literal':
      if (expression.type === 'none') return certain(NONE_TYPE);
      return typeof expression.value === 'string' ? quoted(inference, module, expression.value) : UNKNOWN_ANSWER;
    case 'binary':
      return union([annotated(inference, module, expression.left), annotated(inference, module, expression.right)]);
    case 'subscript':
      return generic(inference, module, expression.object, expression.index);
    case 'sequence':
      return union(expression.items.map((item) => annotated(inference, module, item)));
    case 'name':
    case 'attribute':
      return instanceOf(inference, inference.answer(module, id));
    default:
      return UNKNOWN_ANSWER;
  }
}

/** A type's name in quotes where no annotation stands: `cast('Session', x)`, `TypeVar('T', bound='Session')`. */
function quoted(inference: Inference, module: Module, text: string): Answer {
  if (!/^[A-Za-z_]\w*(?:\.\w+)*$/.test(text)) return UNKNOWN_ANSWER;
  const [first = '', ...members] = text.split('.');
  const name = nameAnswer(inference, module, { kind: 'name', name: first, scope: 0, reaching: null, start: 0, end: 0 });
  return instanceOf(
    inference,
    members.reduce((answer, member) => flatMap(answer, (type) => attributeOf(inference, type, member)), name),
  );
}

function generic(inference: Inference, module: Module, origin: ExpressionId, index: ExpressionId): Answer {
  const { types, isComplete } = inference.answer(module, origin);
  const [type] = types;
  if (type === undefined || !isComplete || types.length !== 1) return UNKNOWN_ANSWER;
  const items = itemsOf(module, index);
  if (type.kind === 'class') return certain({ kind: 'instance', definition: type.definition, made: null });
  if (type.kind !== 'external') return UNKNOWN_ANSWER;
  const name = type.name.split('.').at(-1) ?? '';
  const [first] = items;
  if (first === undefined) return UNKNOWN_ANSWER;
  if (name === 'Optional') return union([annotated(inference, module, first), certain(NONE_TYPE)]);
  if (name === 'Union') return union(items.map((item) => annotated(inference, module, item)));
  if (TRANSPARENT.has(name)) return annotated(inference, module, first);
  if (name === 'tuple' || name === 'Tuple') return tuple(inference, module, items);
  if (name === 'type' || name === 'Type') return inference.answer(module, first);
  const last = annotated(inference, module, items.at(-1) ?? first);
  const container = objectOf(canonicalClass(type.name));
  if (!isMapping(name)) return certain({ ...container, elements: last });
  return certain({ ...container, elements: annotated(inference, module, first), values: last });
}

function tuple(inference: Inference, module: Module, items: readonly ExpressionId[]): Answer {
  return certain({ kind: 'tuple', items: items.map((item) => annotated(inference, module, item)) });
}

/** Iterating a mapping gives its keys. */
function isMapping(name: string): boolean {
  return /dict$|mapping$/i.test(name);
}

function itemsOf(module: Module, index: ExpressionId): readonly ExpressionId[] {
  const expression = expressionAt(module.summary.expressions, index);
  return expression?.kind === 'sequence' && expression.type === 'tuple' ? expression.items : [index];
}

/** `typing.List` is `list`. */
function canonicalClass(name: string): string {
  const member = /^typing\.(List|Dict|Set|FrozenSet|Tuple|Type)$/.exec(name)?.[1];
  return member === undefined ? name : `builtins.${member.toLowerCase()}`;
}

/** From a class to an instance of it. */
export function instanceOf(inference: Inference, answer: Answer): Answer {
  if (!answer.isComplete) return UNKNOWN_ANSWER;
  return union(
    answer.types.map((type): Answer => {
      switch (type.kind) {
        case 'class':
          return certain({ kind: 'instance', definition: type.definition, made: null });
        case 'external':
          if (ANYTHING.has(type.name)) return UNKNOWN_ANSWER;
          return certain(objectOf(canonicalClass(type.name)));
        case 'alias':
          return aliased(inference, type.module, type.expression);
        case 'literal':
          return type.type === 'none' ? certain(NONE_TYPE) : UNKNOWN_ANSWER;
        default:
          return UNKNOWN_ANSWER;
      }
    }),
  );
}

/** What a type alias stands for; one that stands for itself (`Json = dict[str, 'Json'] | None`) is unknown inside. */
function aliased(inference: Inference, module: Module, id: ExpressionId): Answer {
  return inference.once(`alias ${module.path} ${id}`, () => annotated(inference, module, id), UNKNOWN_ANSWER);
}

/**
 * The type that knowledge writes as `expression`; `self` is the instance whose member it describes, `returned` what the function
 * gives that the call was handed.
 */
export function fromExpression(
  inference: Inference,
  expression: TypeExpression,
  self: Type | null,
  returned: Answer = UNKNOWN_ANSWER,
): Answer {
  const [first] = expression.arguments;
  const read = (item: TypeExpression): Answer => fromExpression(inference, item, self, returned);
  switch (expression.name) {
    case 'Returned':
      return returned;
    case 'Self':
      return self === null ? UNKNOWN_ANSWER : certain(self);
    case 'Item':
      return (self?.kind === 'object' ? self.elements : null) ?? UNKNOWN_ANSWER;
    case 'Value':
      return (self?.kind === 'object' ? self.values : null) ?? UNKNOWN_ANSWER;
    case 'None':
      return certain(NONE_TYPE);
    case 'Any':
      return UNKNOWN_ANSWER;
    case 'Union':
      return union(expression.arguments.map(read));
    case 'Optional':
      return first === undefined ? UNKNOWN_ANSWER : union([read(first), certain(NONE_TYPE)]);
    case 'tuple':
    case 'builtins.tuple':
      return certain({
        kind: 'tuple',
        items: expression.arguments.map(read),
      });
    case 'type':
      return first === undefined ? UNKNOWN_ANSWER : certain({ kind: 'external', name: first.name });
    default: {
      const last = expression.arguments.at(-1);
      const elements = last === undefined ? null : read(last);
      const name = GENERIC_NAMES.get(expression.name) ?? expression.name;
      return certain({
        kind: 'object',
        class: inference.catalogue.canonical(name),
        arguments: expression.arguments,
        elements,
      });
    }
  }
}

/** Names that knowledge may write without their module. */
const GENERIC_NAMES = new Map(
  ['list', 'dict', 'set', 'str', 'bytes', 'int', 'float', 'bool'].map((name) => [name, `builtins.${name}`]),
);
