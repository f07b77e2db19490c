import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Range, TextDocument } from 'vscode-languageserver-textdocument';
import { OpenDocument } from '../../server/src/lsp/documents.ts';
import { assets } from '../harness/engine.ts';

const START =
  'import a\n\nasync def main():\n    x = "😀"\r\n    for i in range(3):\n        await foo(x, i)\n\nmain()\n';

const piece = fc.constantFrom(
  '\n',
  '\r\n',
  '\r',
  'x = 1\n',
  '    ',
  'def f(a):\n    return "é😀"\n',
  '(',
  '"""',
  '😀',
  'async def g():\n    await h()\n',
  '# c',
  'if x:\n  y\n',
  '',
);

/** Shares of the text, so that they mean something for any length. */
const edit = fc.record({ from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12), text: piece });
const notifications = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 8 });

test('after any edits an open document has the syntax of its text', async () => {
  const { parser } = await assets();
  fc.assert(
    fc.property(notifications, (all) => {
      const document = new OpenDocument(parser, TextDocument.create('file:///a.py', 'python', 0, START));
      try {
        for (const [version, edits] of all.entries()) {
          expect(document.table.text).toBe(document.text);
          const before = TextDocument.create('file:///a.py', 'python', version, document.text);
          document.change(
            edits.map((each) => changeIn(before, each)),
            version + 1,
          );
          expect(document.text).toBe(before.getText());
        }
        const { kinds, starts, ends } = parser.parseOnce(document.text);
        expect(document.table).toMatchObject({ kinds, starts, ends });
      } finally {
        document.release();
      }
    }),
  );
});

/** The protocol's change for an edit of `document`, which is made. */
function changeIn(document: TextDocument, { from, length, text }: { from: number; length: number; text: string }) {
  const size = document.getText().length;
  const start = Math.floor(from * size);
  const range: Range = { start: document.positionAt(start), end: document.positionAt(Math.min(start + length, size)) };
  const change = { range, text };
  TextDocument.update(document, [change], document.version);
  return change;
}
