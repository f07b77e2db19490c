/** The patterns of a `match` statement: what each says where it matches and where it does not, and the names that it captures. */
import { Kind } from '../syntax/kinds.ts';
import { childIn, childrenOf, is, kindOf, NO_NODE, type Node, type SyntaxTable, textOf } from '../syntax/table.ts';
import { summariseAnnotation } from './annotations.ts';
import type { Builder } from './builder.ts';
import { ANYWHERE, both, type Side } from './conditions.ts';
import { spanOf } from './expressions.ts';
import { CHOICE, compared, either, isModeTest, MODE, type Sides, TYPE } from './guards.ts';
import { type BoundValue, type Guard, UNKNOWN } from './model.ts';

/** What holds where the `case` at `clause` runs, and where it does not. A guard of its own (`if …`) is not looked at here. */
export function matchedBy(builder: Builder, subjects: readonly Node[], clause: Node): Sides<Side> {
  const { table } = builder;
  const patterns = childrenOf(table, clause).filter((child) => is(table, child, 'case_pattern'));
  const text = [...subjects, ...patterns].map((node) => textOf(table, node)).join(' ');
  const sides = isModeTest(text) ? conditional(MODE, MODE) : ofAll(builder, subjects, patterns);
  const hasGuard = childIn(table, clause, 'guard') !== NO_NODE;
  return hasGuard ? { whenTrue: sides.whenTrue, whenFalse: ANYWHERE } : sides;
}

/** `match a, b:` and `case 1, _:`, part by part. */
function ofAll(builder: Builder, subjects: readonly Node[], patterns: readonly Node[]): Sides<Side> {
  const { table } = builder;
  const [subject = NO_NODE] = subjects;
  const [pattern = NO_NODE] = patterns;
  if (subjects.length === 1 && is(table, subject, 'tuple')) return ofAll(builder, childrenOf(table, subject), patterns);
  if (patterns.length === 1 && subjects.length > 1) {
    const isTuple = ['tuple_pattern', 'list_pattern'] as const;
    const inner = pattern + 1;
    if (isTuple.some((kind) => is(table, inner, kind))) return ofAll(builder, subjects, childrenOf(table, inner));
    return ofPattern(builder, NO_NODE, pattern);
  }
  if (subjects.length !== patterns.length) return conditional([], []);
  return subjects
    .map((each, index) => ofPattern(builder, each, patterns[index] ?? NO_NODE))
    .reduce((left, right) => ({
      whenTrue: both(left.whenTrue, right.whenTrue),
      whenFalse: {
        guards: either(left.whenFalse.guards, right.whenFalse.guards),
        tests: [],
        life: left.whenFalse.life === 'dead' ? right.whenFalse.life : left.whenFalse.life,
      },
    }));
}

/** What the `case_pattern` at `pattern` says of `subject`, which may be NO_NODE. */
function ofPattern(builder: Builder, subject: Node, pattern: Node): Sides<Side> {
  const { table } = builder;
  if (isIrrefutable(table, pattern)) return { whenTrue: ANYWHERE, whenFalse: { ...ANYWHERE, life: 'dead' } };
  const inner = unwrapped(table, pattern);
  if (is(table, inner, 'class_pattern')) {
    const sides = conditional(TYPE, TYPE);
    const [type = NO_NODE, ...parts] = childrenOf(table, inner);
    if (subject === NO_NODE || !is(table, subject, 'identifier')) return sides;
    const test = { name: subject, type };
    return {
      whenTrue: { ...sides.whenTrue, tests: [{ ...test, holds: true }] },
      whenFalse: { ...sides.whenFalse, tests: parts.length === 0 ? [{ ...test, holds: false }] : [] },
    };
  }
  if (is(table, inner, 'other')) {
    const options = childrenOf(table, inner);
    if (options.length > 0 && options.every((option) => is(table, option, 'class_pattern')))
      return conditional(TYPE, TYPE);
    return options.some((option) => is(table, option, 'string') || is(table, option, 'dotted_name'))
      ? conditional(CHOICE, [])
      : conditional([], []);
  }
  const { whenTrue, whenFalse } = compared(builder, subject, '==', inner);
  return conditional(whenTrue, whenFalse);
}

function conditional(whenTrue: readonly Guard[], whenFalse: readonly Guard[]): Sides<Side> {
  return { whenTrue: { ...ANYWHERE, guards: whenTrue }, whenFalse: { ...ANYWHERE, guards: whenFalse } };
}

/** `case _:`, `case other:`. */
function isIrrefutable(table: SyntaxTable, pattern: Node): boolean {
  const [name] = childrenOf(table, pattern);
  if (name === undefined) return textOf(table, pattern) === '_';
  return is(table, name, 'dotted_name') && childrenOf(table, name).length === 1;
}

/** The pattern without brackets and without `as name`. */
function unwrapped(table: SyntaxTable, pattern: Node): Node {
  const [inner = NO_NODE] = childrenOf(table, pattern);
  if (inner === NO_NODE) return pattern;
  const isBracketed = is(table, inner, 'tuple_pattern') && !textOf(table, inner).includes(',');
  return isBracketed || is(table, inner, 'as_pattern') ? unwrapped(table, inner + 1) : inner;
}

/** `case C() as name`: what an instance of C is; other captures are not followed. */
function captured(builder: Builder, pattern: Node, name: Node): BoundValue {
  const { table } = builder;
  for (let at = pattern; at < name; at++) {
    if (!is(table, at, 'as_pattern') || childrenOf(table, at).at(-1) !== name) continue;
    const inner = unwrapped(table, at + 1);
    if (!is(table, inner, 'class_pattern')) break;
    return { kind: 'assign', value: UNKNOWN, annotation: summariseAnnotation(builder, inner + 1), path: [] };
  }
  return { kind: 'unknown' };
}

/** Every name that a `match` pattern captures, and the value patterns' names as loads. */
export function bindCaptures(builder: Builder, pattern: Node): void {
  const { table } = builder;
  const end = table.next[pattern] ?? pattern;
  for (let node = pattern; node < end; node++) {
    const isCapture = kindOf(table, node) === Kind.identifier && !isPartOfName(builder, pattern, node);
    if (isCapture) builder.bind(textOf(table, node), spanOf(builder, node), captured(builder, pattern, node));
  }
}

/** In `case Color.RED` and `case Point(x=0)` the dotted names, class names and keywords capture nothing. */
function isPartOfName(builder: Builder, pattern: Node, node: Node): boolean {
  const { table } = builder;
  for (let at = pattern; at < node; at++) {
    if ((table.next[at] ?? 0) <= node) continue;
    const kind = kindOf(table, at);
    if (kind === Kind.keyword_pattern && at + 1 === node) return true;
    if (kind === Kind.dotted_name) {
      return childrenOf(table, at).length > 1 || isClassName(builder, pattern, at);
    }
  }
  return false;
}

function isClassName(builder: Builder, pattern: Node, name: Node): boolean {
  for (let at = pattern; at < name; at++) {
    if (kindOf(builder.table, at) === Kind.class_pattern && at + 1 === name) return true;
  }
  return false;
}
