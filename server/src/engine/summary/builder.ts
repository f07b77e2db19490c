/**
 * Builder: the lists of a ModuleSummary while they grow, and where in the program the visitor stands. The visitors of
 * statements, expressions and targets share one; it knows scopes, names and flow, and nothing of syntax.
 */

import { lineStartsOf } from '../syntax/lines.ts';
import type { Node, SyntaxTable } from '../syntax/table.ts';
import { Environment } from './flow.ts';
import {
  type BindingId,
  type BoundValue,
  type Expression,
  type ExpressionId,
  type Guard,
  type ModuleReference,
  type ModuleSummary,
  NONE,
  type Place,
  type ScopeId,
  type ScopeKind,
  type Span,
  SUMMARY_VERSION,
  UNKNOWN,
} from './model.ts';
import { addName, type OpenScope, openScope, type ScopeHeader } from './open-scope.ts';
import type { OpenEvent } from './packed-events.ts';
import type { OutsideWrite } from './packed-writes.ts';
import { Packer } from './packer.ts';
import { detached } from './strings.ts';
import { suppressionsOf } from './suppressions.ts';

/** A name that is read, until it is known which bindings reach it. */
interface OpenName {
  readonly id: ExpressionId;
  readonly name: string;
  reaching: readonly BindingId[] | null;
}

/** What changes on the way into a scope and back. */
interface Frame {
  /** The scope in which names are looked up and bound. */
  readonly scope: OpenScope;
  readonly id: ScopeId;
  /** The scope whose running runs this code: class bodies and comprehensions run in the scope around them. */
  readonly runs: OpenScope;
  readonly environment: Environment;
  /** The loads of local names so far, for the loops around them. */
  readonly loads: OpenName[];
}

const OPEN_GROUND: Place = {
  loopDepth: 0,
  isInComprehension: false,
  isInCleanup: false,
  isInMainGuard: false,
  isConditional: false,
  guards: [],
};

/** Expressions that may be objects with methods of their own. */
const CAN_BE_OBJECT = new Set<Expression['kind']>(['name', 'attribute', 'call', 'await']);

/** Expressions that a visitor asks back for: literals and their lists, and the names of decorators. */
const KEPT = new Set<Expression['kind']>(['literal', 'sequence', 'name']);

/** Nesting of expressions beyond this is not followed; CPython itself gives up at 200 brackets. */
const MAX_DEPTH = 400;

export class Builder {
  readonly table: SyntaxTable;
  readonly #scopes: OpenScope[] = [];
  readonly #packer = new Packer();
  /** The kinds of expressions that are looked at again while the summary is made. */
  readonly #kept = new Map<ExpressionId, Expression>();
  #frame: Frame;
  #environment: Environment;
  #place: Place = OPEN_GROUND;
  #depth = 0;
  /** The types that a binding is declared as, where they are several: a test can rule one out. */
  readonly declared = new Map<BindingId, readonly Node[]>();
  /** Names in `__all__` so far; null where there is none that can be read. */
  exports: readonly string[] | null = null;
  readonly #loadedModules: ModuleReference[] = [];
  readonly #certainImports: BindingId[] = [];
  /** Names that a `global` or `nonlocal` somewhere writes, by the scope they live in: flow does not tell their value. */
  readonly #writtenFromElsewhere = new Map<ScopeId, Set<string>>();

  constructor(table: SyntaxTable) {
    this.table = table;
    this.addExpression({ kind: 'unknown', start: 0, end: 0 });
    const span = { start: 0, end: table.text.length };
    const module = this.#open({ kind: 'module', name: '<module>', parent: NONE, span, nameSpan: span, isAsync: false });
    const environment = new Environment();
    this.#frame = { scope: module, id: 0, runs: module, environment, loads: [] };
    this.#environment = environment;
  }

  finish(): ModuleSummary {
    this.#settle(this.#frame);
    return {
      version: SUMMARY_VERSION,
      lineStarts: lineStartsOf(this.table.text),
      ...this.#packer.finish(this.#scopes),
      exports: this.exports?.map(detached) ?? null,
      loadedModules: this.#loadedModules.map(({ name, level }) => ({ name: detached(name), level })),
      certainImports: this.#certainImports,
      suppressions: suppressionsOf(this.table),
      firstError: this.table.firstError,
    };
  }

  // -- where we stand

  get scope(): OpenScope {
    return this.#frame.scope;
  }

  get scopeId(): ScopeId {
    return this.#frame.id;
  }

  /** The scope whose running runs the code at hand. */
  get running(): OpenScope {
    return this.#frame.runs;
  }

  get environment(): Environment {
    return this.#environment;
  }

  get place(): Place {
    return this.#place;
  }

  /** Runs `visit` with `changes` made to the place. */
  at(changes: Partial<Place>, visit: () => void): void {
    const before = this.#place;
    this.#place = { ...before, ...changes };
    visit();
    this.#place = before;
  }

