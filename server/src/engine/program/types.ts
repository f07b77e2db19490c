/**
 * What an expression may be, as far as the program can tell: a small set of Types and whether that set is all.
 *
 * "unknown" is an Answer that is not complete. A finding needs a complete one: unknown is silent.
 */
import type { TypeExpression } from '../knowledge/annotations.ts';
import type { Fact } from '../knowledge/rows.ts';
import type { ExpressionId } from '../summary/model.ts';
import type { Call } from './calls.ts';
import type { Definition, Module } from './definitions.ts';
import type { ModuleTarget } from './modules.ts';

export type Type =
  /** A module of the program, or a folder of it that is a package. */
  | { readonly kind: 'module'; readonly target: ModuleTarget }
  /** A module, class, function or value outside the program, by qualified name. */
  | { readonly kind: 'external'; readonly name: string }
  /**
   * An instance of a class outside the program, with its type arguments. `elements`: what iterating it gives, `values`: what a
   * mapping holds, as far as that is known. `made`: the constructor call, of a lock.
   */
  | {
      readonly kind: 'object';
      readonly class: string;
      readonly arguments: readonly TypeExpression[];
      readonly elements: Answer | null;
      readonly values?: Answer;
      readonly made?: Making;
    }
  /** What `path` leads to on such an instance: `client.chat.completions.create`. */
  | {
      readonly kind: 'member';
      readonly class: string;
      readonly path: readonly string[];
      /** What stands before the path. */
      readonly object: ObjectType | null;
    }
  /** A class of the program, and an instance of one. */
  | { readonly kind: 'class'; readonly definition: Definition }
  | { readonly kind: 'instance'; readonly definition: Definition; readonly made: Making | null }
  /** A function or lambda of the program; `receiver` is what a method is bound to. */
  | { readonly kind: 'function'; readonly definition: Definition; readonly receiver: Type | null }
  | ParameterType
  /** A method that is read like an attribute. */
  | { readonly kind: 'property'; readonly definition: Definition }
  /** What a decorator of the program makes of `target`: a function that calls it, with what the wrapper does besides. */
  | { readonly kind: 'wrapped'; readonly wrapper: Definition; readonly target: Type }
  /** `functools.partial(target, …)`. */
  | { readonly kind: 'partial'; readonly target: Answer }
  /** `Session = Annotated[…]`, `Option = X | None`: an expression that is meant as an annotation. */
  | { readonly kind: 'alias'; readonly module: Module; readonly expression: ExpressionId }
  /** `TypeVar('T', bound=…)`. */
  | { readonly kind: 'variable'; readonly module: Module; readonly bound: ExpressionId }
  /** `contextlib.closing(value)`, `nullcontext(value)`: entering it gives `value`, leaving it may close that. */
  | { readonly kind: 'managed'; readonly value: Answer; readonly isClosed: boolean }
  /** `map(f, xs)`, `enumerate(xs)`, `zip(xs, ys)`: iterating it iterates `sources` and calls `target` for each element. */
  | {
      readonly kind: 'mapped';
      readonly target: Answer | null;
      readonly sources: readonly Answer[];
      readonly elements: Answer;
    }
  /** `super()` in a method of `definition`. */
  | { readonly kind: 'super'; readonly definition: Definition; readonly receiver: Type }
  /** The result of a call that waits only when it is iterated. */
  | { readonly kind: 'lazy'; readonly row: Fact; readonly elements: Answer }
  /** What calling an `async def` of the program gives, before it is awaited. */
  | { readonly kind: 'coroutine'; readonly result: Answer }
  /** A generator expression, whose events run when it is iterated. */
  | { readonly kind: 'generator'; readonly definition: Definition; readonly elements: Answer }
  | { readonly kind: 'tuple'; readonly items: readonly Answer[] }
  | {
      readonly kind: 'literal';
      readonly type: string;
      readonly value: string | number | boolean | null;
      readonly prefix?: string;
    };

