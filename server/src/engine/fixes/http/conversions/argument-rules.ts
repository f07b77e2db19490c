/** Rules for arguments that several conversions share. */
import { Kind } from '../../../syntax/kinds.ts';
import { childIn, childrenOf, is, kindOf, type Node, textOf } from '../../../syntax/table.ts';
import { answerAt, type Site } from '../../site.ts';
import { boundAt } from '../bound-names.ts';
import type { ArgumentRule, Placed } from '../conversion.ts';

const KEPT: Placed = { goesTo: 'call' };

export const kept: ArgumentRule = () => KEPT;

export const keptForClient: ArgumentRule = () => ({ goesTo: 'client' });

export function renamed(name: string): ArgumentRule {
  return () => ({ goesTo: 'call', name });
}

export function refusedFor(reason: string): ArgumentRule {
  return () => ({ refused: reason });
}

export const url: ArgumentRule = ({ table }, value) =>
  is(table, value, 'none') ? { refused: 'the URL is None' } : KEPT;

export const json: ArgumentRule = ({ table }, value) =>
  is(table, value, 'none') ? { refused: '`json=None` changes the request' } : KEPT;

/** What of a mapping would be sent otherwise, or raise: a None, and a bool where `refusesBool`. */
export function mappingOf(name: string, refusesBool: boolean): ArgumentRule {
  return ({ table }, value) => {
    if (!is(table, value, 'dictionary')) return KEPT;
    for (const pair of childrenOf(table, value)) {
      const kind = kindOf(table, childIn(table, pair, 'value'));
      const isBool = kind === Kind.true || kind === Kind.false;
      if (kind === Kind.none || (isBool && refusesBool)) {
        return { refused: `a None${refusesBool ? ' or a bool' : ''} in \`${name}\` would not be sent as it is now` };
      }
    }
    return KEPT;
  };
}

/** `stream=True`: the body is left to be read. */
export const stream: ArgumentRule = ({ table }, value) => {
  if (is(table, value, 'true')) return { goesTo: 'nowhere', streams: true };
  return is(table, value, 'false') ? { goesTo: 'nowhere' } : { refused: 'whether `stream` is true is not known' };
};

/** A literal dictionary; anything else may be a cookie jar. */
export function cookies(goesTo: 'call' | 'client'): ArgumentRule {
  return ({ table }, value) =>
    is(table, value, 'dictionary') ? { goesTo } : { refused: '`cookies` may be a cookie jar of requests' };
}

export function isPair({ table }: Site, value: Node): boolean {
  return is(table, value, 'tuple') && childrenOf(table, value).length === 2;
}

const AUTH_CLASS = '`auth` may be an authentication class of requests';

/** `("user", "password")`, written as `wrap` has it. */
export function userAndPassword(
  wrap: (value: string, spell: (m: string, n: string) => string) => string,
): ArgumentRule {
  return (site, value, spell) =>
    isPair(site, value) ? { goesTo: 'call', value: wrap(textOf(site.table, value), spell) } : { refused: AUTH_CLASS };
}

/** Whether `value` certainly is of one of the built-in classes `names`. */
export function isOneOf(site: Site, value: Node, names: readonly string[]): boolean {
  const { types } = answerAt(site, value);
  return (
    types.length > 0 &&
    types.every((type) => {
      if (type.kind === 'literal') return names.includes(type.type);
      return type.kind === 'object' && names.some((name) => type.class === `builtins.${name}`);
    })
  );
}

/** Bytes, or what a text's `encode()` gives, or a name for that. */
export function isBytes(site: Site, value: Node): boolean {
  const { table } = site;
  const bound = is(table, value, 'identifier') ? boundAt(site, value)?.value : undefined;
  const isCall = bound === undefined ? is(table, value, 'call') : bound.kind === 'call';
  const text = bound === undefined ? textOf(table, value) : table.text.slice(bound.start, bound.end);
  return (isCall && /\.encode\((?:["'][\w-]+["'])?\)$/.test(text)) || isOneOf(site, value, ['bytes']);
}

export function isText(site: Site, value: Node): boolean {
  const { table } = site;
  const isLiteral = is(table, value, 'string') || is(table, value, 'concatenated_string');
  return isLiteral || isBytes(site, value) || isOneOf(site, value, ['str']);
}

/** Files and generators, which would be read on the event loop, or refused. */
export function isStream(site: Site, value: Node): boolean {
  if (is(site.table, value, 'generator_expression')) return true;
  return answerAt(site, value).types.some(
    (type) => type.kind === 'generator' || (type.kind === 'object' && /^(?:io|tempfile)\./.test(type.class)),
  );
}