  /** Runs `visit` under a condition that sets `guards`. */
  under(guards: readonly Guard[], visit: () => void): void {
    const { place } = this;
    if (guards.length === 0 && place.isConditional) visit();
    else
      this.at(
        { isConditional: true, guards: guards.length === 0 ? place.guards : [...place.guards, ...guards] },
        visit,
      );
  }

  /** Runs `visit` on a branch of the flow and returns it; `join` brings branches together again. */
  branch(visit: () => void): Environment {
    const before = this.#environment;
    const branch = before.branch();
    this.#environment = branch;
    visit();
    this.#environment = before;
    return branch;
  }

  /** Runs `visit` on a loop body: what it binds reaches its own start and what follows. Returns whether a `break` leaves it. */
  loop(visit: () => void): boolean {
    const firstLoad = this.#frame.loads.length;
    const firstBinding = this.#packer.bindings.length;
    const loop = { hasBreak: false };
    this.branch(() => {
      this.#environment.loop = loop;
      visit();
    });
    const bound = this.#boundSince(firstBinding);
    for (const load of this.#frame.loads.slice(firstLoad)) {
      const inLoop = bound.get(load.name);
      if (inLoop === undefined || load.reaching === null) continue;
      const comesFromBefore = load.reaching.length === 0 || load.reaching.some((id) => id < firstBinding);
      if (comesFromBefore) load.reaching = [...load.reaching, ...inLoop.filter((id) => !load.reaching?.includes(id))];
    }
    for (const [name, bindings] of bound) this.#environment.mayBind(name, bindings);
    return loop.hasBreak;
  }

  /** Control may come here from anywhere since binding `first` was made (an exception did it). */
  mayHaveRun(first: BindingId): void {
    for (const [name, bindings] of this.#boundSince(first)) this.#environment.mayBind(name, bindings);
  }

  get bindingCount(): number {
    return this.#packer.bindings.length;
  }

  #boundSince(first: BindingId): Map<string, BindingId[]> {
    const bound = new Map<string, BindingId[]>();
    for (let id = first; id < this.#packer.bindings.length; id++) {
      const binding = this.#packer.bindings.headerOf(id);
      if (binding.scope !== this.#frame.id || this.#environment.isNarrowing(id)) continue;
      const known = bound.get(binding.name);
      if (known === undefined) bound.set(binding.name, [id]);
      else known.push(id);
    }
    return bound;
  }

  /** Runs `visit` one level deeper, unless the nesting is beyond what Python itself accepts. */
  deeper<Result>(visit: () => Result, tooDeep: Result): Result {
    if (this.#depth >= MAX_DEPTH) return tooDeep;
    this.#depth++;
    try {
      return visit();
    } finally {
      this.#depth--;
    }
  }

  // -- scopes

  /** Opens a scope, runs `visit` in it, closes it. */
  inScope(
    kind: Exclude<ScopeKind, 'module'>,
    name: string,
    span: Span,
    nameSpan: Span,
    options: { isAsync?: boolean; runsHere?: boolean },
    visit: (scope: OpenScope) => void,
  ): ScopeId {
    const outer = this.#frame;
    const outerEnvironment = this.#environment;
    const outerPlace = this.#place;
    const scope = this.#open({ kind, name, parent: outer.id, span, nameSpan, isAsync: options.isAsync ?? false });
    const environment = kind === 'comprehension' ? outerEnvironment.branch() : new Environment();
    if (options.runsHere) environment.isDead = outerEnvironment.isDead;
    environment.isForCheckers = outerEnvironment.isForCheckers;
    const id = this.#scopes.length - 1;
    this.#frame = { scope, id, runs: options.runsHere ? outer.runs : scope, environment, loads: [] };
    this.#environment = environment;
    if (!options.runsHere) this.#place = OPEN_GROUND;
    visit(scope);
    const foreign = this.#settle(this.#frame);
    this.#frame = outer;
    if (kind === 'comprehension') outer.loads.push(...foreign);
    this.#environment = outerEnvironment;
    this.#place = outerPlace;
    return id;
  }

  #open(header: ScopeHeader): OpenScope {
    const scope = openScope(header);
    this.#scopes.push(scope);
    return scope;
  }

  /**
   * At a scope's end it is known which names are its own: only for those does its flow tell the value. Returns the loads of
   * other scopes' names; for a comprehension, which runs inside the scope around it, that scope's flow decides them.
   */
  #settle(frame: Frame): OpenName[] {
    const written = this.#writtenFromElsewhere.get(frame.id);
    const foreign: OpenName[] = [];
    for (const load of frame.loads) {
      const own = frame.scope.names.get(load.name);
      if (own === undefined) foreign.push(load);
      else if (written?.has(load.name) || frame.scope.starImports.length > 0) load.reaching = null;
      else if (load.reaching?.length === 0) load.reaching = frame.scope.kind === 'class' ? null : own;
    }
    const isComprehension = frame.scope.kind === 'comprehension';
    for (const load of frame.loads) {
      if (frame.scope.names.has(load.name)) this.#packer.expressions.setReaching(load.id, load.reaching);
    }
    return isComprehension ? foreign : [];
  }

  // -- names

