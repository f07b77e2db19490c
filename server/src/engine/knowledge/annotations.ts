/** Reads the types that knowledge writes as Python annotations: `tuple[pathlib.Path, list[builtins.str]]`. */

/** A parsed annotation: a qualified name and what stands in its brackets. */
export interface TypeExpression {
  readonly name: string;
  readonly arguments: readonly TypeExpression[];
}

/** Parses `text`. Throws on text that is no annotation: knowledge is ours, and a test reads all of it. */
export function parseTypeExpression(text: string): TypeExpression {
  const tokens = text.match(/[\w.*]+|[[\],|]/g) ?? [];
  let at = 0;
  const read = (): TypeExpression => {
    const name = tokens[at++];
    if (name === undefined || !/^[\w.*]+$/.test(name)) throw new Error(`not a type: ${text}`);
    const args: TypeExpression[] = [];
    if (tokens[at] === '[') {
      do {
        at++;
        args.push(read());
      } while (tokens[at] === ',');
      if (tokens[at++] !== ']') throw new Error(`unclosed bracket: ${text}`);
    }
    const type = { name, arguments: args };
    if (tokens[at] !== '|') return type;
    at++;
    const right = read();
    return { name: 'Union', arguments: right.name === 'Union' ? [type, ...right.arguments] : [type, right] };
  };
  const type = read();
  if (at !== tokens.length) throw new Error(`text behind a type: ${text}`);
  return type;
}
