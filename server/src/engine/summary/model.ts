/**
 * ModuleSummary: the concurrency facts of one Python file as plain data.
 *
 * It says what the code does, not what that means: no catalogue, no settings, no other file went into it, so it can be cached
 * by the file's content and made on any thread. Everything refers to everything else by index into four flat lists (scopes,
 * bindings, expressions, events), which are packed as numbers; offsets are UTF-16 code units, turned into lines and columns by
 * `lineStarts`.
 */

import type { LineStarts } from '../syntax/lines.ts';
import type { Columns } from './columns.ts';
import type { PackedBindings } from './packed-bindings.ts';
import type { PackedExpressions } from './packed-expressions.ts';
import type { PackedScopes } from './packed-scopes.ts';

/** Raised whenever the summary of an unchanged file could come out different. Part of the cache key. */
export const SUMMARY_VERSION = 25;

/** Index into `ModuleSummary.scopes`; 0 is the module. */
export type ScopeId = number;
/** Index into `ModuleSummary.bindings`. */
export type BindingId = number;
/** Index into `ModuleSummary.expressions`. */
export type ExpressionId = number;
/** Index into the events of a file. */
export type EventId = number;

/** Expression 0 of every summary: what is not followed, and where there is no expression. */
export const UNKNOWN: ExpressionId = 0;

/** Where there is no scope: the module's parent. */
export const NONE: ScopeId = -1;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ModuleSummary {
  readonly version: number;
  readonly lineStarts: LineStarts;
  /** By ScopeId, with their events; `scopeAt` makes one. */
  readonly scopes: PackedScopes;
  /** By BindingId; `bindingAt` makes one. */
  readonly bindings: PackedBindings;
  /** By ExpressionId; `expressionAt` makes one. */
  readonly expressions: PackedExpressions;
  /** What is set on objects from outside of their class; `writesOf` reads them. */
  readonly writes: Columns;
  /** Names in `__all__`, where it is a literal list or tuple; null where the file has none that can be read. */
  readonly exports: readonly string[] | null;
  /** Modules that are loaded besides what the bindings name: `import a.b` binds `a` and loads `a.b`. */
  readonly loadedModules: readonly ModuleReference[];
  /**
   * The import bindings that running their scope makes whatever happens: those of statements that stand directly in a module or function,
   * not under a condition, in a `try` that may catch their failing, or in a `with`.
   */
  readonly certainImports: readonly BindingId[];
  readonly suppressions: readonly Suppression[];
  /** Where the syntax first goes wrong, or null. */
  readonly firstError: Span | null;
}

export type ScopeKind = 'module' | 'function' | 'class' | 'lambda' | 'comprehension';

/** A module, class, function, lambda or comprehension: what names live in it and what running its body does. */
export interface Scope {
  readonly kind: ScopeKind;
  /** The name after `def` or `class`; `<module>`, `<lambda>`, `<comprehension>` else. */
  readonly name: string;
  /** The scope whose text it stands in; NONE for the module. */
  readonly parent: ScopeId;
  readonly span: Span;
  /** The name after `def` or `class`, or the whole span. */
  readonly nameSpan: Span;
  /** `async def`, an asynchronous comprehension, or a module that awaits at its top, as a notebook's cells do. */
  readonly isAsync: boolean;
  /** Its body does nothing but say that others do: `...`, `pass`, `raise NotImplementedError`. */
  readonly isStub: boolean;
  /** A function whose own `try` catches whatever is raised in its body, but for what is raised on purpose. */
  readonly catchesAll: boolean;
  /** Has a `yield` of its own, or is a generator expression: calling it runs nothing yet. */
  readonly isGenerator: boolean;
  readonly parameters: readonly Parameter[];
  readonly decorators: readonly ExpressionId[];
  /** A function's values after `return`, or a lambda's body. */
  readonly returns: readonly ExpressionId[];
  /** A generator's values after `yield`. */
  readonly yields: readonly ExpressionId[];
  /** The annotation behind `->`. */
  readonly returnAnnotation: ExpressionId;
  /** A class's bases. */
  readonly bases: readonly ExpressionId[];
  /** The names that are local here, in the order in which they are first bound. */
  readonly names: readonly string[];
  /** The bindings of the local `name`; undefined if it is not local. */
  bindingsOf(name: string): readonly BindingId[] | undefined;
  /** Names that `global` declared here. */
  readonly globals: readonly string[];
  readonly nonlocals: readonly string[];
  /** Modules whose names `from m import *` pours in. */
  readonly starImports: readonly ModuleReference[];
  /** What running the body does, in order. Comprehensions and class bodies run where they stand: theirs are in the outer scope. */
  readonly events: readonly Event[];
  /** `self.x = …` in methods, kept with the class: what its instances' attributes hold. */
  readonly attributes: readonly AttributeWrite[];
  /** The loops that do arithmetic or container work and never await, but for those within another of them. */
  readonly hotLoops: readonly HotLoop[];
}

