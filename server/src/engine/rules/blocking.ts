/** What the rules of category `blocking` share: an effect of one kind, in a function that the event loop runs. */

import type { Level } from '../findings/finding.ts';
import type { Weight } from '../knowledge/rows.ts';
import { calledAs, doesOf, factName, writtenAs } from '../program/chains.ts';
import { type Definition, qualifiedName } from '../program/definitions.ts';
import type { Effect, EffectKind } from '../program/effect-set.ts';
import type { Holding } from '../program/holders.ts';
import type { Step } from '../program/steps.ts';
import type { Event } from '../summary/model.ts';
import type { Occurrence, Report } from './report.ts';
import type { Rule } from './rule.ts';

/** A blocking rule says what it looks for and how to speak of it; finding it is the same for all. */
export interface BlockingRule extends Omit<Rule, 'category' | 'check'> {
  readonly kind: EffectKind;
  /** Occurrences that this rule leaves out. */
  readonly isSpared?: (occurrence: Occurrence, report: Report) => boolean;
}

export function blockingRule({ kind, isSpared, ...rule }: BlockingRule): Rule {
  const check = (report: Report): void => {
    for (const occurrence of report.onLoop(kind)) {
      if (isSpared?.(occurrence, report)) continue;
      report.add({
        module: occurrence.root.module,
        event: occurrence.event,
        message: messageOf(occurrence),
        advice: adviceOf(report, occurrence),
        evidence: report.chainOf(occurrence),
        cause: causeOf(occurrence),
        confidence: occurrence.effect.isLikely ? 'likely' : 'certain',
        atMost: isMinor(occurrence, report) ? 'information' : AT_MOST[occurrence.effect.weight],
      });
    }
  };
  return { ...rule, category: 'blocking', check };
}

/** Bounded work on a local disk is no error, and microseconds are no warning. */
const AT_MOST: Readonly<Record<Weight, Level>> = { high: 'error', medium: 'warning', low: 'information' };

/**
 * What fills a cache stalls the loop once, and often before it serves anybody; and the loop of a test serves nobody else, who would
 * wait for its files.
 */
export function isMinor({ root, effect }: Occurrence, report: Report): boolean {
  if (effect.guards.some((guard) => guard.kind === 'once')) return true;
  return effect.weight !== 'high' && report.program.isTest(root.module);
}

function messageOf({ root, event, effect }: Occurrence): string {
  const cause = factName(stepOf(effect));
  const does = doesOf(effect.cause, effect.kind);
  if (effect.next !== null) {
    const calls = holdingOf(effect) !== null ? 'takes' : isImport(effect) ? 'imports' : 'calls';
    const way = effect.depth === 1 ? `it ${calls}` : 'it leads to';
    const parentheses = event.kind === 'call' ? '()' : '';
    return `\`${calledAs(root.module, event, effect.next.definition)}${parentheses}\` blocks the event loop: ${way} ${cause}, which ${does}`;
  }
  if (holdingOf(effect) !== null) {
    const taking = event.kind === 'with' ? `Entering the \`with\` block of ${cause}` : cause;
    return `${taking}, which ${does}, blocks the event loop`;
  }
  if (isImport(effect)) return `Importing ${cause} here blocks the event loop: it ${does}`;
  switch (event.kind) {
    case 'call':
      return `${cause} ${does} and blocks the event loop`;
    case 'with':
      return `Leaving the \`with\` block of ${cause} ${does} and blocks the event loop`;
    case 'iterate':
      return `Iterating ${cause} ${does} and blocks the event loop`;
    case 'attribute':
    case 'implicit':
    case 'import':
      return `${cause} ${does} and blocks the event loop`;
  }
}

/** Who keeps the loop waiting, where it waits for a lock. */
function holdingOf({ cause }: Effect): Holding | null {
  return cause.kind === 'fact' ? (cause.step.holding ?? null) : null;
}

/** What waits is a fact of the catalogue. */
function stepOf({ cause }: Effect): Extract<Step, { kind: 'fact' }> {
  if (cause.kind !== 'fact') throw new Error('code that computes waits for nobody');
  return cause.step;
}

/** What is waited for is that a package is imported for the first time. */
function isImport({ cause }: Effect): boolean {
  return cause.kind === 'fact' && cause.step.row.at === 'import';
}

/** The qualified name of what blocks. */
export function causeOf({ effect: { cause } }: Occurrence): string {
  return cause.kind === 'fact' ? cause.step.row.name : 'hot-loop';
}

/** What to do: another API where the call names it itself, else a thread. */
function adviceOf({ program, settings }: Report, { root, event, effect }: Occurrence): string {
  const { next } = effect;
  const { holding, row } = stepOf(effect);
  if (holding !== undefined) return adviceOnLock(holding);
  if (isImport(effect)) return adviceOnImport(root, effect);
  const { threadBound } = row;
  const { catalogue } = program.inference;
  const alternatives = row.alternatives.filter((name) => catalogue.isThere(name, settings.target.minor));
  const others = alternatives.filter((name) => !name.startsWith('asyncio.to_thread')).slice(0, 2);
  const named = others.map((name) => withLink(name, catalogue.documentationOf(name)));
  const instead = named.length > 0 ? `Use ${named.join(' or ')}` : '';
  if (threadBound !== undefined)
    return `${instead === '' ? 'Keep it off the loop' : instead}. A worker thread will not do: ${threadBound}.`;
  const isForThreads = alternatives.length === 0 || alternatives.some((name) => name.startsWith('asyncio.to_thread'));
  if (!isForThreads && next === null) return `${instead}.`;
  const offload = offloadOf(root, event);
  return instead === '' || next !== null
    ? `Move it to a thread: ${offload}.`
    : `${instead}, or move it to a thread: ${offload}.`;
}

function withLink(name: string, link: string | undefined): string {
  return link === undefined ? name : `${name} (${link})`;
}

/** The first import counts, wherever it is. */
function adviceOnImport(root: Definition, { cause, next }: Effect): string {
  const name = cause.kind === 'fact' ? cause.step.name : '';
  const where = next === null ? 'at the top of the module' : 'at the top of its module';
  const inThread = root.scope.isAsync ? `: \`await asyncio.to_thread(importlib.import_module, "${name}")\`` : '';
  return `Import \`${name}\` ${where}, so that it is there when the loop starts, or first in a thread${inThread}.`;
}

/** asyncio's locks keep no threads out. */
function adviceOnLock({ definition }: Holding): string {
  return `Let \`${qualifiedName(definition)}\` wait before it takes the lock or after it, or move what needs the lock here into a function for \`asyncio.to_thread\`.`;
}

export function offloadOf(root: Definition, event: Event): string {
  const callable = event.kind === 'call' ? writtenAs(root.module, event) : null;
  if (callable === null) return 'put the whole block into a function for `asyncio.to_thread`';
  if (root.scope.isAsync) return `\`await asyncio.to_thread(${callable}, …)\``;
  return `\`loop.run_in_executor(None, ${callable}, …)\`, since a callback of the loop can't await`;
}
