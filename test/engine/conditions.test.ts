/** Whether a call meets the conditions that knowledge states. */
import { describe, expect, it } from 'vitest';
import { Analyzer } from '../../server/src/engine/analyzer.ts';
import type { BlockingRow, Condition } from '../../server/src/engine/knowledge/rows.ts';
import { assets, settingsForTests } from '../harness/engine.ts';

type Conditions = Pick<BlockingRow, 'unless' | 'onlyIf'>;

/** Whether `lib.call(...)`, of which knowledge says `conditions`, is reported with these `arguments`. */
async function blocks(conditions: Conditions, args: string, before = 'pass'): Promise<boolean> {
  const row: BlockingRow = {
    name: 'lib.call',
    effect: 'waits',
    kind: 'http',
    weight: 'high',
    alternatives: [],
    source: '',
    ...conditions,
  };
  const types = [
    { name: 'lib.Special', bases: ['lib.File'], source: '' },
    { name: 'lib.File', source: '' },
    { name: 'lib.Other', source: '' },
  ];
  const { parser } = await assets();
  const analyzer = new Analyzer({
    parser,
    libraries: [{ library: 'lib', blocking: [row], types }],
    settings: settingsForTests(),
  });
  analyzer.setFiles(['/project/a.py']);
  analyzer.setText(
    '/project/a.py',
    `import lib\n\nasync def f(given, flag: bool, number: int):\n    ${before}\n    lib.call(${args})\n`,
  );
  return analyzer.check(['/project/a.py']).findings.length > 0;
}

const unless = (condition: Condition): Conditions => ({ unless: [condition] });
const onlyIf = (condition: Condition): Conditions => ({ onlyIf: [condition] });

describe('`unless` an argument is a literal', () => {
  const block = unless({ position: 1, keyword: 'block', is: false });

  it('silences that literal, by position, keyword and name', async () => {
    expect(await blocks(block, '1, False')).toBe(false);
    expect(await blocks(block, 'block=False')).toBe(false);
    expect(await blocks(block, 'block=value', 'value = False')).toBe(false);
    expect(await blocks(block, '1, True')).toBe(true);
    expect(await blocks(block, '1, None')).toBe(true);
    expect(await blocks(block, '')).toBe(true);
    expect(await blocks(block, 'other=False')).toBe(true);
  });

  it('is silent where the argument may be that literal', async () => {
    expect(await blocks(block, '1, given')).toBe(false);
    expect(await blocks(block, '1, flag')).toBe(false);
    expect(await blocks(block, '1, True if given else False')).toBe(false);
    expect(await blocks(block, '*given')).toBe(false);
    expect(await blocks(block, '**given')).toBe(false);
  });

  it('takes one number or text out of all for unlikely', async () => {
    const timeout = unless({ position: 0, keyword: 'timeout', is: 0 });
    expect(await blocks(timeout, '0')).toBe(false);
    expect(await blocks(timeout, '0.0')).toBe(false);
    expect(await blocks(timeout, '-1')).toBe(true);
    expect(await blocks(timeout, 'given')).toBe(true);
    expect(await blocks(timeout, 'number')).toBe(true);
    expect(await blocks(timeout, '0 if given else 1')).toBe(false);
    const memory = unless({ position: 0, is: ':memory:' });
    expect(await blocks(memory, '":memory:"')).toBe(false);
    expect(await blocks(memory, 'given')).toBe(true);
  });
});

describe('`onlyIf` an argument is something', () => {
  it('reports what certainly is', async () => {
    const waits = onlyIf({ position: 0, is: true });
    expect(await blocks(waits, 'True')).toBe(true);
    expect(await blocks(waits, 'False')).toBe(false);
    expect(await blocks(waits, 'given')).toBe(false);
    expect(await blocks(waits, '')).toBe(false);
    expect(await blocks(waits, '*given')).toBe(false);
  });

  it('compares names of the library', async () => {
    const mode = onlyIf({ position: 0, is: 'lib.WAIT' });
    expect(await blocks(mode, 'lib.WAIT')).toBe(true);
    expect(await blocks(mode, 'lib.NO_WAIT')).toBe(false);
  });

  it('compares types, by their bases too', async () => {
    const file = onlyIf({ position: 0, type: ['lib.File', 'builtins.str'] });
    expect(await blocks(file, 'lib.File()')).toBe(true);
    expect(await blocks(file, 'lib.Special()')).toBe(true);
    expect(await blocks(file, '"a"')).toBe(true);
    expect(await blocks(file, 'f"{given}"')).toBe(true);
    expect(await blocks(file, 'lib.Other()')).toBe(false);
    expect(await blocks(file, 'given')).toBe(false);
    expect(await blocks(file, 'None')).toBe(false);
  });

  it('asks whether it is there at all', async () => {
    expect(await blocks(onlyIf({ keyword: 'timeout', given: false }), '')).toBe(true);
    expect(await blocks(onlyIf({ keyword: 'timeout', given: false }), 'timeout=1')).toBe(false);
    expect(await blocks(onlyIf({ keyword: 'timeout', given: true }), 'timeout=given')).toBe(true);
  });
});