export interface Parameter {
  readonly name: string;
  readonly kind: 'positional' | 'keyword-only' | 'star' | 'double-star';
  readonly annotation: ExpressionId;
  readonly default: ExpressionId;
}

/** A module as an import statement names it. `level` counts leading dots: 0 is absolute. */
export interface ModuleReference {
  readonly name: string;
  readonly level: number;
}

/** One way in which a name gets its value. */
export interface Binding extends Span {
  readonly name: string;
  readonly scope: ScopeId;
  readonly value: BoundValue;
}

/**
 * What a name is bound to. `path` picks a part of the value, one index a level of unpacking (`a, (b, c) = v`: c has [1, 1]).
 * A starred part or anything else that is not followed is `unknown`.
 */
export type BoundValue =
  /** `import a.b` (name `a`, module `a`), `import a.b as x` (name `x`, module `a.b`). */
  | { readonly kind: 'import'; readonly module: ModuleReference }
  | { readonly kind: 'from'; readonly module: ModuleReference; readonly member: string }
  | { readonly kind: 'scope'; readonly scope: ScopeId }
  | { readonly kind: 'parameter'; readonly index: number }
  | {
      readonly kind: 'assign';
      readonly value: ExpressionId;
      readonly annotation: ExpressionId;
      readonly path: readonly number[];
    }
  | {
      readonly kind: 'iterate';
      readonly value: ExpressionId;
      readonly isAsync: boolean;
      readonly path: readonly number[];
    }
  | {
      readonly kind: 'enter';
      readonly value: ExpressionId;
      readonly isAsync: boolean;
      readonly path: readonly number[];
    }
  | { readonly kind: 'delete' }
  | { readonly kind: 'unknown' };

export interface AttributeWrite {
  readonly name: string;
  readonly value: ExpressionId;
  readonly annotation: ExpressionId;
}

export interface Argument {
  readonly value: ExpressionId;
  /** The keyword, or null for a positional argument. */
  readonly keyword: string | null;
  /** `*args` and `**kwargs`: what they hold is not known. */
  readonly isSpread: boolean;
}

export type Expression = Span &
  (
    | {
        readonly kind: 'name';
        readonly name: string;
        readonly scope: ScopeId;
        /** The bindings that can reach this place, where flow through the scope tells; null: ask the scopes around. */
        readonly reaching: readonly BindingId[] | null;
      }
    | { readonly kind: 'attribute'; readonly object: ExpressionId; readonly name: string }
    | {
        readonly kind: 'call';
        readonly callee: ExpressionId;
        readonly arguments: readonly Argument[];
        readonly isAwaited: boolean;
        /** It is a statement of its own: nobody has what it gives. */
        readonly isDiscarded: boolean;
      }
    | { readonly kind: 'await'; readonly value: ExpressionId }
    | { readonly kind: 'subscript'; readonly object: ExpressionId; readonly index: ExpressionId }
    | { readonly kind: 'lambda'; readonly scope: ScopeId }
    /** `a or b`, `x if c else y`: one of these. */
    | { readonly kind: 'choice'; readonly options: readonly ExpressionId[] }
    | { readonly kind: 'binary'; readonly operator: string; readonly left: ExpressionId; readonly right: ExpressionId }
    | { readonly kind: 'sequence'; readonly type: 'tuple' | 'list' | 'set'; readonly items: readonly ExpressionId[] }
    | { readonly kind: 'mapping'; readonly values: readonly ExpressionId[] }
    | {
        readonly kind: 'comprehension';
        readonly type: 'list' | 'set' | 'dict' | 'generator';
        readonly scope: ScopeId;
        readonly element: ExpressionId;
      }
    /** `value` is null for a literal too long to keep, an f-string, or bytes. */
    | {
        readonly kind: 'literal';
        readonly type: 'str' | 'bytes' | 'int' | 'float' | 'bool' | 'none';
        readonly value: string | number | boolean | null;
        /** Of an f-string, the text before its first brace. */
        readonly prefix?: string;
      }
    | { readonly kind: 'unknown' }
  );

