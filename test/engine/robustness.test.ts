/** Whatever stands in a file, the stages before the program neither fail nor depend on chance. */

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModuleSummary } from '../../server/src/engine/summary/model.ts';
import { bindingsOf } from '../../server/src/engine/summary/packed-bindings.ts';
import { expressionsOf } from '../../server/src/engine/summary/packed-expressions.ts';
import { scopesOf } from '../../server/src/engine/summary/packed-scopes.ts';
import { summarise } from '../../server/src/engine/summary/summarise.ts';
import { lineStartsOf, positionAt } from '../../server/src/engine/syntax/lines.ts';
import type { TextChange } from '../../server/src/engine/syntax/parser.ts';
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
    fc.constantFrom(
      '',
      '(',
      ')',
      '[',
      ':',
      '\n',
      '\n    ',
      '"""',
      "'",
      '\\',
      '#',
      'async ',
      'await ',
      'def f(): ',
      'lambda: ',
      '🐍',
      '\0',
      '\r',
      '\t',
    ),
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
    ...expressionsOf(summary.expressions),
    ...bindingsOf(summary.bindings),
    ...summary.suppressions,
    ...scopesOf(summary.scopes).flatMap(({ span, nameSpan, hotLoops }) => [span, nameSpan, ...hotLoops]),
    ...(summary.firstError === null ? [] : [summary.firstError]),
  ];
  const wrong = spans.filter(({ start, end }) => !(0 <= start && start <= end && end <= text.length));
  expect(wrong).toEqual([]);
  const sizes = {
    scopes: summary.scopes.length,
    bindings: summary.bindings.length,
    expressions: summary.expressions.length,
  };
  for (const scope of scopesOf(summary.scopes)) {
    expect(scope.parent).toBeLessThan(sizes.scopes);
    for (const id of scope.names.flatMap((name) => scope.bindingsOf(name) ?? []))
      expect(id).toBeLessThan(sizes.bindings);
    for (const event of scope.events) {
      if (event.kind === 'import') expect(event.binding).toBeLessThan(sizes.bindings);
      else expect(event.kind === 'call' ? event.call : event.value).toBeLessThan(sizes.expressions);
    }
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
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      mutated,
    );
    fc.assert(
      fc.property(texts, (text) => {
        const summary = summarise(parser.parseOnce(text));
        expectInRange(summary, text);
        expect(summarise(parser.parseOnce(text))).toEqual(summary);
        expect(structuredClone(summary)).toEqual(summary);
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
  // Of broken text tree-sitter's guess depends on what stood there before.
  it('gives the table of a fresh parse, and finds back to it when the text is whole again', async () => {
    const { parser } = await assets();
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        (original, changes) => {
          let text = original;
          let parse = parser.parse(text);
          const undo: Edit[] = [];
          const edit = (made: Edit) => {
            const { start, oldEnd, replacement } = made;
            undo.unshift({ start, oldEnd: start + replacement.length, replacement: text.slice(start, oldEnd) });
            const changed = apply(text, made);
            parse = parser.reparse(parse, [textChange(text, changed, made)], changed);
            text = changed;
            const fresh = parser.parseOnce(text);
            if (fresh.firstError === null) expectSameTable(parse.table, fresh);
            expectInRange(summarise(parse.table), text);
          };
          for (const made of changes) edit(editOf(text, made));
          for (const made of [...undo]) edit(made);
          expect(text).toBe(original);
          parser.release(parse);
        },
      ),
      { numRuns: 150 },
    );
  });
});

function textChange(text: string, changed: string, { start, oldEnd, replacement }: Edit): TextChange {
  const before = lineStartsOf(text);
  const newEnd = start + replacement.length;
  return {
    start,
    oldEnd,
    newEnd,
    startPosition: positionAt(before, start),
    oldEndPosition: positionAt(before, oldEnd),
    newEndPosition: positionAt(lineStartsOf(changed), newEnd),
  };
}
