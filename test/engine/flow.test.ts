/** Which bindings of a name can reach a place. Lines count from 1 in each text. */
import { describe, expect, it } from 'vitest';
import { reaching } from './summarised.ts';

const lines = (...text: string[]) => text.join('\n');

describe('in straight code', () => {
  it('the last binding counts', async () => {
    expect(await reaching(lines('x = 1', 'x = 2', 'use(x)'), 'x')).toEqual([2]);
  });

  it('a binding after the use does not count', async () => {
    expect(await reaching(lines('x = 1', 'use(x)', 'x = 2'), 'x')).toEqual([1]);
  });

  it('`del` counts as a binding of its own', async () => {
    expect(await reaching(lines('x = 1', 'del x', 'use(x)'), 'x')).toEqual([2]);
  });

  it('a value is read before its target is bound', async () => {
    expect(await reaching(lines('x = 1', 'x = use(x)'), 'x')).toEqual([1]);
  });
});

describe('behind a condition', () => {
  it('both branches may have bound the name', async () => {
    expect(await reaching(lines('if a:', '    x = 1', 'else:', '    x = 2', 'use(x)'), 'x')).toEqual([2, 4]);
  });

  it('what was bound before reaches through a missing `else`', async () => {
    expect(await reaching(lines('x = 0', 'if a:', '    x = 1', 'elif b:', '    x = 2', 'use(x)'), 'x')).toEqual([
      1, 3, 5,
    ]);
  });

  it('what every branch replaces is gone', async () => {
    expect(await reaching(lines('x = 0', 'if a:', '    x = 1', 'else:', '    x = 2', 'use(x)'), 'x')).toEqual([3, 5]);
  });

  it('a branch that leaves does not count', async () => {
    for (const leave of ['return', 'raise ValueError']) {
      const text = lines('def f(a):', '    x = 0', '    if a:', '        x = 1', `        ${leave}`, '    use(x)');
      expect(await reaching(text, 'x')).toEqual([2]);
    }
  });

  it('nested conditions multiply', async () => {
    const text = lines('x = 0', 'if a:', '    if b:', '        x = 1', '    else:', '        x = 2', 'use(x)');
    expect(await reaching(text, 'x')).toEqual([1, 4, 6]);
  });
});

describe('in a loop', () => {
  it('the end of the body reaches its start', async () => {
    expect(await reaching(lines('x = 0', 'for a in b:', '    use(x)', '    x = 1'), 'x')).toEqual([1, 4]);
    expect(await reaching(lines('x = 0', 'while a:', '    use(x)', '    x = 1'), 'x')).toEqual([1, 4]);
  });

  it('a body that may not run keeps what was before', async () => {
    expect(await reaching(lines('x = 0', 'for a in b:', '    x = 1', 'use(x)'), 'x')).toEqual([1, 3]);
  });

  it('a name bound first thing in the body is not that of the round before', async () => {
    expect(await reaching(lines('x = 0', 'for a in b:', '    x = 1', '    use(x)', '    x = 2'), 'x')).toEqual([3]);
  });

  it('the target is bound in every round', async () => {
    expect(await reaching(lines('x = 0', 'for x in b:', '    use(x)'), 'x')).toEqual([2]);
  });

  it('what was bound before `break` reaches what follows the loop', async () => {
    const text = lines(
      'x = 0',
      'while a:',
      '    x = 1',
      '    if b:',
      '        x = 2',
      '        break',
      '    x = 3',
      'use(x)',
    );
    expect(await reaching(text, 'x')).toEqual(expect.arrayContaining([1, 5, 7]));
  });

  it('`else` sees the loop and may replace what it did', async () => {
    const text = lines('x = 0', 'for a in b:', '    x = 1', 'else:', '    use(x)', '    x = 2');
    expect(await reaching(text, 'x')).toEqual([1, 3]);
  });
});

describe('around exceptions', () => {
  it('a handler may see anything that the body did', async () => {
    const text = lines('x = 0', 'try:', '    x = 1', '    x = 2', 'except E:', '    use(x)');
    expect(await reaching(text, 'x')).toEqual([1, 3, 4]);
  });

  it('what follows sees the end of the body or of a handler', async () => {
    const text = lines('x = 0', 'try:', '    x = 1', 'except E:', '    x = 2', 'use(x)');
    expect(await reaching(text, 'x')).toEqual([3, 5]);
  });

  it('a handler that leaves does not count', async () => {
    const text = lines(
      'def f():',
      '    try:',
      '        x = 1',
      '    except E:',
      '        x = 2',
      '        raise',
      '    use(x)',
    );
    expect(await reaching(text, 'x')).toEqual([3]);
  });

  it('`finally` may see everything', async () => {
    const text = lines('x = 0', 'try:', '    x = 1', 'except E:', '    x = 2', 'finally:', '    use(x)');
    expect(await reaching(text, 'x')).toEqual([1, 3, 5]);
  });

  it('`else` runs after the whole body', async () => {
    const text = lines('x = 0', 'try:', '    x = 1', 'except E:', '    pass', 'else:', '    use(x)');
    expect(await reaching(text, 'x')).toEqual([3]);
  });
});

describe('in `match`', () => {
  it('each case is a branch, and none may apply', async () => {
    const text = lines('x = 0', 'match a:', '    case 1:', '        x = 1', '    case 2:', '        x = 2', 'use(x)');
    expect(await reaching(text, 'x')).toEqual([1, 4, 6]);
  });

  it('a capture binds in its case', async () => {
    expect(await reaching(lines('x = 0', 'match a:', '    case [1, x]:', '        use(x)'), 'x')).toEqual([3]);
  });

  it('class names, dotted names and keywords of patterns bind nothing', async () => {
    for (const pattern of ['x()', 'x.y', 'A(x=1)']) {
      expect(await reaching(lines('x = 0', 'match a:', `    case ${pattern}:`, '        use(x)'), 'x')).toEqual([1]);
    }
  });
});

describe('between scopes', () => {
  it('a name that is local nowhere is for the scopes around to tell', async () => {
    expect(await reaching(lines('x = 1', 'def f():', '    use(x)'), 'x')).toBe('elsewhere');
  });

  it('a local used before it is bound is local all the same', async () => {
    expect(await reaching(lines('x = 1', 'def f():', '    use(x)', '    x = 2'), 'x')).toEqual([4]);
  });

  it('a class body falls back to the scopes around', async () => {
    expect(await reaching(lines('x = 1', 'class A:', '    use(x)', '    x = 2'), 'x')).toBe('elsewhere');
  });

  it('a comprehension sees the flow around it', async () => {
    expect(await reaching(lines('x = 1', 'x = 2', '[use(x) for a in b]'), 'x')).toEqual([2]);
  });

  it('a comprehension target is the comprehension’s own', async () => {
    expect(await reaching(lines('x = 1', '[x for x in b]', 'use(x)'), 'x')).toEqual([1]);
  });

  it('a lambda runs later, so the flow around it does not tell', async () => {
    expect(await reaching(lines('x = 1', 'f = lambda: use(x)', 'x = 2'), 'x')).toBe('elsewhere');
  });

  it('flow does not tell the value of a name that a nested function writes', async () => {
    const text = lines(
      'def f():',
      '    x = 1',
      '    def g():',
      '        nonlocal x',
      '        x = 2',
      '    g()',
      '    use(x)',
    );
    expect(await reaching(text, 'x')).toBe('elsewhere');
  });

  it('flow does not tell the value of a global that a function writes', async () => {
    expect(await reaching(lines('x = 1', 'def f():', '    global x', '    x = 2', 'use(x)'), 'x')).toBe('elsewhere');
  });
});
