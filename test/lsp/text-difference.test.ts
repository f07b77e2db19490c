import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rangeOf } from '../../server/src/lsp/protocol.ts';
import { differencesBetween } from '../../server/src/lsp/text-difference.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c\n', 'd\r\n', '\n', '😀\n'), { maxLength: 12 })
  .map((parts) => parts.join(''));

test('the differences between two texts turn one into the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const document = TextDocument.create('file:///a', 'plaintext', 0, before);
      const edits = differencesBetween(before, after).map(({ range, newText }) => ({ range: rangeOf(range), newText }));
      expect(TextDocument.applyEdits(document, edits)).toBe(after);
    }),
  );
});

test('lines that stay are left alone', () => {
  expect(differencesBetween('a\nb\nc\nd', 'a\nB\nc\nd\n')).toMatchObject([
    { range: { start: { line: 1, column: 0 }, end: { line: 2, column: 0 } }, newText: 'B\n' },
    { range: { start: { line: 3, column: 0 }, end: { line: 3, column: 1 } }, newText: 'd\n' },
  ]);
});
