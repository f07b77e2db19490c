/**
 * Whether a piece of a function, moved into one of its own, may run in a worker thread: everything that it calls must be known, or
 * plainly harmless, or be a method of something that the piece itself makes.
 */
import { expressionOf } from '../../program/chains.ts';
import { type Definition, definitionOf } from '../../program/definitions.ts';
import type { Step } from '../../program/steps.ts';
import { libraryNameOf, type Type } from '../../program/types.ts';
import type { Event, Expression, ExpressionId, Span } from '../../summary/model.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { callOf, expressionAt } from '../../summary/packed-expressions.ts';
import { scopesOf } from '../../summary/packed-scopes.ts';
import type { Call } from '../calls/call-arguments.ts';
import type { Site } from '../site.ts';
import { bindingsSeen } from '../text/names.ts';
import { definitionsBehind, isOfOutside, whyBound, whyBoundToThread } from './loop-affinity.ts';
import { whyNotFact } from './thread-safety.ts';

interface Happens {
  readonly event: Event;
  readonly steps: readonly Step[];
}

/** Why the code in `span`, of the function at `site`, must not run in a thread: a clause; null where it may. */
export function whyNotCodeInThread(site: Site, span: Span): string | null {
  const functions = new Set<Definition>();
  for (const { event, steps } of happeningIn(site, span)) {
    for (const step of steps) {
      if (step.kind === 'function') functions.add(step.definition);
      else if (step.row.threadBound === undefined && whyNotFact(step) !== null) return `it calls ${step.name}`;
      else if (step.row.threadBound !== undefined && isOfOutside(site, event, span)) return step.row.threadBound;
    }
    const call = callOf(site.module.summary.expressions, event);
    if (event.kind !== 'call' || call === undefined) continue;
    const { types } = site.program.inference.answer(site.module, call.callee);
    const reason = whyBound(site, site.module, event.call, call.callee, span);
    if (reason !== null) return `it ${reason}`;
    const unsuited = types.map(nameOf).find((name) => NOT_IN_THREADS.test(name)) ?? unknownCallee(site, call, span);
    if (unsuited !== null) return `it calls \`${unsuited}\`, of which it is not known whether a thread may`;
    for (const definition of definitionsBehind(types)) functions.add(definition);
  }
  return whyBoundToThread(site, [...functions]);
}

/** The events of the code in `span`: its own, and those of functions and lambdas that stand in it. */
export function happeningIn({ module, program, definition }: Site, span: Span): Happens[] {
  const { summary } = module;
  const inside = scopesOf(summary.scopes).flatMap((scope, id) => {
    const isNested = scope.kind === 'function' || scope.kind === 'lambda';
    return isNested && isWithin(scope.span, span) ? [definitionOf(module, id)] : [];
  });
  return [definition, ...inside].flatMap((each) => {
    const stepped = program.effects.steppedOf(each);
    return each.scope.events.flatMap((event) => {
      const expression = expressionAt(summary.expressions, expressionOf(event));
      if (expression === undefined || !isWithin(expression, span)) return [];
      return [{ event, steps: stepped.find((known) => known.event.id === event.id)?.steps ?? [] }];
    });
  });
}

export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function nameOf(type: Type): string {
  return type.kind === 'object' ? type.class : (libraryNameOf(type) ?? '');
}

/** Libraries whose objects belong to an event loop or a thread of their own; contextvars set in a thread are lost. */
const NOT_IN_THREADS =
  /^(?:aio\w*|twisted|tornado|tkinter|PyQt\d|PySide\d|wx|gi|discord|nicegui|streamlit|flet)\.|^contextvars\.ContextVar\.(?:re)?set$|^builtins\.next$/;

/** Methods of strings, containers, paths and loggers: whatever has one of these names, calling it in a thread does no harm. */
const HARMLESS = new Set(
  `add append casefold copy count critical debug decode digest encode endswith error exception extend find format get group groups
  hexdigest index info insert isdigit items join joinpath keys log lower lstrip match partition pop popitem removeprefix removesuffix
  replace reverse rfind rpartition rsplit rstrip search setdefault sort split splitlines startswith strip strftime isoformat title
  update upper values warning with_name with_suffix zfill findall sub as_posix relative_to to_dict dict model_dump model_dump_json`.split(
    /\s+/,
  ),
);

/** What `call` calls, as it is written, where nobody knows what that is; null where it does no harm. */
function unknownCallee({ program, module, table }: Site, call: Call, span: Span): string | null {
  const { types, isComplete } = program.inference.answer(module, call.callee);
  if (isComplete && types.length > 0 && types.every((type) => type.kind !== 'parameter')) return null;
  const callee = expressionAt(module.summary.expressions, call.callee);
  // What follows a starred argument's `*` is not told apart from it.
  if (callee === undefined || callee.kind === 'unknown')
    return table.text.slice(call.start, call.end).split('(', 1)[0] ?? '';
  if (callee.kind === 'attribute' && HARMLESS.has(callee.name)) return null;
  if (isMadeIn({ module }, call.callee, span)) return null;
  return table.text.slice(callee.start, callee.end);
}

/** Whether `id` is, or belongs to, what a name holds that got its value in `span`. */
export function isMadeIn({ module }: Pick<Site, 'module'>, id: ExpressionId, span: Span): boolean {
  const expression: Expression | undefined = expressionAt(module.summary.expressions, id);
  switch (expression?.kind) {
    case 'attribute':
    case 'subscript':
      return isMadeIn({ module }, expression.object, span);
    case 'call':
      return isMadeIn({ module }, expression.callee, span);
    case 'literal':
      return true;
    case 'name': {
      const { reaching, name, scope } = expression;
      const { bindings } = module.summary;
      const found =
        reaching === null
          ? bindingsSeen(module.summary, scope, name)
          : reaching.flatMap((binding) => bindingAt(bindings, binding) ?? []);
      return found.length > 0 && found.every((binding) => isWithin(binding, span));
    }
    default:
      return false;
  }
}
