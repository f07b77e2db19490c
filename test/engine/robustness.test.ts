/** Whatever stands in a file, the stages before the program neither fail nor depend on chance. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModuleSummary } from '../../server/src/engine/summary/model.ts';
import { summarise } from '../../server/src/engine/summary/summarise.ts';
import { lineStartsOf, positionAt } from '../../server/src/engine/syntax/lines.ts';
import type { SyntaxTable } from '../../server/src/engine/syntax/table.ts';
import { analyzerOf, assets } from '../harness/engine.ts';

const RULES = `${import.meta.dirname}/../rules`;
const fixtures = readdirSync(RULES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.py'))
  .sort()
  .map((name) => readFileSync(`${RULES}/${name}`, 'utf8'));

/** One random change of a text: a piece of it is deleted, doubled, or replaced by something else that Python knows. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 60 }),
  text: fc.oneof(
    fc.constantFrom('', '(', ')', '[', ':', '\n', '\n    ', '"""', "'", '\\', '#', 'async ', 'await ', 'def f(): ', 'lambda: ', '🐍', '\0', '\r', '\t'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  ),
  doubles: fc.boolean(),
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

interface Edit {
  readonly start: number;
  readonly oldEnd: number;
  readonly replacement: string;
}

function editOf(text: string, { at, length, text: inserted, doubles }: Change): Edit {
  const start = Math.floor(at * text.length);
  const oldEnd = Math.min(text.length, start + length);
  return { start, oldEnd, replacement: doubles ? text.slice(start, oldEnd).repeat(2) : inserted };
}

function apply(text: string, { start, oldEnd, replacement }: Edit): string {
  return text.slice(0, start) + replacement + text.slice(oldEnd);
}

const mutated = fc
  .tuple(fc.constantFrom(...fixtures), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([text, changes]) => changes.reduce((current, made) => apply(current, editOf(current, made)), text));

function expectInRange(summary: ModuleSummary, text: string): void {
  const spans = [
    ...summary.expressions,
    ...summary.bindings,
    ...summary.suppressions,
    ...summary.scopes.flatMap(({ span, nameSpan, hotLoops }) => [span, nameSpan, ...hotLoops]),
    ...(summary.firstError === null ? [] : [summary.firstError]),
  ];
  const wrong = spans.filter(({ start, end }) => !(0 <= start && start <= end && end <= text.length));
  expect(wrong).toEqual([]);
  const sizes = { scopes: summary.scopes.length, bindings: summary.bindings.length, expressions: summary.expressions.length };
  for (const scope of summary.scopes) {
    expect(scope.parent).toBeLessThan(sizes.scopes);
    for (const id of Object.values(scope.names).flat()) expect(id).toBeLessThan(sizes.bindings);
    for (const event of scope.events) expect(event.kind === 'call' ? event.call : event.value).toBeLessThan(sizes.expressions);
    for (const { firstEvent, lastEvent } of scope.hotLoops) expect(lastEvent).toBeGreaterThanOrEqual(firstEvent);
  }
}

function expectSameTable(actual: SyntaxTable, expected: SyntaxTable): void {
  for (const part of ['length', 'kinds', 'fields', 'starts', 'ends', 'next', 'firstError'] as const) {
    expect(actual[part], part).toEqual(expected[part]);
  }
}

describe('a summary', () => {
  it('can be made of any text, lies within it, and is always the same', async () => {
    const { parser } = await assets();
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }), mutated);
    fc.assert(
      fc.property(texts, (text) => {
        const summary = summarise(parser.parseOnce(text));
        expectInRange(summary, text);
        expect(summarise(parser.parseOnce(text))).toEqual(summary);
        expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
      }),
      { numRuns: 300 },
    );
  });

  it('of broken text can be checked by every rule', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        const analyzer = await analyzerOf({ 'a.py': text });
        expect(analyzer.check(['/project/a.py']).failures).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('an incremental parse', () => {
  it('gives the table that a fresh parse gives', async () => {
    const { parser } = await assets();
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.array(change, { minLength: 1, maxLength: 5 }), (original, changes) => {
        let text = original;
        let parse = parser.parse(text);
        for (const made of changes) {
          const edit = editOf(text, made);
          const { start, oldEnd } = edit;
          const newEnd = start + edit.replacement.length;
          const before = lineStartsOf(text);
          text = apply(text, edit);
          const after = lineStartsOf(text);
          const positions = {
            startPosition: positionAt(before, start),
            oldEndPosition: positionAt(before, oldEnd),
            newEndPosition: positionAt(after, newEnd),
          };
          parse = parser.reparse(parse, [{ start, oldEnd, newEnd, ...positions }], text);
          expectSameTable(parse.table, parser.parseOnce(text));
        }
        parser.release(parse);
      }),
      { numRuns: 150 },
    );
  });
});
