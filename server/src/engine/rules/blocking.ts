/** What the rules of category `blocking` share: an effect of one kind, in a function that the event loop runs. */
import type { Level } from '../findings/finding.ts';
import type { Weight } from '../knowledge/rows.ts';
import { calleeName, DOES } from '../program/chains.ts';
import type { EffectKind } from '../program/effects.ts';
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
        advice: adviceOf(occurrence),
        evidence: report.chainOf(occurrence),
        cause: causeOf(occurrence),
        confidence: occurrence.effect.isLikely ? 'likely' : 'certain',
        atMost: AT_MOST[occurrence.effect.weight],
      });
    }
  };
  return { ...rule, category: 'blocking', check };
}

/** Bounded work on a local disk is no error, and microseconds are no warning. */
const AT_MOST: Readonly<Record<Weight, Level>> = { high: 'error', medium: 'warning', low: 'information' };

function messageOf({ effect }: Occurrence): string {
  const cause = causeName(effect.cause);
  if (effect.next === null) return `${cause} ${DOES[effect.kind]} and blocks the event loop`;
  const way = effect.depth === 1 ? 'it calls' : 'it leads to';
  return `\`${calleeName(effect.next)}()\` blocks the event loop: ${way} ${cause}, which ${DOES[effect.kind]}`;
}

function causeName(cause: Occurrence['effect']['cause']): string {
  return cause.kind === 'fact' ? `\`${cause.step.name}()\`` : 'a loop over arithmetic';
}

/** The qualified name of what blocks. */
export function causeOf({ effect: { cause } }: Occurrence): string {
  return cause.kind === 'fact' ? cause.step.row.name : 'hot-loop';
}

/** What to do: another API where the call names it itself, else a thread. */
function adviceOf({ root, effect }: Occurrence): string {
  const { cause, next } = effect;
  if (cause.kind !== 'fact') return 'Run it in a process or interpreter pool.';
  const { alternatives, threadBound } = cause.step.row;
  const others = alternatives.filter((name) => !name.startsWith('asyncio.to_thread')).slice(0, 2);
  const instead = others.length > 0 ? `Use ${others.join(' or ')}` : '';
  if (threadBound !== undefined)
    return `${instead === '' ? 'Keep it off the loop' : instead}. A worker thread will not do: ${threadBound}.`;
  const callable = next === null ? cause.step.name : calleeName(next);
  const offload = root.scope.isAsync
    ? `\`await asyncio.to_thread(${callable}, …)\``
    : `\`loop.run_in_executor(None, ${callable}, …)\`; a callback of the loop can't await`;
  return instead === '' || next !== null
    ? `Run it in a thread: ${offload}.`
    : `${instead}, or run it in a thread: ${offload}.`;
}
