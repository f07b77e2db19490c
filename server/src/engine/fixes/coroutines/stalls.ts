/** What would be found in a function if it were a coroutine: findings in the making, for whoever is to mend them. */
import type { Finding } from '../../findings/finding.ts';
import { expressionOf, located, siteOf } from '../../program/chains.ts';
import type { Definition } from '../../program/definitions.ts';
import type { EffectKind } from '../../program/effect-set.ts';
import { kindOf } from '../../program/effects.ts';
import type { Step } from '../../program/steps.ts';
import type { RepairRequest } from '../offers.ts';

/** In the order of the text. Effects whose rule is off count for nothing, nor does `definition` calling itself, which would wait. */
export function stallsIn({ program, settings }: RepairRequest, definition: Definition): readonly Finding[] {
  const { module } = definition;
  const findings = program.effects.steppedOf(definition).flatMap(({ event, steps }): Finding[] => {
    if (steps.some((step) => step.kind === 'function' && step.definition === definition)) return [];
    const caused = steps.flatMap((step) => causesOf(program.effects, step));
    const stall = caused.find(({ kind }) => settings.rules.has(RULES[kind] ?? ''));
    if (stall === undefined || !program.effects.actsEveryWay(steps)) return [];
    return [
      {
        ...located(module, siteOf(module, event)),
        rule: RULES[stall.kind] ?? '',
        category: 'blocking',
        level: 'error',
        message: '',
        advice: '',
        confidence: 'certain',
        evidence: [],
        expression: expressionOf(event),
        cause: stall.cause,
      },
    ];
  });
  return findings.toSorted(
    (a, b) => a.range.startOffset - b.range.startOffset || b.range.endOffset - a.range.endOffset,
  );
}

interface Caused {
  readonly kind: EffectKind;
  readonly cause: string;
}

function causesOf(effects: RepairRequest['program']['effects'], step: Step): readonly Caused[] {
  if (step.kind === 'fact') {
    return [{ kind: kindOf(step.row), cause: step.row.name }];
  }
  return effects.effectsOf(step.definition).all.flatMap(({ kind, cause }): readonly Caused[] => {
    if (cause.kind === 'fact') return [{ kind, cause: cause.step.row.name }];
    return cause.code.weight === 'low' ? [] : [{ kind, cause: 'hot-loop' }];
  });
}

/** The rules that report effects, by kind. */
const RULES: Readonly<Partial<Record<EffectKind, string>>> = {
  http: 'blocking-http-call',
  sleep: 'blocking-sleep',
  file: 'blocking-file-io',
  'path-check': 'blocking-path-check',
  subprocess: 'blocking-subprocess',
  socket: 'blocking-socket',
  database: 'blocking-database',
  sdk: 'blocking-sdk-call',
  wait: 'blocking-wait',
  input: 'blocking-input',
  import: 'blocking-import',
  'runs-loop': 'nested-event-loop',
  computes: 'cpu-bound-on-loop',
  'computes-released': 'cpu-bound-on-loop',
};
