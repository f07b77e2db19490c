/**
 * Reads a quoted annotation (`'list[X] | None'`) as the expressions that it would be without quotes. The text is one token of the
 * file, so the parser has no tree of it; of Python's expressions annotations use few.
 */
import type { Builder } from './builder.ts';
import { type ExpressionId, type Span, UNKNOWN } from './model.ts';

const TOKEN = /\s*(?:([\p{L}_][\p{L}\p{N}_]*|\.\.\.|[.|,[\]()])|('[^']*'|"[^"]*"|-?\d+))/uy;

/** A string or number in an annotation, of which only the place counts. */
const LITERAL = '';

const NAME = /^[\p{L}_]/u;

/** The annotation that `text` spells, at `span`; unknown where it is not one. */
export function readAnnotation(builder: Builder, text: string, span: Span): ExpressionId {
  const tokens = tokensOf(text);
  if (tokens === null) return UNKNOWN;
  const reader = new Reader(builder, tokens, span);
  const read = builder.deeper(() => reader.union(), null);
  return reader.isAtEnd ? (read ?? UNKNOWN) : UNKNOWN;
}

function tokensOf(text: string): readonly string[] | null {
  const tokens: string[] = [];
  const source = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (match === null) return null;
    tokens.push(match[1] ?? LITERAL);
  }
  return tokens;
}

/** Recursive descent; null is a place where no annotation stands. */
class Reader {
  readonly #builder: Builder;
  readonly #tokens: readonly string[];
  readonly #span: Span;
  #at = 0;

  constructor(builder: Builder, tokens: readonly string[], span: Span) {
    this.#builder = builder;
    this.#tokens = tokens;
    this.#span = span;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** `A | B`. */
  union(): ExpressionId | null {
    let left = this.#item();
    while (left !== null && this.#takes('|')) {
      const right = this.#item();
      if (right === null) return null;
      left = this.#builder.addExpression({ kind: 'binary', operator: '|', left, right, ...this.#span });
    }
    return left;
  }

  /** `a.B[C, D]`. */
  #item(): ExpressionId | null {
    let object = this.#primary();
    while (object !== null && this.#takes('[')) {
      const items = this.#list(']');
      const [only] = items ?? [];
      if (items === null || only === undefined) return null;
      const index =
        items.length === 1
          ? only
          : this.#builder.addExpression({ kind: 'sequence', type: 'tuple', items, ...this.#span });
      object = this.#builder.addExpression({ kind: 'subscript', object, index, ...this.#span });
    }
    return object;
  }

  #primary(): ExpressionId | null {
    const token = this.#tokens[this.#at++];
    if (token === undefined) return null;
    if (token === LITERAL || token === '...') return UNKNOWN;
    if (token === 'None') {
      return this.#builder.addExpression({ kind: 'literal', type: 'none', value: null, ...this.#span });
    }
    if (token === '[') {
      const items = this.#list(']');
      return items && this.#builder.addExpression({ kind: 'sequence', type: 'list', items, ...this.#span });
    }
    if (token === '(') {
      const inner = this.union();
      return this.#takes(')') ? inner : null;
    }
    return NAME.test(token) ? this.#dotted(token) : null;
  }

  #dotted(first: string): ExpressionId | null {
    let object = this.#builder.load(first, this.#span);
    while (this.#takes('.')) {
      const name = this.#tokens[this.#at++] ?? '';
      if (!NAME.test(name)) return null;
      object = this.#builder.addExpression({ kind: 'attribute', object, name, ...this.#span });
    }
    return object;
  }

  /** What stands up to the bracket `end`, with commas between. */
  #list(end: string): readonly ExpressionId[] | null {
    const items: ExpressionId[] = [];
    while (!this.#takes(end)) {
      const item = this.#builder.deeper(() => this.union(), null);
      if (item === null) return null;
      items.push(item);
      if (!this.#takes(',') && this.#tokens[this.#at] !== end) return null;
    }
    return items;
  }

  #takes(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }
}
