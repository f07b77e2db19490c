/**
 * AnswerTable: answers by number, those that say the same under one. A program has hundreds of thousands of answers, and most say
 * one of a few things: `str`, `json.dumps`, this function.
 */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Definition } from './definitions.ts';
import type { Answer, Type } from './types.ts';

/** More types than this, or a longer text, are rarely said twice. */
const MOST_TYPES = 6;
const LONGEST_TEXT = 200;

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
  readonly #texts = new Map<string, number>();
  readonly #ids = new Map<Definition, number>();

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
    if (type === undefined || another !== undefined || !answer.isComplete) return this.#byText(answer);
    return this.#numberOf(type, answer);
  }

  /** Answers of several types, or that hold others (`list[str] | None`), by a text that says the same of the same. */
  #byText(answer: Answer): number {
    const text = this.#textOf(answer);
    return text === null ? this.#add(answer) : this.#once(this.#texts, text, answer);
  }

  /** null where an answer says what cannot be told in a short text, or matters by its identity. */
  #textOf({ types, isComplete }: Answer): string | null {
    if (types.length > MOST_TYPES) return null;
    let text = isComplete ? '' : '?';
    for (const type of types) {
      const part = this.#textOfType(type);
      if (part === null || text.length + part.length > LONGEST_TEXT) return null;
      text += `${part}|`;
    }
    return text;
  }

  #textOfType(type: Type): string | null {
    switch (type.kind) {
      case 'external':
        return `e${type.name}`;
      case 'literal':
        return `l${type.type}${JSON.stringify(type.value)}${type.prefix ?? ''}`;
      case 'object': {
        if (type.arguments.length > 0 || this.#catalogue.isToldApart(type.class)) return null;
        const [elements, values] = [type.elements, type.values ?? null].map((each) => each && this.#textOf(each));
        if ((type.elements !== null && elements === null) || (type.values && values === null)) return null;
        return `o${type.class}[${elements ?? '-'},${values ?? '-'}]`;
      }
      case 'class':
        return `c${this.#idOf(type.definition)}`;
      case 'function':
        return type.receiver === null ? `f${this.#idOf(type.definition)}` : null;
      case 'instance':
        return type.made === null ? `i${this.#idOf(type.definition)}` : null;
      default:
        return null;
    }
  }

  #idOf(definition: Definition): number {
    const id = this.#ids.get(definition) ?? this.#ids.size;
    this.#ids.set(definition, id);
    return id;
  }

  #numberOf(type: Type, answer: Answer): number {
    switch (type.kind) {
      case 'external':
        return this.#once(this.#externals, type.name, answer);
      case 'object': {
        const isPlain = type.arguments.length === 0 && type.elements === null && type.values === undefined;
        const known = isPlain ? this.#objects.get(type.class) : undefined;
        if (known !== undefined) return known;
        return isPlain && !this.#catalogue.isToldApart(type.class)
          ? this.#once(this.#objects, type.class, answer)
          : this.#byText(answer);
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
      case 'literal':
        return this.#byText(answer);
      default:
        return this.#add(answer);
    }
  }

  #once<Key>(numbers: Map<Key, number>, key: Key, answer: Answer): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#add(answer);
    numbers.set(key, number);
    return number;
  }

  #add(answer: Answer): number {
    return this.#answers.push(answer) - 1;
  }
}
