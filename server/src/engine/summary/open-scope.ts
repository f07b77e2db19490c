/** A scope while it is being filled. */
import {
  type AttributeWrite,
  type BindingId,
  type Event,
  type ExpressionId,
  type HotLoop,
  type ModuleReference,
  type Parameter,
  type Scope,
  type ScopeId,
  UNKNOWN,
} from './model.ts';

/** A Scope that is being filled. */
export interface OpenScope extends Scope {
  isAsync: boolean;
  isGenerator: boolean;
  isStub: boolean;
  readonly parameters: Parameter[];
  readonly decorators: ExpressionId[];
  readonly returns: ExpressionId[];
  readonly yields: ExpressionId[];
  returnAnnotation: ExpressionId;
  readonly bases: ExpressionId[];
  readonly names: Record<string, BindingId[]>;
  readonly globals: string[];
  readonly nonlocals: string[];
  readonly starImports: ModuleReference[];
  readonly events: Event[];
  readonly attributes: AttributeWrite[];
  readonly hotLoops: HotLoop[];
}

/** What is known of a scope when it is opened. */
export type ScopeHeader = Pick<Scope, 'kind' | 'name' | 'span' | 'nameSpan' | 'isAsync'>;

export function openScope(header: ScopeHeader & { readonly parent: ScopeId }): OpenScope {
  return {
    ...header,
    isGenerator: false,
    isStub: false,
    parameters: [],
    decorators: [],
    returns: [],
    yields: [],
    returnAnnotation: UNKNOWN,
    bases: [],
    // Without a prototype: `constructor` is a name like any other.
    names: Object.create(null) as Record<string, BindingId[]>,
    globals: [],
    nonlocals: [],
    starImports: [],
    events: [],
    attributes: [],
    hotLoops: [],
  };
}

/** The scope when nothing is added any more: its lists as long as they are, and the empty ones, which are most, shared. */
export function sealScope(scope: OpenScope): Scope {
  return {
    ...scope,
    parameters: sealed(scope.parameters),
    decorators: sealed(scope.decorators),
    returns: sealed(scope.returns),
    yields: sealed(scope.yields),
    bases: sealed(scope.bases),
    globals: sealed(scope.globals),
    nonlocals: sealed(scope.nonlocals),
    starImports: sealed(scope.starImports),
    events: sealed(scope.events),
    attributes: sealed(scope.attributes),
    hotLoops: sealed(scope.hotLoops),
  };
}

const EMPTY: readonly never[] = Object.freeze([]);

function sealed<Item>(items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? EMPTY : items.slice();
}

export function addName(scope: OpenScope, name: string, id: BindingId): void {
  const known = scope.names[name];
  if (known === undefined) scope.names[name] = [id];
  else known.push(id);
}
