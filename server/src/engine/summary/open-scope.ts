/** A scope while it is being filled. */
import {
  type AttributeWrite,
  type BindingId,
  type ExpressionId,
  type HotLoop,
  type ModuleReference,
  type Parameter,
  type Scope,
  UNKNOWN,
} from './model.ts';
import type { OpenEvent } from './packed-events.ts';

/** A Scope that is being filled. */
export interface OpenScope extends Omit<Scope, 'events' | 'names' | 'bindingsOf'> {
  isAsync: boolean;
  isGenerator: boolean;
  isStub: boolean;
  catchesAll: boolean;
  readonly parameters: Parameter[];
  readonly decorators: ExpressionId[];
  readonly returns: ExpressionId[];
  readonly yields: ExpressionId[];
  returnAnnotation: ExpressionId;
  readonly bases: ExpressionId[];
  /** The bindings of each name that is local here. */
  readonly names: Map<string, BindingId[]>;
  readonly globals: string[];
  readonly nonlocals: string[];
  readonly starImports: ModuleReference[];
  readonly events: OpenEvent[];
  readonly attributes: AttributeWrite[];
  /** Of the loop that is being read, where one is. */
  hotLoops: HotLoop[];
}

/** What is known of a scope when it is opened. */
export type ScopeHeader = Pick<Scope, 'kind' | 'name' | 'parent' | 'span' | 'nameSpan' | 'isAsync'>;

export function openScope({ kind, name, parent, span, nameSpan, isAsync }: ScopeHeader): OpenScope {
  return {
    kind,
    name,
    parent,
    span,
    nameSpan,
    isAsync,
    isGenerator: false,
    isStub: false,
    catchesAll: false,
    parameters: [],
    decorators: [],
    returns: [],
    yields: [],
    returnAnnotation: UNKNOWN,
    bases: [],
    names: new Map(),
    globals: [],
    nonlocals: [],
    starImports: [],
    events: [],
    attributes: [],
    hotLoops: [],
  };
}

export function addName(scope: OpenScope, name: string, id: BindingId): void {
  const known = scope.names.get(name);
  if (known === undefined) scope.names.set(name, [id]);
  else known.push(id);
}
