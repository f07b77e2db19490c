/** Summarises what makes scopes: functions, lambdas and classes, with their parameters, decorators and annotations. */
import { Kind } from '../syntax/kinds.ts';
import { childIn, childOfKind, childrenOf, is, kindOf, NO_NODE, type Node, textOf } from '../syntax/table.ts';
import { summariseAnnotation } from './annotations.ts';
import type { Builder } from './builder.ts';
import { catchesAll } from './caught.ts';
import { spanOf, summariseExpression } from './expressions.ts';
import { type ExpressionId, type Parameter, UNKNOWN } from './model.ts';
import { declareAs } from './narrowing.ts';
import { summariseBlock } from './statements.ts';

/** `def` and `async def`. Defaults, decorators and annotations are evaluated outside, the body inside. */
export function summariseFunction(builder: Builder, node: Node, decorators: readonly ExpressionId[]): void {
  const { table } = builder;
  const name = childIn(table, node, 'name');
  const parameters = parametersOf(builder, childIn(table, node, 'parameters'));
  const returns = childIn(table, node, 'return_type');
  const returnAnnotation = returns === NO_NODE ? UNKNOWN : summariseAnnotation(builder, returns);
  const isAsync = is(table, node + 1, 'async');
  const text = textOf(table, name);
  const scope = builder.inScope('function', text, spanOf(builder, node), spanOf(builder, name), { isAsync }, (open) => {
    open.decorators.push(...decorators);
    open.returnAnnotation = returnAnnotation;
    open.isStub = isStub(builder, childIn(table, node, 'body'));
    open.catchesAll = catchesAll(table, childIn(table, node, 'body'));
    bindParameters(builder, parameters);
    summariseBlock(builder, childIn(table, node, 'body'));
  });
  builder.bind(text, spanOf(builder, name), { kind: 'scope', scope });
}

/** A docstring, `...`, `pass` or `raise NotImplementedError`, and nothing else. */
function isStub(builder: Builder, body: Node): boolean {
  const { table } = builder;
  return childrenOf(table, body).every((statement) =>
    /^(?:\.\.\.|pass|raise NotImplementedError\b.*|[rRuU]?["'].*)$/s.test(textOf(table, statement)),
  );
}

export function summariseLambda(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  const span = spanOf(builder, node);
  const parameters = parametersOf(builder, childIn(table, node, 'parameters'));
  const scope = builder.inScope('lambda', '<lambda>', span, span, {}, (open) => {
    bindParameters(builder, parameters);
    open.returns.push(summariseExpression(builder, childIn(table, node, 'body')));
  });
  return builder.addExpression({ kind: 'lambda', scope, ...span });
}

/** A class body runs where the class statement stands; its names are the class's own. */
export function summariseClass(builder: Builder, node: Node, decorators: readonly ExpressionId[]): void {
  const { table } = builder;
  const name = childIn(table, node, 'name');
  const bases: ExpressionId[] = [];
  const superclasses = childIn(table, node, 'superclasses');
  if (superclasses !== NO_NODE) {
    for (const base of childrenOf(table, superclasses)) {
      if (is(table, base, 'keyword_argument')) summariseExpression(builder, childIn(table, base, 'value'));
      else bases.push(summariseExpression(builder, base));
    }
  }
  const text = textOf(table, name);
  const options = { runsHere: true };
  const scope = builder.inScope('class', text, spanOf(builder, node), spanOf(builder, name), options, (open) => {
    open.decorators.push(...decorators);
    open.bases.push(...bases);
    summariseBlock(builder, childIn(table, node, 'body'));
  });
  builder.bind(text, spanOf(builder, name), { kind: 'scope', scope });
}

interface NamedParameter extends Parameter {
  readonly node: Node;
  /** Its annotation, or NO_NODE. */
  readonly type: Node;
}

function parametersOf(builder: Builder, list: Node): NamedParameter[] {
  if (list === NO_NODE) return [];
  const { table } = builder;
  const parameters: NamedParameter[] = [];
  let isKeywordOnly = false;
  for (const child of childrenOf(table, list)) {
    if (is(table, child, 'keyword_separator')) {
      isKeywordOnly = true;
      continue;
    }
    const parameter = parameterOf(builder, child, isKeywordOnly);
    if (parameter === null) continue;
    if (parameter.kind === 'star') isKeywordOnly = true;
    parameters.push(parameter);
  }
  return parameters;
}

function parameterOf(builder: Builder, node: Node, isKeywordOnly: boolean): NamedParameter | null {
  const { table } = builder;
  const kind = isKeywordOnly ? 'keyword-only' : 'positional';
  const bare = { annotation: UNKNOWN, default: UNKNOWN, type: NO_NODE };
  switch (kindOf(table, node)) {
    case Kind.identifier:
      return { name: textOf(table, node), node, kind, ...bare };
    case Kind.list_splat_pattern:
      return { name: textOf(table, node + 1), node: node + 1, kind: 'star', ...bare };
    case Kind.dictionary_splat_pattern:
      return { name: textOf(table, node + 1), node: node + 1, kind: 'double-star', ...bare };
    case Kind.typed_parameter: {
      const inner = parameterOf(builder, node + 1, isKeywordOnly);
      return inner && { ...inner, ...annotationOf(builder, node) };
    }
    case Kind.default_parameter:
    case Kind.typed_default_parameter: {
      const name = childIn(table, node, 'name');
      const value = summariseExpression(builder, childIn(table, node, 'value'));
      return {
        name: textOf(table, name),
        node: name,
        kind,
        default: value,
        ...annotationOf(builder, node),
      };
    }
    default:
      return null;
  }
}

function annotationOf(builder: Builder, node: Node): Pick<NamedParameter, 'annotation' | 'type'> {
  const type = childOfKind(builder.table, node, 'type');
  return { annotation: type === NO_NODE ? UNKNOWN : summariseAnnotation(builder, type), type };
}

function bindParameters(builder: Builder, parameters: readonly NamedParameter[]): void {
  parameters.forEach(({ node, type, ...parameter }, index) => {
    builder.scope.parameters.push(parameter);
    declareAs(builder, builder.bind(parameter.name, spanOf(builder, node), { kind: 'parameter', index }), type);
  });
}
