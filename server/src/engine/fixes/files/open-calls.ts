/** `open(path, …)` and `path.open(…)` as the asynchronous libraries of files spell them. */
import { libraryNameOf } from '../../program/types.ts';
import { childIn, childrenOf, endOf, is, type Node, startOf, textOf } from '../../syntax/table.ts';
import { answerAt, type Site } from '../site.ts';
import { type Change, hasComment, replacement } from '../text/edits.ts';

export interface OpenCall {
  readonly call: Node;
  /** What is opened, where that stands before `.open`; null where it is an argument. */
  readonly path: Node | null;
}

/** The call `node` if it certainly opens a file and returns it. */
export function openCallAt(site: Site, node: Node): OpenCall | null {
  const { table } = site;
  if (!is(table, node, 'call') || !is(table, childIn(table, node, 'arguments'), 'argument_list')) return null;
  const callee = childIn(table, node, 'function');
  const names = calleeNames(site, callee);
  if (names.length === 0) return null;
  if (names.every((name) => name === 'builtins.open' || name === 'io.open')) return { call: node, path: null };
  const isPath = names.every((name) => name === 'pathlib.Path.open') && is(table, callee, 'attribute');
  return isPath ? { call: node, path: childIn(table, callee, 'object') } : null;
}

/** The qualified names of what `callee` may be, if it is known to be of libraries. */
export function calleeNames(site: Site, callee: Node): string[] {
  const { types, isComplete } = answerAt(site, callee);
  const names = types.flatMap((type) => libraryNameOf(type) ?? []);
  return isComplete && names.length === types.length ? names : [];
}

/** The change that makes the callee `spelling`, what is opened its first argument; null where a comment is in the way. */
export function respelled({ table }: Site, { call, path }: OpenCall, spelling: string): Change | null {
  const callee = childIn(table, call, 'function');
  const list = childIn(table, call, 'arguments');
  if (hasComment(table, startOf(table, call), startOf(table, list))) return null;
  if (path === null) return replacement(startOf(table, callee), endOf(table, callee), spelling);
  const object = textOf(table, path);
  const comma = childrenOf(table, list).length > 0 ? ', ' : '';
  return /[\r\n]/.test(object)
    ? null
    : replacement(startOf(table, call), startOf(table, list) + 1, `${spelling}(${object}${comma}`);
}

/** The arguments of the call as it will be, each as it is written. */
export function argumentsOf({ table }: Site, { call, path }: OpenCall): string[] {
  const written = childrenOf(table, childIn(table, call, 'arguments')).map((child) => textOf(table, child));
  return path === null ? written : [textOf(table, path), ...written];
}
