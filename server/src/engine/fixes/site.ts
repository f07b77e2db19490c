/** Site: where a finding stands, looked up once for all fixes: its event, the function that runs it, and its syntax. */

import type { Finding } from '../findings/finding.ts';
import { expressionOf } from '../program/chains.ts';
import { type Definition, definitionOf, type Module } from '../program/definitions.ts';
import type { Effect } from '../program/effect-set.ts';
import type { Program } from '../program/program.ts';
import type { Step } from '../program/steps.ts';
import { type Answer, UNKNOWN_ANSWER } from '../program/types.ts';
import type { EngineSettings } from '../settings.ts';
import type { Event, Expression, ExpressionId, Span } from '../summary/model.ts';
import { expressionAt, expressionIn } from '../summary/packed-expressions.ts';
import { scopesOf } from '../summary/packed-scopes.ts';
import { endOf, is, type Node, nodeAt, pathTo, type SyntaxTable, startOf } from '../syntax/table.ts';
import type { EditedFile } from './text/edits.ts';

export interface Site {
  readonly finding: Finding;
  readonly program: Program;
  readonly settings: EngineSettings;
  readonly module: Module;
  readonly table: SyntaxTable;
  readonly file: EditedFile;
  /** The function in whose body the event happens; the module for top-level code. */
  readonly definition: Definition;
  readonly event: Event;
  /** What the event does, as far as it is known. */
  readonly steps: readonly Step[];
  readonly span: Span;
  readonly node: Node;
  /** The nodes from the module down to `node`, both included. */
  readonly path: readonly Node[];
  /** A function that the fix makes a coroutine. */
  readonly madeAsync?: Definition | undefined;
}

/** The site of `finding`; null if its file or its expression is not in the program any more. */
export function siteOf(
  finding: Finding,
  table: SyntaxTable,
  program: Program,
  settings: EngineSettings,
  madeAsync?: Definition,
): Site | null {
  const module = program.moduleAt(finding.path);
  const span = module === undefined ? undefined : expressionAt(module.summary.expressions, finding.expression);
  if (module === undefined || span === undefined) return null;
  const found = eventOf(finding, span, module, program);
  if (found === null) return null;
  const node = nodeAt(table, span.start, span.end);
  const file = { path: finding.path, lineStarts: module.summary.lineStarts, table };
  return {
    finding,
    program,
    settings,
    module,
    table,
    file,
    span,
    node,
    path: pathTo(table, node),
    madeAsync,
    ...found,
  };
}

interface Located {
  readonly definition: Definition;
  readonly event: Event;
  readonly steps: readonly Step[];
}

/** Several events may be about one expression (`with open(p)` calls, then enters): the finding's is the one that causes it. */
function eventOf(finding: Finding, span: Span, module: Module, program: Program): Located | null {
  const located = eventsAt(finding.expression, span, module, program);
  const caused = located.find(({ steps }) => steps.some((step) => causes(finding, step, program)));
  // A generator's call does nothing: iterating it does.
  return caused ?? located.find(({ steps }) => steps.length > 0) ?? located[0] ?? null;
}

/** All that happens to one expression, in the order of the program. */
function eventsAt(expression: ExpressionId, span: Span, module: Module, program: Program): readonly Located[] {
  return scopesOf(module.summary.scopes).flatMap((scope, id) => {
    if (scope.span.start > span.start || span.end > scope.span.end) return [];
    const definition = definitionOf(module, id);
    const events = scope.events.filter((event) => expressionOf(event) === expression);
    if (events.length === 0) return [];
    // The program may have been made anew since the check that found it.
    program.effects.settleOnce(definition);
    const stepped = program.effects.steppedOf(definition);
    return events.map((event): Located => {
      return { definition, event, steps: stepped.find((each) => each.event.id === event.id)?.steps ?? [] };
    });
  });
}

function causes({ cause }: Finding, step: Step, program: Program): boolean {
  if (step.kind === 'fact') return step.row.name === cause;
  return program.effects.effectsOf(step.definition).all.some((effect) => causeName(effect) === cause);
}

function causeName({ cause }: Effect): string {
  return cause.kind === 'fact' ? cause.step.row.name : 'hot-loop';
}

/** The same event, looked at from `node`. */
export function seenFrom(site: Site, node: Node): Site {
  const { table } = site;
  return { ...site, node, path: pathTo(table, node), span: { start: startOf(table, node), end: endOf(table, node) } };
}

/** The site of another expression of the same file, with what happens there; null where nothing does. */
export function siteAt(site: Site, node: Node): Site | null {
  const there = seenFrom(site, node);
  const id = expressionIdOf(site, node);
  const [found] = id < 0 ? [] : eventsAt(id, there.span, site.module, site.program);
  return found === undefined ? null : { ...there, ...found };
}

/** The node of the function around `site`; the module for top-level code. */
export function functionAround({ table, path }: Site): Node {
  return path.findLast((node) => is(table, node, 'function_definition')) ?? 0;
}

/** The outermost expression that stands exactly at `node`, by its number: -1 where none does. */
export function expressionIdOf({ module, table }: Site, node: Node): ExpressionId {
  return expressionIn(module.summary.expressions, startOf(table, node), endOf(table, node));
}

/** The outermost expression that stands exactly at `node`. */
export function expressionOfNode(site: Site, node: Node): Expression | undefined {
  return expressionAt(site.module.summary.expressions, expressionIdOf(site, node));
}

/** What the expression at `node` may be; nothing is known of what is no expression. */
export function answerAt(site: Site, node: Node): Answer {
  const id = expressionIdOf(site, node);
  return id < 0 ? UNKNOWN_ANSWER : site.program.inference.answer(site.module, id);
}