  bind(name: string, span: Span, value: BoundValue): BindingId {
    const target = this.#scopeToBind(name);
    const id = this.#packer.bindings.add({ name, start: span.start, end: span.end, scope: target, value });
    const scope = this.#scopes[target];
    if (scope !== undefined) addName(scope, name, id);
    if (target === this.#frame.id) this.#environment.bind(name, id);
    else this.#writtenElsewhere(target).add(name);
    return id;
  }

  /** From here on, in this branch of the flow, the local `name` is what the class at `type` makes (`isinstance`). */
  narrow(name: string, span: Span, type: ExpressionId): BindingId {
    const value = { kind: 'assign' as const, value: UNKNOWN, annotation: type, path: [] };
    const id = this.#packer.bindings.add({ name, start: span.start, end: span.end, scope: this.#frame.id, value });
    this.#environment.narrow(name, id);
    return id;
  }

  /** A name that stands for `value`, and for nothing else: what an attribute is bound to by `with … as self.file`. */
  nameOf(name: string, span: Span, value: BoundValue): ExpressionId {
    const scope = this.#frame.id;
    const id = this.#packer.bindings.add({ name, start: span.start, end: span.end, scope, value });
    return this.addExpression({ kind: 'name', name, scope, reaching: [id], ...span });
  }

  /** A walrus in a comprehension binds in the function around it; `global` and `nonlocal` bind where they say. */
  bindOutsideComprehensions(name: string, span: Span, value: BoundValue): BindingId {
    if (this.#frame.scope.kind !== 'comprehension') return this.bind(name, span, value);
    let target = this.#frame.id;
    while (this.#scopes[target]?.kind === 'comprehension') target = this.#scopes[target]?.parent ?? 0;
    const id = this.#packer.bindings.add({ name, start: span.start, end: span.end, scope: target, value });
    const scope = this.#scopes[target];
    if (scope !== undefined) addName(scope, name, id);
    this.#writtenElsewhere(target).add(name);
    return id;
  }

  #writtenElsewhere(scope: ScopeId): Set<string> {
    const known = this.#writtenFromElsewhere.get(scope);
    if (known !== undefined) return known;
    const made = new Set<string>();
    this.#writtenFromElsewhere.set(scope, made);
    return made;
  }

  #scopeToBind(name: string): ScopeId {
    const { scope, id } = this.#frame;
    if (scope.globals.includes(name)) return 0;
    if (!scope.nonlocals.includes(name)) return id;
    for (let outer = scope.parent; outer !== NONE; outer = this.#scopes[outer]?.parent ?? NONE) {
      const candidate = this.#scopes[outer];
      if (candidate?.kind === 'function' && candidate.names.has(name)) return outer;
    }
    return id;
  }

  /** The scope at hand and those around it, inmost first. */
  scopesAround(): readonly OpenScope[] {
    const around: OpenScope[] = [];
    for (let id = this.#frame.id; id !== NONE; id = this.#scopes[id]?.parent ?? NONE) {
      const scope = this.#scopes[id];
      if (scope !== undefined) around.push(scope);
    }
    return around;
  }

  // -- expressions and events

  addExpression(expression: Expression): ExpressionId {
    const id = this.#packer.expressions.add(expression);
    if (KEPT.has(expression.kind)) this.#kept.set(id, expression);
    return id;
  }

  expression(id: ExpressionId): Expression | undefined {
    return this.#kept.get(id);
  }

  load(name: string, span: Span): ExpressionId {
    const id = this.addExpression({ kind: 'name', name, scope: this.#frame.id, reaching: null, ...span });
    this.#frame.loads.push({ id, name, reaching: this.#environment.reaching(name) });
    return id;
  }

  /** The code at hand awaits: at the top of a module, as in a notebook, that makes the module's body run on the loop. */
  awaits(): void {
    if (this.running.kind === 'module') this.running.isAsync = true;
  }

  /** What stands where control does not get is no event. */
  addEvent(event: OpenEvent): void {
    if (this.#environment.runs) this.running.events.push(event);
  }

  /** What an expression runs by itself is kept for functions only: nobody waits for a module to be imported. */
  addImplicit(
    event: { kind: 'attribute'; value: ExpressionId } | { kind: 'implicit'; value: ExpressionId; method: string },
  ): void {
    const { running } = this;
    const isWorth =
      (running.kind === 'function' || running.kind === 'lambda') && CAN_BE_OBJECT.has(this.#kindOf(event.value));
    if (isWorth) this.addEvent({ place: this.#place, ...event });
  }

  #kindOf(id: ExpressionId): Expression['kind'] {
    return this.#packer.expressions.kindOf(id);
  }

  /** What control does not reach sets nothing. */
  addWrite({ target, value, annotation }: OutsideWrite): void {
    if (this.#environment.runs) this.#packer.writes.add([target, value, annotation]);
  }

  /** Binding `id` is made by an import that nothing keeps from happening. */
  importsForCertain(id: BindingId): void {
    if (this.#environment.runs && !this.#place.isConditional) this.#certainImports.push(id);
  }

  loadsModule(module: ModuleReference): void {
    this.#loadedModules.push(module);
  }
}
