/** What the values of arguments certainly are: text, bytes, a list, a number, a name of a library. */
import type { Type } from '../../program/types.ts';
import { Kind } from '../../syntax/kinds.ts';
import { childIn, is, kindOf, type Node, textOf } from '../../syntax/table.ts';
import { answerAt, type Site } from '../site.ts';

/** The types of the expression at `node`, where they are all known; empty where they are not. */
function typesAt(site: Site, node: Node): readonly Type[] {
  const { types, isComplete } = answerAt(site, node);
  return isComplete ? types : [];
}

/** The qualified names of what the expression at `node` may be; empty where that is not known. */
export function namesAt(site: Site, node: Node): readonly string[] {
  return typesAt(site, node).flatMap((type) => (type.kind === 'external' ? [type.name] : []));
}

function isAll(site: Site, node: Node, classes: RegExp): boolean {
  const types = typesAt(site, node);
  return types.length > 0 && types.every((type) => classes.test(classOf(type)));
}

function classOf(type: Type): string {
  if (type.kind === 'literal') return type.type;
  if (type.kind === 'tuple') return 'tuple';
  return type.kind === 'object' ? type.class.replace(/^builtins\./, '') : '';
}

/** `a + b`, `a * 2`, `a % b`: what the operands, or what is on the left, certainly is. */
function isOperationOn(site: Site, node: Node, isPart: (site: Site, part: Node) => boolean): boolean {
  const { table } = site;
  if (is(table, node, 'parenthesized_expression')) return isPart(site, node + 1);
  if (!is(table, node, 'binary_operator')) return false;
  const operator = textOf(table, childIn(table, node, 'operator'));
  const isLeft = isPart(site, childIn(table, node, 'left'));
  if (operator === '%') return isLeft;
  return (operator === '+' || operator === '*') && (isLeft || isPart(site, childIn(table, node, 'right')));
}

export function isText(site: Site, node: Node): boolean {
  return isAll(site, node, /^str$/) || isOperationOn(site, node, isText);
}

export function isBytes(site: Site, node: Node): boolean {
  const isEncoded =
    is(site.table, node, 'call') && /\.encode$/.test(textOf(site.table, childIn(site.table, node, 'function')));
  return isEncoded || isAll(site, node, /^bytes$/) || isOperationOn(site, node, isBytes);
}

/** A list or a tuple: what `*` spreads into arguments. */
export function isSequence(site: Site, node: Node): boolean {
  const isLiteral = is(site.table, node, 'list') || is(site.table, node, 'tuple');
  return isLiteral || isAll(site, node, /^(?:list|tuple)$/) || isOperationOn(site, node, isSequence);
}

export function isNumber(site: Site, node: Node): boolean {
  return isAll(site, node, /^(?:int|float)$/);
}

/** An open file. The number of one could be -1, which is `subprocess.PIPE`. */
export function isFile(site: Site, node: Node): boolean {
  return isAll(site, node, /^(?:io\.\w+|tempfile\.\w+)$/);
}

/** A name, or a name of a name, …: reading it again gives the same and has no effect. */
export function isPlainName(text: string): boolean {
  return /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(text);
}

/** `True`, `False`; undefined for what is not written out. */
export function literalBoolean(site: Site, node: Node): boolean | undefined {
  const kind = kindOf(site.table, node);
  return kind === Kind.true ? true : kind === Kind.false ? false : undefined;
}