/** Where an event stands: what decides whether code can be changed there. */
export interface Place {
  /** The `for` and `while` loops and comprehensions around it, in this scope. */
  readonly loopDepth: number;
  readonly isInComprehension: boolean;
  /** In a `finally`, or an `except` that catches cancellation: an await there can be cancelled again. */
  readonly isInCleanup: boolean;
  /** Under `if __name__ == "__main__":`. */
  readonly isInMainGuard: boolean;
  /** Under any condition, or behind one that may have left the function. */
  readonly isConditional: boolean;
  /** The conditions under which callers get here. */
  readonly guards: readonly Guard[];
}

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/**
 * A condition that tells callers apart.
 * - truth: a name or attribute, as spelled, is true (given, not None) or false. `isParameter`: it still is what the caller passed.
 * - value: comparing a parameter with a constant gives `isTrue`.
 * - choice: something is one of several words: one branch of many.
 * - type: a test of a value's type. mode: a test of whether the code runs on an event loop.
 * - either: at least one of these holds.
 * - once: what runs there fills a cache that is asked before; it runs once, not in every call.
 * - size: the product of parameters, each to its power, is at least so large. Where a call does not tell, one counts as `assumed`; null:
 *   then it is not known to be. Made from a HotLoop.
 */
export type Guard =
  | { readonly kind: 'truth'; readonly name: string; readonly isParameter: boolean; readonly isTrue: boolean }
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly comparison: Comparison;
      readonly constant: string | number | boolean;
      readonly isTrue: boolean;
    }
  | { readonly kind: 'either'; readonly options: readonly Guard[] }
  | {
      readonly kind: 'size';
      readonly factors: readonly Factor[];
      readonly atLeast: number;
      readonly assumed: number | null;
    }
  | { readonly kind: 'choice' | 'type' | 'mode' | 'once' };

/** A parameter that a number of rounds goes with, and its power. */
export interface Factor {
  readonly name: string;
  readonly exponent: number;
}

/** Something that running a scope's body does, and where. */
export type Event = Happening & { readonly id: EventId; readonly place: Place };

/** What an event is. Every kind may run other code. */
export type Happening =
  | { readonly kind: 'call'; readonly call: ExpressionId }
  /** `with value:`: enters now, leaves when the next `bodyEvents` events of the scope have happened. */
  | {
      readonly kind: 'with';
      readonly value: ExpressionId;
      readonly isAsync: boolean;
      readonly bodyAwaits: boolean;
      readonly bodyEvents: number;
    }
  /** `for … in value`, `yield from value`, `*value`. */
  | { readonly kind: 'iterate'; readonly value: ExpressionId; readonly isAsync: boolean }
  /** `object.name` read, not called: a property runs. `value` is the attribute. */
  | { readonly kind: 'attribute'; readonly value: ExpressionId }
  /** An operator or other syntax calls the special method `method` of `value`: `value[0]` its `__getitem__`. */
  | { readonly kind: 'implicit'; readonly value: ExpressionId; readonly method: string };

/** How often a loop goes round, as its text has it: `for … in value`, or `while`, where `shrinks` says that the body halves or divides. */
export type Rounds =
  | { readonly kind: 'each'; readonly value: ExpressionId }
  | { readonly kind: 'while'; readonly shrinks: boolean };

/** A loop or comprehension that may burn CPU: arithmetic or container work and no await in its body. */
export interface HotLoop extends Span {
  /** One a `for`: a comprehension may have several, which multiply. */
  readonly rounds: readonly Rounds[];
  /** Operations in one round, without those of `inner`. */
  readonly operations: number;
  /** It has a `break` or `return`, or looks for the first that fits. */
  readonly mayLeave: boolean;
  readonly inner: readonly HotLoop[];
  /** The events of the scope that happen in the loop: `events.slice(firstEvent, lastEvent)`. */
  readonly firstEvent: number;
  readonly lastEvent: number;
}

/** `# offloop: ignore[rule, …] reason` or `# noqa: ASYNC…` at the end of a line. */
export interface Suppression extends Span {
  /** Line of the comment, from 0. */
  readonly line: number;
  readonly kind: 'offloop' | 'noqa';
  /** Rule ids, categories or foreign codes; empty means all. */
  readonly codes: readonly string[];
}
