/** What a decorated function or class is to those who use its name. */
import { type Definition, ownerOf } from './definitions.ts';
import type { Inference } from './inference.ts';
import { type Answer, certain, type Type, UNKNOWN_ANSWER } from './types.ts';

/**
 * Decorators whose result is called just like what they decorate, and runs it there and then. By qualified name, from the
 * documentation of each.
 */
const TRANSPARENT = new Set([
  'builtins.staticmethod',
  'builtins.classmethod',
  'functools.lru_cache',
  'functools.cache',
  'functools.wraps',
  'functools.total_ordering',
  'abc.abstractmethod',
  'contextlib.contextmanager',
  'typing.final',
  'typing.override',
  'typing.no_type_check',
  'typing.runtime_checkable',
  'typing_extensions.final',
  'typing_extensions.override',
  'typing_extensions.deprecated',
  'warnings.deprecated',
  'dataclasses.dataclass',
  'attr.s',
  'attr.attrs',
  'attr.define',
  'attr.frozen',
  'attrs.define',
  'attrs.frozen',
  'attrs.mutable',
  'enum.unique',
]);

/** What the name bound by `def` or `class` is, its decorators applied. */
export function decorated(inference: Inference, definition: Definition): Answer {
  const { decorators } = definition.scope;
  const isTransparent = decorators.every((id) => keepsCallable(inference, definition, id));
  if (!isTransparent) return UNKNOWN_ANSWER;
  const type: Type =
    definition.scope.kind === 'class'
      ? { kind: 'class', definition }
      : { kind: 'function', definition, receiver: null };
  return certain(type);
}

function keepsCallable(inference: Inference, definition: Definition, id: number): boolean {
  const { module } = definition;
  const expression = module.summary.expressions[id];
  const target = expression?.kind === 'call' ? expression.callee : id;
  const { types, isComplete } = inference.answer(module, target);
  return (
    isComplete && types.length > 0 && types.every((type) => type.kind === 'external' && TRANSPARENT.has(type.name))
  );
}

/** How a function in a class body is used: as a method, a property and so on. */
export function methodKind(
  inference: Inference,
  definition: Definition,
): 'method' | 'static' | 'class' | 'property' | 'other' {
  if (ownerOf(definition) === null) return 'other';
  for (const id of definition.scope.decorators) {
    const { types } = inference.answer(definition.module, id);
    const [type] = types;
    if (type?.kind !== 'external') continue;
    if (type.name === 'builtins.staticmethod') return 'static';
    if (type.name === 'builtins.classmethod') return 'class';
    if (type.name === 'builtins.property' || type.name === 'functools.cached_property') return 'property';
  }
  return 'method';
}

/** Whether the generator function `definition` is used as `with definition():`. */
export function isContextManager(inference: Inference, definition: Definition): boolean {
  return definition.scope.decorators.some((id) =>
    inference
      .answer(definition.module, id)
      .types.some((type) => type.kind === 'external' && type.name === 'contextlib.contextmanager'),
  );
}
