import { expect, test } from 'vitest';
import type { Fix, TextEdit } from '../../server/src/engine/findings/finding.ts';
import { applyEdits, planEdits } from '../../server/src/workspace/edits.ts';

function edit(startOffset: number, endOffset: number, newText: string, path = '/p/a.py'): TextEdit {
  const nowhere = { line: 0, column: 0 };
  return { path, newText, range: { start: nowhere, end: nowhere, startOffset, endOffset } };
}

function fix(...edits: readonly TextEdit[]): Fix {
  return { title: 'a fix', safety: 'safe', edits };
}

test('edits are made from front to back', () => {
  expect(applyEdits('abcdef', [edit(0, 1, 'X'), edit(3, 3, '--'), edit(5, 6, '')])).toBe('Xbc--de');
});

test('new lines end as those of the text do', () => {
  expect(applyEdits('a\r\nb', [edit(0, 0, 'import x\n')])).toBe('import x\r\na\r\nb');
  expect(applyEdits('a', [edit(0, 0, 'import x\n')])).toBe('import x\na');
});

test('a fix that touches what another changes waits, as a whole', () => {
  const first = fix(edit(0, 5, 'x'));
  const second = fix(edit(4, 6, 'y'), edit(9, 10, 'z'));
  const third = fix(edit(9, 10, 'w'));
  const plan = planEdits([first, second, third]);
  expect(plan.fixes).toEqual([first, third]);
  expect(plan.edits.get('/p/a.py')).toEqual([...first.edits, ...third.edits]);
});

test('fixes side by side are made together, each file in the order of its text', () => {
  const plan = planEdits([fix(edit(5, 6, 'b')), fix(edit(0, 5, 'a')), fix(edit(1, 2, 'c', '/p/b.py'))]);
  expect(plan.fixes).toHaveLength(3);
  expect(plan.edits.get('/p/a.py')?.map(({ newText }) => newText)).toEqual(['a', 'b']);
});

test('the import that two fixes need is added once', () => {
  const plan = planEdits([
    fix(edit(0, 0, 'import asyncio\n'), edit(5, 6, 'a')),
    fix(edit(0, 0, 'import asyncio\n'), edit(8, 9, 'b')),
  ]);
  expect(plan.fixes).toHaveLength(2);
  expect(plan.edits.get('/p/a.py')).toHaveLength(3);
});

test('two different insertions at one place are made one after the other, in two rounds', () => {
  expect(planEdits([fix(edit(0, 0, 'import a\n')), fix(edit(0, 0, 'import b\n'))]).fixes).toHaveLength(1);
  expect(planEdits([fix(edit(3, 3, '(')), fix(edit(3, 3, '('))]).fixes).toHaveLength(1);
});
