/** The program's modules and the functions, classes and lambdas in them, one object each: identity is equality. */
import { type ModuleSummary, NONE, type Scope, type ScopeId } from '../summary/model.ts';
import { scopeAt } from '../summary/packed-scopes.ts';

export interface Module {
  readonly path: string;
  readonly summary: ModuleSummary;
  /** One Definition a scope, made when first asked for. */
  readonly definitions: (Definition | undefined)[];
  /** Methods as they run for a class that inherits them. */
  readonly dispatched: Map<Definition, Map<Definition, Definition>>;
}

/** A function, class, lambda, comprehension or module body of the program. */
export interface Definition {
  readonly module: Module;
  readonly id: ScopeId;
  readonly scope: Scope;
  /** The class whose object a method runs for, where that is told apart from the class it stands in. */
  readonly receiver: Definition | null;
}

export function createModule(path: string, summary: ModuleSummary): Module {
  return { path, summary, definitions: new Array(summary.scopes.length), dispatched: new Map() };
}

export function definitionOf(module: Module, id: ScopeId): Definition {
  const known = module.definitions[id];
  if (known !== undefined) return known;
  const scope = scopeAt(module.summary.scopes, id);
  if (scope === undefined) throw new Error(`${module.path} has no scope ${id}`);
  const made = { module, id, scope, receiver: null };
  module.definitions[id] = made;
  return made;
}

/** `method` as it runs for an object of class `receiver`. */
export function definitionFor(method: Definition, receiver: Definition): Definition {
  const { dispatched } = method.module;
  const known = dispatched.get(method) ?? new Map<Definition, Definition>();
  dispatched.set(method, known);
  const made = known.get(receiver) ?? { ...method, receiver };
  known.set(receiver, made);
  return made;
}

/** Whether both are the same text, for whatever receivers. */
export function isSameText(left: Definition, right: Definition): boolean {
  return left.module === right.module && left.id === right.id;
}

/** Whether `inner` stands in the text of `outer`, or is it. */
export function isAround(outer: Definition, inner: Definition): boolean {
  const { start, end } = inner.scope.span;
  return outer.module === inner.module && outer.scope.span.start <= start && end <= outer.scope.span.end;
}

/** What stands at the top of `module`. */
export function topOf(module: Module): Scope {
  return definitionOf(module, 0).scope;
}

/** The function, lambda or module whose running runs what stands at `offset`: class bodies and comprehensions run where they stand. */
export function functionAround(module: Module, offset: number): Definition {
  let found = definitionOf(module, 0);
  for (let id = 1; id < module.summary.scopes.length; id++) {
    const definition = definitionOf(module, id);
    const { kind, span } = definition.scope;
    const runs = kind === 'function' || kind === 'lambda';
    // Scopes are numbered from the outside in.
    if (runs && span.start <= offset && offset < span.end) found = definition;
  }
  return found;
}

/** The class whose body `definition` stands in, if it is a method. */
export function ownerOf(definition: Definition): Definition | null {
  const { parent } = definition.scope;
  if (parent === NONE) return null;
  const outer = definitionOf(definition.module, parent);
  return outer.scope.kind === 'class' ? outer : null;
}

/** The function around a comprehension or lambda's text, for looking names up. */
function enclosingOf(definition: Definition): Definition | null {
  return definition.scope.parent === NONE ? null : definitionOf(definition.module, definition.scope.parent);
}

/** `Hosts.write`, `load.<lambda>`: the name within the module. */
export function qualifiedName(definition: Definition): string {
  const names: string[] = [];
  for (let at: Definition | null = definition; at !== null && at.scope.kind !== 'module'; at = enclosingOf(at)) {
    names.unshift(at.scope.name);
  }
  return names.length === 0 ? '<module>' : names.join('.');
}
