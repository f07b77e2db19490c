/** Imports that only all fixes together made unused. */
import { expect, it } from 'vitest';
import { removeLeftOver } from '../../server/src/engine/fixes/text/unused-imports.ts';
import { summarise } from '../../server/src/engine/summary/summarise.ts';
import { applyEdits } from '../../server/src/workspace/edits.ts';
import { assets } from '../harness/engine.ts';

/** `after` without the imports that `before` still used. */
async function tidied(before: string, after: string): Promise<string> {
  const { parser } = await assets();
  const read = (text: string) => {
    const table = parser.parseOnce(text);
    const summary = summarise(table);
    return { path: '/project/main.py', lineStarts: summary.lineStarts, table, summary };
  };
  return applyEdits(after, removeLeftOver(read(before), read(after)));
}

it('an import that every use of is gone goes too', async () => {
  const before = 'import os\nimport time\n\ntime.sleep(1)\ntime.sleep(2)\n';
  expect(await tidied(before, 'import os\nimport time\n\n')).toBe('import os\n\n');
});

it('an import that was unused before stays: somebody else may want it', async () => {
  expect(await tidied('import time\n', 'import time\n')).toBe('import time\n');
});

it('an import that is still used stays', async () => {
  expect(await tidied('import time\ntime.a\ntime.b\n', 'import time\ntime.b\n')).toBe('import time\ntime.b\n');
});
