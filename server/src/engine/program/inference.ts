/**
 * Inference: what each expression of the program may be. Lazy and memoised: only what somebody asks for is followed, once.
 *
 * This file holds the memo and the table of expression kinds; names, attributes, calls and annotations have a file each.
 */

import type { Catalogue } from '../knowledge/catalogue.ts';
import type { BindingId, Expression, ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { AnswerTable } from './answer-table.ts';
import { attributeOf, type Lineage, lineage } from './attributes.ts';
import { resultOfCall } from './calls.ts';
import { type Definition, definitionOf, type Module } from './definitions.ts';
import { elementsOf, enteredBy, itemOf } from './elements.ts';
import type { ParameterUse } from './handed.ts';
import type { ModuleIndex } from './modules.ts';
import { nameAnswer } from './names.ts';
import {
  type Answer,
  certain,
  flatMap,
  isNone,
  type Making,
  objectOf,
  type ParameterType,
  type Type,
  UNKNOWN_ANSWER,
  union,
} from './types.ts';
import type { WriteName, WriteSite } from './write-index.ts';

/** What inference needs of the program around it. */
export interface Surroundings {
  readonly catalogue: Catalogue;
  readonly index: ModuleIndex;
  moduleAt(path: string): Module | undefined;
  /** Whether some class of the program has a property or special method called `name`: a cheap test before inference. */
  definesMember(name: string): boolean;
  /** The classes of the program that inherit from `definition`, directly or not. */
  subclassesOf(definition: Definition): readonly Definition[];
  /** Those that inherit from the class `name`, which is outside the program. */
  subclassesOfExternal(name: string): readonly Definition[];
  /** Where the program sets the attribute `name` on objects that are not `self`. */
  writesOf(name: string): readonly WriteSite[];
  /** Where it sets the item under a key. */
  itemWritesOf(key: WriteName): readonly WriteSite[];
  /** What the program's calls pass for `parameter`. */
  passedFor(parameter: ParameterType): Answer;
  /** Whether the module of `definition` hands that function to what is called `callee` (a qualified name). */
  isHandedTo(definition: Definition, callee: string): boolean;
  /** Whether some module of the program imports the package `name`, or what imports that, when it is imported itself. */
  isImportedAtTop(name: string): boolean;
  /** The calls of the program that make an object of the class `definition`. */
  constructionsOf(definition: Definition): readonly Making[];
}

/** What an expression has instead of the number of its answer: nobody asked yet, or it is being followed. */
const NOT_ASKED = 0;
const UNDER_WAY = 1;
const FIRST_NUMBER = 2;

/** Chains of inference longer than this are unknown; real code stays below 40. */
const MAX_DEPTH = 120;

export class Inference {
  readonly surroundings: Surroundings;
  readonly #table: AnswerTable;
  /** By expression, the number of its answer in the table plus two; see `#remember`. */
  readonly #answers = new Map<Module, Uint32Array>();
  /** The same by binding. */
  readonly #bound = new Map<Module, Uint32Array>();
  readonly #returns = new Map<Definition, Answer>();
  readonly #uses = new Map<Definition, readonly ParameterUse[]>();
  readonly #lineages = new Map<Definition, Lineage>();
  readonly #overrides = new Map<Definition, Map<Definition, boolean>>();
  readonly #underWay = new Set<string>();
  #depth = 0;

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
    this.#table = new AnswerTable(surroundings.catalogue);
  }

  get catalogue(): Catalogue {
    return this.surroundings.catalogue;
  }

  /** What expression `id` of `module` may be. */
  answer(module: Module, id: ExpressionId): Answer {
    const { expressions } = module.summary;
    return this.#remember(this.#answers, module, expressions.length, id, () => {
      const expression = expressionAt(expressions, id);
      return expression === undefined ? UNKNOWN_ANSWER : this.#follow(module, id, expression);
    });
  }

  /** What binding `id` of `module` makes of its name, by `compute`, once. */
  boundBy(module: Module, id: BindingId, compute: () => Answer): Answer {
    return this.#remember(this.#bound, module, module.summary.bindings.length, id, compute);
  }

  #remember(memo: Map<Module, Uint32Array>, module: Module, size: number, id: number, compute: () => Answer): Answer {
    let numbers = memo.get(module);
    if (numbers === undefined) {
      numbers = new Uint32Array(size);
      memo.set(module, numbers);
    }
    const known = numbers[id] ?? UNDER_WAY;
    if (known !== NOT_ASKED) return this.#table.at(known - FIRST_NUMBER) ?? UNKNOWN_ANSWER;
    if (this.#depth > MAX_DEPTH) return UNKNOWN_ANSWER;
    // A cycle (x = x.parent; two modules that import from each other) meets this while it is being followed.
    numbers[id] = UNDER_WAY;
    this.#depth++;
    try {
      const number = this.#table.numberOf(compute());
      numbers[id] = number + FIRST_NUMBER;
      return this.#table.at(number) ?? UNKNOWN_ANSWER;
    } finally {
      this.#depth--;
    }
  }

  /** The classes that the class `definition` inherits from, by `compute`; kept, but for what a cycle may have cut short. */
  lineageOf(definition: Definition, compute: () => Lineage): Lineage {
    const known = this.#lineages.get(definition);
    if (known !== undefined) return known;
    const found = compute();
    if (found.isComplete || this.#depth === 0) this.#lineages.set(definition, found);
    return found;
  }

  /** Whether the class `receiver` redefines methods of `owner`, by `compute`, once. */
  overrides(receiver: Definition, owner: Definition, compute: () => boolean): boolean {
    const known = this.#overrides.get(receiver) ?? new Map<Definition, boolean>();
    this.#overrides.set(receiver, known);
    const answer = known.get(owner) ?? compute();
    known.set(owner, answer);
    return answer;
  }

  /** How the function `definition` uses its parameters, by `compute`, once. */
  usesOf(definition: Definition, compute: () => readonly ParameterUse[]): readonly ParameterUse[] {
    const known = this.#uses.get(definition);
    if (known !== undefined) return known;
    this.#uses.set(definition, []);
    const uses = compute();
    this.#uses.set(definition, uses);
    return uses;
  }

  /** Runs `compute`, or gives `inCycle` if the same `task` is under way further up. */
  once<Result>(task: string, compute: () => Result, inCycle: Result): Result {
    if (this.#underWay.has(task)) return inCycle;
    this.#underWay.add(task);
    try {
      return compute();
    } finally {
      this.#underWay.delete(task);
    }
  }

  #follow(module: Module, id: ExpressionId, expression: Expression): Answer {
    switch (expression.kind) {
      case 'name':
        return nameAnswer(this, module, expression);
      case 'attribute':
        return flatMap(this.#value(module, expression.object), (type) => attributeOf(this, type, expression.name));
      case 'call':
        return resultOfCall(this, module, expression);
      case 'await':
        return this.awaited(this.answer(module, expression.value));
      case 'subscript':
        return flatMap(this.#value(module, expression.object), (type) =>
          isTypingForm(type)
            ? certain({ kind: 'alias', module, expression: id })
            : isGenericClass(this, type)
              ? certain(type)
              : itemOf(this, module, type, expression.index),
        );
      case 'lambda':
        return certain({ kind: 'function', definition: definitionOf(module, expression.scope), receiver: null });
      case 'choice':
        return union(expression.options.map((option) => this.answer(module, option)));
      case 'binary':
        return this.#isUnionOfTypes(module, expression)
          ? certain({ kind: 'alias', module, expression: id })
          : this.#binary(module, expression);
      case 'sequence':
        return this.#sequence(module, expression);
      case 'mapping':
        return certain({
          ...objectOf('builtins.dict'),
          ...(expression.values.length > 0 && {
            values: union(expression.values.map((value) => this.answer(module, value))),
          }),
        });
      case 'comprehension':
        return this.#comprehension(module, expression);
      case 'literal':
        return certain({
          kind: 'literal',
          type: expression.type,
          value: expression.value,
          ...(expression.prefix === undefined ? {} : { prefix: expression.prefix }),
        });
      case 'unknown':
        return UNKNOWN_ANSWER;
    }
  }

  /** `X | None` as a value. */
  #isUnionOfTypes(module: Module, { operator, left, right }: Extract<Expression, { kind: 'binary' }>): boolean {
    return operator === '|' && [left, right].every((side) => this.answer(module, side).types.some(isTypeItself));
  }

  /** `Path("a") / "b"`: an operator is a method of either side. */
  #binary(module: Module, expression: Extract<Expression, { kind: 'binary' }>): Answer {
    const [method, reflected] = OPERATORS.get(expression.operator) ?? [];
    if (method === undefined || reflected === undefined) return UNKNOWN_ANSWER;
    const left = this.#operand(this.#value(module, expression.left), method);
    return left.isComplete ? left : this.#operand(this.#value(module, expression.right), reflected);
  }

  #operand(side: Answer, method: string): Answer {
    return flatMap(side, (type) => {
      if (type.kind !== 'object') return UNKNOWN_ANSWER;
      const result = this.catalogue.methodResultOf(type.class, method);
      return result === undefined ? UNKNOWN_ANSWER : fromExpression(this, result, type);
    });
  }

  #sequence(module: Module, expression: Extract<Expression, { kind: 'sequence' }>): Answer {
    const items = expression.items.map((item) => this.answer(module, item));
    if (expression.type === 'tuple') return certain({ kind: 'tuple', items });
    const elements = items.length === 0 ? null : union(items);
    return certain({ kind: 'object', class: `builtins.${expression.type}`, arguments: [], elements });
  }

  #comprehension(module: Module, expression: Extract<Expression, { kind: 'comprehension' }>): Answer {
    const elements = this.answer(module, expression.element);
    if (expression.type === 'generator') {
      return certain({ kind: 'generator', definition: definitionOf(module, expression.scope), elements });
    }
    const container = objectOf(`builtins.${expression.type}`);
    if (expression.type !== 'dict') return certain({ ...container, elements });
    const [keys = UNKNOWN_ANSWER, values = UNKNOWN_ANSWER] = elements.types.flatMap((type) =>
      type.kind === 'tuple' ? type.items : [],
    );
    return certain({ ...container, elements: keys, values });
  }

  /** What the function `definition` returns, by `compute`, once. Recursion is unknown. */
  returnsOf(definition: Definition, compute: () => Answer): Answer {
    const known = this.#returns.get(definition);
    if (known !== undefined) return known;
    this.#returns.set(definition, UNKNOWN_ANSWER);
    const answer = this.#depth > MAX_DEPTH ? UNKNOWN_ANSWER : compute();
    this.#returns.set(definition, answer);
    return answer;
  }

  /** What iterating `answer` yields. */
  elementsOf(answer: Answer): Answer {
    return flatMap(this.resolved(answer), (type) => elementsOf(this, type));
  }

  /** What `with answer as x` makes of x. */
  enteredBy(answer: Answer, isAsync: boolean): Answer {
    return flatMap(this.resolved(answer), (type) => enteredBy(this, type, isAsync));
  }

  /** What awaiting `answer` gives. */
  awaited(answer: Answer): Answer {
    return flatMap(answer, awaitedType);
  }

  /** `answer` with what the program's calls pass in the place of parameters. */
  resolved(answer: Answer): Answer {
    if (!answer.types.some((type) => type.kind === 'parameter')) return answer;
    return flatMap(answer, (type) => (type.kind === 'parameter' ? this.surroundings.passedFor(type) : certain(type)));
  }

  /** What the value of expression `id` may be, through parameters. */
  #value(module: Module, id: ExpressionId): Answer {
    return this.resolved(this.answer(module, id));
  }
}

