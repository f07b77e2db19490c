/** Found: what is run or reached by something, before it is known how sure that is. */
import type { Verdict } from '../knowledge/catalogue.ts';
import type { Fact } from '../knowledge/rows.ts';
import { isOneOfMany } from './arguments.ts';
import type { Definition } from './definitions.ts';
import type { Holding } from './holders.ts';
import type { Answer, ObjectType, Type } from './types.ts';

export type Found =
  | {
      readonly kind: 'fact';
      readonly row: Fact;
      readonly name: string;
      /** The lock that it takes: it waits only where somebody waits who holds that. */
      readonly lock?: ObjectType;
      readonly holding?: Holding;
    }
  | { readonly kind: 'function'; readonly definition: Definition };

export const NOTHING: readonly Found[] = [];

/** The body of a plain function runs now; a coroutine's when it is awaited, a generator's when it is iterated. */
export function running(definition: Definition): readonly Found[] {
  return definition.scope.isAsync || definition.scope.isGenerator ? NOTHING : [{ kind: 'function', definition }];
}

/** A fact that holds whatever the arguments are, or but for one value of many. */
export function unconditional(verdict: Verdict, name: string): readonly Found[] {
  const isFact = typeof verdict === 'object' && (verdict.at ?? 'call') === 'call';
  return isFact && verdict.onlyIf === undefined && (verdict.unless ?? []).every(isOneOfMany)
    ? [{ kind: 'fact', row: verdict, name }]
    : NOTHING;
}

/** The one thing that `answer` is, if it is one. */
export function certainTypes(answer: Answer): readonly Type[] {
  return answer.isComplete && answer.types.length === 1 ? answer.types : [];
}

/** `open`, as people write it. */
export function displayName(name: string): string {
  return name.replace(/^builtins\./, '');
}
