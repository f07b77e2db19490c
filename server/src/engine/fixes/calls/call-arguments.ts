/** The arguments of the call that a fix is about, as the summary has them, and what is called inside of them. */

import type { EffectSet } from '../../program/effect-set.ts';
import type { Step } from '../../program/steps.ts';
import type { Argument, Expression } from '../../summary/model.ts';
import { callOf, expressionAt } from '../../summary/packed-expressions.ts';
import type { Site } from '../site.ts';

export type Call = Extract<Expression, { kind: 'call' }>;

/** The call at `site`; null where the finding is about something else. */
export function callAt({ module, event }: Site): Call | null {
  return callOf(module.summary.expressions, event) ?? null;
}

export function argumentsOf(site: Site): readonly Argument[] {
  return callAt(site)?.arguments ?? [];
}

/** The text of a call inside the call at `site` that blocks by itself: it would still run on the loop. null: there is none. */
export function blockingPart({ program, definition, module, span, table, event }: Site): string | null {
  for (const { event: other, steps } of program.effects.steppedOf(definition)) {
    const inner = callOf(module.summary.expressions, other);
    if (inner === undefined || other.id === event.id || inner.start < span.start || inner.end > span.end) continue;
    if (steps.some((step) => waits(step, program.effects))) {
      const callee = expressionAt(module.summary.expressions, inner.callee) ?? inner;
      return table.text.slice(callee.start, callee.end);
    }
  }
  return null;
}

function waits(
  step: Step,
  effects: { effectsOf(definition: Extract<Step, { kind: 'function' }>['definition']): EffectSet },
): boolean {
  if (step.kind === 'fact') return step.row.kind !== 'path-check';
  return effects.effectsOf(step.definition).all.some(({ kind }) => kind !== 'path-check');
}