/** `Queue[str]`, `Box[int]`: the class itself, as far as its objects go. The items of an Enum are its members. */
function isGenericClass(inference: Inference, type: Type): boolean {
  if (type.kind === 'external') return inference.catalogue.isType(type.name);
  if (type.kind !== 'class') return false;
  const { external, isComplete } = lineage(inference, type.definition);
  return isComplete && !external.some((base) => base.startsWith('enum.'));
}

/** `Annotated[…]`, `list[…]`: subscripting it makes a type, not an item. */
function isTypingForm(type: Type): boolean {
  return type.kind === 'external' && TYPING_FORM.test(type.name);
}

const TYPING_FORM = /^(?:typing(?:_extensions)?\.[A-Z]\w+|builtins\.(?:list|dict|set|frozenset|tuple|type))$/;

/** What may stand on a side of `|` in a union of types. */
function isTypeItself(type: Type): boolean {
  return type.kind === 'class' || type.kind === 'external' || type.kind === 'alias' || isNone(type);
}

const OPERATORS = new Map<string, readonly [string, string]>([
  ['/', ['__truediv__', '__rtruediv__']],
  ['+', ['__add__', '__radd__']],
  ['%', ['__mod__', '__rmod__']],
]);

function awaitedType(type: Type): Answer {
  if (type.kind === 'coroutine') return type.result;
  const isAwaitable =
    type.kind === 'object' && AWAITABLES.has(type.class.replace(/^(?:typing|collections\.abc)\./, ''));
  return isAwaitable ? (type.elements ?? UNKNOWN_ANSWER) : UNKNOWN_ANSWER;
}

/** Classes whose one type argument is what awaiting gives. */
const AWAITABLES = new Set(['Coroutine', 'Awaitable', 'asyncio.Future', 'asyncio.Task']);

import { fromExpression } from './annotations.ts';
