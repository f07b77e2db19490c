/**
 * AnswerTable: answers by number, those that say the same under one. A program has hundreds of thousands of answers, and most say
 * one of a few things: `str`, `json.dumps`, this function.
 */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Definition } from './definitions.ts';
import type { Answer, Type } from './types.ts';

export class AnswerTable {
  readonly #catalogue: Catalogue;
  readonly #answers: Answer[] = [];
  readonly #externals = new Map<string, number>();
  readonly #objects = new Map<string, number>();
  /** By what they are members of, and by path. */
  readonly #members = new Map<unknown, Map<string, number>>();
  readonly #classes = new Map<Definition, number>();
  readonly #functions = new Map<Definition, number>();
  readonly #instances = new Map<Definition, number>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** The answer that has `number`. */
  at(number: number): Answer | undefined {
    return this.#answers[number];
  }

  /** The number of an answer that says the same as `answer`. */
  numberOf(answer: Answer): number {
    const [type, another] = answer.types;
    if (type === undefined || another !== undefined || !answer.isComplete) return this.#add(answer);
    return this.#numberOf(type, answer);
  }

  #numberOf(type: Type, answer: Answer): number {
    switch (type.kind) {
      case 'external':
        return this.#once(this.#externals, type.name, answer);
      case 'object': {
        const isPlain = type.arguments.length === 0 && type.elements === null && type.values === undefined;
        return isPlain && !this.#catalogue.isToldApart(type.class)
          ? this.#once(this.#objects, type.class, answer)
          : this.#add(answer);
      }
      case 'member': {
        const owner = type.object ?? type.class;
        const members = this.#members.get(owner) ?? new Map<string, number>();
        this.#members.set(owner, members);
        return this.#once(members, type.path.join('.'), answer);
      }
      case 'class':
        return this.#once(this.#classes, type.definition, answer);
      case 'function':
        return type.receiver === null ? this.#once(this.#functions, type.definition, answer) : this.#add(answer);
      case 'instance':
        return type.made === null ? this.#once(this.#instances, type.definition, answer) : this.#add(answer);
      default:
        return this.#add(answer);
    }
  }

  #once<Key>(numbers: Map<Key, number>, key: Key, answer: Answer): number {
    const number = numbers.get(key) ?? this.#add(answer);
    numbers.set(key, number);
    return number;
  }

  #add(answer: Answer): number {
    return this.#answers.push(answer) - 1;
  }
}
