/**
 * AnswerTable: answers that say the same, as one object. A program has hundreds of thousands of answers, and most say one of a
 * few things: `str`, `json.dumps`, this function.
 */
import type { Definition } from './definitions.ts';
import type { Answer, Type } from './types.ts';

export class AnswerTable {
  readonly #externals = new Map<string, Answer>();
  readonly #objects = new Map<string, Answer>();
  /** By what they are members of, and by path. */
  readonly #members = new Map<unknown, Map<string, Answer>>();
  readonly #classes = new Map<Definition, Answer>();
  readonly #functions = new Map<Definition, Answer>();
  readonly #instances = new Map<Definition, Answer>();

  /** The answer to keep instead of `answer`, which says the same. */
  sharedFor(answer: Answer): Answer {
    const [type, another] = answer.types;
    if (type === undefined || another !== undefined || !answer.isComplete) return answer;
    return this.#sharedFor(type, answer);
  }

  #sharedFor(type: Type, answer: Answer): Answer {
    switch (type.kind) {
      case 'external':
        return first(this.#externals, type.name, answer);
      case 'object': {
        const isPlain = type.arguments.length === 0 && type.elements === null && type.values === undefined;
        return isPlain ? first(this.#objects, type.class, answer) : answer;
      }
      case 'member': {
        const owner = type.object ?? type.class;
        const members = this.#members.get(owner) ?? new Map<string, Answer>();
        this.#members.set(owner, members);
        return first(members, type.path.join('.'), answer);
      }
      case 'class':
        return first(this.#classes, type.definition, answer);
      case 'function':
        return type.receiver === null ? first(this.#functions, type.definition, answer) : answer;
      case 'instance':
        return type.made === null ? first(this.#instances, type.definition, answer) : answer;
      default:
        return answer;
    }
  }
}

/** The answer that was given first under `key`. */
function first<Key>(answers: Map<Key, Answer>, key: Key, answer: Answer): Answer {
  const known = answers.get(key);
  if (known !== undefined) return known;
  answers.set(key, answer);
  return answer;
}
