/** Chains: the evidence of an effect, told call by call from where it is noticed down to its cause. */

import type { Evidence, SourceRange } from '../findings/finding.ts';
import { type Event, type ExpressionId, type Span, UNKNOWN } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { positionAt } from '../syntax/lines.ts';
import { type Definition, type Module, qualifiedName } from './definitions.ts';
import { isChange } from './descriptors.ts';
import type { Cause, Effect } from './effect-set.ts';
import type { Holding } from './holders.ts';
import { dottedName } from './spelling.ts';

/** Chains longer than this are cut; a cycle cannot occur, since each step is nearer to the cause. */
const MAX_LINKS = 50;

/** The links from `effect`, noticed in `definition`, down to its cause. Never empty. */
export function chainOf(definition: Definition, effect: Effect): Evidence[] {
  const links: Evidence[] = [];
  let owner = definition;
  let current: Effect = effect;
  while (links.length < MAX_LINKS) {
    const { module } = owner;
    const { event, next, cause } = current;
    if (event === null || next === null) {
      const span: Span = cause.kind === 'code' ? cause.code.span : siteOf(module, event);
      links.push({ ...located(module, span), text: causeText(current) });
      const holding = cause.kind === 'fact' ? cause.step.holding : undefined;
      if (holding !== undefined) links.push(...chainOfHolding(holding));
      break;
    }
    links.push({
      ...located(module, siteOf(module, event)),
      text: `${verbOf(event)} \`${calledAs(module, event, next.definition)}\``,
    });
    owner = next.definition;
    current = next.effect;
  }
  return links;
}

/** Where somebody else holds the lock, and what it waits for there. */
function chainOfHolding({ definition, event, effect }: Holding): Evidence[] {
  const { module } = definition;
  const place = located(module, siteOf(module, event));
  return [{ ...place, text: `held by \`${qualifiedName(definition)}\`` }, ...chainOf(definition, effect)];
}

function causeText({ cause, kind, event }: Effect): string {
  if (cause.kind === 'code') return `${cause.code.does} while it holds the GIL`;
  const verb = isImport(cause.step) ? 'imports' : event === null ? 'calls' : verbOf(event);
  return `${verb} ${factName(cause.step)}, which ${doesOf(cause, kind)}`;
}

/** What `cause` does to its thread, or another does to it, after "which". */
export function doesOf(cause: Cause, kind: Effect['kind']): string {
  if (cause.kind === 'code') return DOES[kind];
  const { row, holding } = cause.step;
  if (holding === undefined) return row.does ?? DOES[kind];
  const { definition, effect } = holding;
  return `\`${qualifiedName(definition)}\` holds in another thread while it ${doesOf(effect.cause, effect.kind)}`;
}

/** `open()`; what a `with` or `for` runs by itself is named by its class. */
export function factName(step: Extract<Cause, { kind: 'fact' }>['step']): string {
  const { name } = step;
  if (isImport(step)) return `\`${name}\``;
  const implicit = /^(.*)\.__(?:enter|exit|iter|next)__$/.exec(name)?.[1];
  return implicit === undefined ? `\`${name}()\`` : `a \`${implicit}\``;
}

/** A package is imported, whether by a statement or by a call. */
function isImport({ row }: Extract<Cause, { kind: 'fact' }>['step']): boolean {
  return row.at === 'import';
}

/** What each kind of effect does to its thread, after "which". */
const DOES = {
  http: 'waits for the network',
  sleep: 'sleeps',
  file: 'waits for the disk',
  'path-check': 'asks the file system',
  subprocess: 'waits for another process',
  socket: 'waits for the network',
  database: 'waits for the database',
  sdk: 'waits for a remote service',
  wait: 'waits for another thread',
  input: 'waits for a person',
  import: 'imports a module',
  'runs-loop': 'starts an event loop',
  computes: 'computes while it holds the GIL',
  'computes-released': 'computes',
} as const satisfies Record<Effect['kind'], string>;

function verbOf(event: Event): string {
  switch (event.kind) {
    case 'call':
      return 'calls';
    case 'with':
      return 'enters and leaves';
    case 'iterate':
      return 'iterates';
    case 'attribute':
      return 'reads';
    case 'import':
      return 'imports';
    case 'implicit':
      return event.method === '__setattr__' ? 'sets' : event.method === '__delattr__' ? 'deletes' : 'uses';
  }
}

/** The function `definition` as `event` names it: `load_config`, `self.hosts.write`; by its own name where that is no name. */
export function calledAs(module: Module, event: Event, definition: Definition): string {
  return writtenAs(module, event) ?? qualifiedName(definition).replace(/\.(?:__init__|<lambda>)$/, '');
}

/** What `event` calls, enters or iterates, as the text has it, where that is a dotted name. */
export function writtenAs(module: Module, event: Event): string | null {
  const expression = expressionAt(module.summary.expressions, expressionOf(event));
  if (expression === undefined) return null;
  if (event.kind === 'attribute' || (event.kind === 'implicit' && isChange(event.method)))
    return dottedName(module, event.value);
  return event.kind === 'call' && expression.kind === 'call' ? dottedName(module, expression.callee) : null;
}

/** Where an event is pointed at: the callee's name, not its arguments; the name that an import binds. */
export function siteOf(module: Module, event: Event | null): Span {
  if (event === null) return { start: 0, end: 0 };
  if (event.kind === 'import') return bindingAt(module.summary.bindings, event.binding) ?? { start: 0, end: 0 };
  const expression = expressionAt(module.summary.expressions, expressionOf(event));
  if (expression === undefined) return { start: 0, end: 0 };
  return expression.kind === 'call'
    ? (expressionAt(module.summary.expressions, expression.callee) ?? expression)
    : expression;
}

/** The expression an event is about; UNKNOWN where it is about none. */
export function expressionOf(event: Event): ExpressionId {
  if (event.kind === 'import') return UNKNOWN;
  return event.kind === 'call' ? event.call : event.value;
}

export function located(module: Module, span: Span): { path: string; range: SourceRange } {
  const { lineStarts } = module.summary;
  const range = {
    start: positionAt(lineStarts, span.start),
    end: positionAt(lineStarts, span.end),
    startOffset: span.start,
    endOffset: span.end,
  };
  return { path: module.path, range };
}