/** Whatever callers pass for a parameter: followed where it is called or handed on. `element` picks one of `*args`. */
export interface ParameterType {
  readonly kind: 'parameter';
  readonly definition: Definition;
  readonly index: number;
  readonly element: number | null;
}

/** The constructor call that made an object, where it is seen. */
export interface Making {
  readonly module: Module;
  readonly call: Call;
}

/** An instance of a class outside the program. */
export type ObjectType = Extract<Type, { kind: 'object' }>;

export interface Answer {
  readonly types: readonly Type[];
  /** `types` are all the possibilities. */
  readonly isComplete: boolean;
}

export const UNKNOWN_ANSWER: Answer = { types: [], isComplete: false };

/** More possibilities than this are as good as unknown. */
const MAX_TYPES = 8;

export function certain(type: Type): Answer {
  return { types: [type], isComplete: true };
}

/** An instance of the class `name`, of which nothing else is known. */
export function objectOf(name: string): ObjectType {
  return { kind: 'object', class: name, arguments: [], elements: null };
}

/** Any of `answers`. */
export function union(answers: readonly Answer[]): Answer {
  const [only] = answers;
  if (only === undefined) return UNKNOWN_ANSWER;
  if (answers.length === 1) return only;
  const types: Type[] = [];
  for (const answer of answers) {
    for (const type of answer.types) {
      if (!types.some((known) => isSame(known, type))) types.push(type);
    }
  }
  if (types.length > MAX_TYPES) return UNKNOWN_ANSWER;
  return { types, isComplete: answers.every((answer) => answer.isComplete) };
}

/** What `follow` makes of each type of `answer`. `None` is left out: using it would raise, not block. */
export function flatMap(answer: Answer, follow: (type: Type) => Answer): Answer {
  const types = answer.types.filter((type) => !isNone(type));
  if (types.length === 0) return UNKNOWN_ANSWER;
  const result = union(types.map(follow));
  return answer.isComplete ? result : { ...result, isComplete: false };
}

/** The qualified name of a function or class of a library, or of a method of one of its objects; null for what else `type` is. */
export function libraryNameOf(type: Type): string | null {
  if (type.kind === 'external') return type.name;
  return type.kind === 'member' ? `${type.class}.${type.path.join('.')}` : null;
}

export function isNone(type: Type): boolean {
  return type.kind === 'literal' && type.type === 'none';
}

function isSame(left: Type, right: Type): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind) return false;
  switch (left.kind) {
    case 'external':
      return right.kind === 'external' && left.name === right.name;
    case 'object':
      return (
        right.kind === 'object' &&
        left.class === right.class &&
        left.elements === right.elements &&
        left.values === right.values &&
        (!left.made || !right.made || left.made.call === right.made.call)
      );
    case 'member':
      return (
        right.kind === 'member' &&
        left.class === right.class &&
        left.object === right.object &&
        left.path.join('.') === right.path.join('.')
      );
    case 'class':
      return right.kind === 'class' && left.definition === right.definition;
    case 'instance':
      return right.kind === 'instance' && left.definition === right.definition && left.made?.call === right.made?.call;
    case 'function':
      return right.kind === 'function' && left.definition === right.definition && left.receiver === right.receiver;
    case 'parameter':
      return right.kind === 'parameter' && isSameParameter(left, right);
    case 'literal':
      return (
        right.kind === 'literal' &&
        left.type === right.type &&
        left.value === right.value &&
        left.prefix === right.prefix
      );
    case 'module':
      return right.kind === 'module' && sameTarget(left.target, right.target);
    default:
      return false;
  }
}

export function isSameParameter(left: ParameterType, right: ParameterType): boolean {
  return left.definition === right.definition && left.index === right.index;
}

function sameTarget(left: ModuleTarget, right: ModuleTarget): boolean {
  if (left.kind === 'file') return right.kind === 'file' && left.path === right.path;
  return left.kind === 'namespace' && right.kind === 'namespace' && left.folder === right.folder;
}
