/** Python texts as the stages before the program see them. */

import type { Expression, ModuleSummary } from '../../server/src/engine/summary/model.ts';
import { bindingAt } from '../../server/src/engine/summary/packed-bindings.ts';
import { expressionsOf } from '../../server/src/engine/summary/packed-expressions.ts';
import { scopesOf } from '../../server/src/engine/summary/packed-scopes.ts';
import { summarise } from '../../server/src/engine/summary/summarise.ts';
import { positionAt } from '../../server/src/engine/syntax/lines.ts';
import { assets } from '../harness/engine.ts';

export async function summaryOf(text: string): Promise<ModuleSummary> {
  const { parser } = await assets();
  return summarise(parser.parseOnce(text));
}

/** The scope called `name`. */
export function scopeIn(summary: ModuleSummary, name: string) {
  const scope = scopesOf(summary.scopes).find((candidate) => candidate.name === name);
  if (scope === undefined) throw new Error(`no scope ${name}`);
  return scope;
}

/**
 * The lines, from 1, of the bindings that may reach the load of `name` in `use(name)`; 'elsewhere' where the scopes around decide.
 */
export async function reaching(text: string, name: string): Promise<readonly number[] | 'elsewhere'> {
  const summary = await summaryOf(text);
  const offset = text.indexOf(`use(${name})`) + 'use('.length;
  const load = [...expressionsOf(summary.expressions)].find(
    (expression): expression is Extract<Expression, { kind: 'name' }> =>
      expression.kind === 'name' && expression.name === name && expression.start === offset,
  );
  if (load === undefined) throw new Error(`no use(${name})`);
  if (load.reaching === null) return 'elsewhere';
  const lines = load.reaching.map(
    (id) => positionAt(summary.lineStarts, bindingAt(summary.bindings, id)?.start ?? 0).line + 1,
  );
  return lines.sort((left, right) => left - right);
}
