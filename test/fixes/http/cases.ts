/** Cases for fixes that rewrite requests: the body of a coroutine, before and after. */
import type { FixCase } from '../../harness/fix-cases.ts';

export interface Frame {
  readonly fix: string;
  /** Above and below the coroutine, so that nothing but its body changes. */
  readonly imports: string;
  readonly rest: string;
  /** What the finding's line holds. */
  readonly at: string;
}

export interface Cases {
  readonly body: (name: string, before: string, after: string) => FixCase;
  readonly refused: (name: string, lines: string) => FixCase;
}

export function casesIn({ fix, imports, rest, at }: Frame): Cases {
  const text = (lines: string) => {
    const inside = lines.trimEnd().replace(/^(?=.)/gm, '    ');
    return `${imports}\n\n\nasync def main(url, data, self, session):\n${inside}\n\n\n${rest}\n`;
  };
  return {
    body: (name, before, after) => ({ name, before: text(before), after: text(after), fix, safety: 'unsafe', at }),
    refused: (name, lines) => ({ name, before: text(lines), at, fix, withheld: '' }),
  };
}
