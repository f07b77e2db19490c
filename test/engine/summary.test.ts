/** What the summary of one file says. */

import { describe, expect, it } from 'vitest';
import type { HotLoop, ModuleSummary } from '../../server/src/engine/summary/model.ts';
import { bindingsOf } from '../../server/src/engine/summary/packed-bindings.ts';
import { expressionAt, expressionsOf } from '../../server/src/engine/summary/packed-expressions.ts';
import { scopeAt } from '../../server/src/engine/summary/packed-scopes.ts';
import { scopeIn, summaryOf } from './summarised.ts';

/** The calls in the body of the scope called `name`, by the text of what they call. */
function callsIn(summary: ModuleSummary, name: string, text: string): string[] {
  return scopeIn(summary, name).events.flatMap((event) => {
    const call = event.kind === 'call' ? expressionAt(summary.expressions, event.call) : undefined;
    const callee = call?.kind === 'call' ? expressionAt(summary.expressions, call.callee) : undefined;
    return callee === undefined ? [] : [text.slice(callee.start, callee.end)];
  });
}

describe('events', () => {
  it('come in the order in which Python runs them', async () => {
    const text = 'def f():\n    a(b(), c=d())\n    e().g()\n    h() if i() else j()';
    expect(callsIn(await summaryOf(text), 'f', text)).toEqual(['b', 'd', 'a', 'e', 'e().g', 'i', 'h', 'j']);
  });

  it('of list comprehensions and class bodies belong to the scope around, those of generators and functions do not', async () => {
    const text =
      'def f():\n    [a() for x in b()]\n    (c() for x in d())\n    lambda: e()\n    class K:\n        g()\n        def m(self): h()';
    expect(callsIn(await summaryOf(text), 'f', text)).toEqual(['b', 'a', 'd', 'g']);
  });

  it('of defaults and decorators belong to the scope around; annotations have none', async () => {
    const text = 'def f():\n    @a()\n    def g(x: b() = c()) -> d(): pass\n    y: e() = h()';
    expect(callsIn(await summaryOf(text), 'f', text)).toEqual(['a', 'c', 'h']);
  });

  it('say whether the call is awaited, through brackets too', async () => {
    const summary = await summaryOf('async def f():\n    await a()\n    await (b())\n    await c().d()\n    e()');
    const awaited = [...expressionsOf(summary.expressions)].flatMap((expression) =>
      expression.kind === 'call' ? [expression.isAwaited] : [],
    );
    expect(awaited).toEqual([true, true, false, true, false]);
  });

  it('say where they stand', async () => {
    const text =
      'def f():\n    for x in y:\n        while z:\n            a()\n    try: pass\n    finally: b()\n    [c() for x in y]\n    if d: e()\n    g()';
    const { events } = scopeIn(await summaryOf(text), 'f');
    const places = events.flatMap((event) => (event.kind === 'call' ? [event.place] : []));
    expect(places.map(({ loopDepth }) => loopDepth)).toEqual([2, 0, 1, 0, 0]);
    expect(places.map(({ isInCleanup }) => isInCleanup)).toEqual([false, true, false, false, false]);
    expect(places.map(({ isInComprehension }) => isInComprehension)).toEqual([false, false, true, false, false]);
    expect(places.map(({ isConditional }) => isConditional).slice(-2)).toEqual([true, false]);
  });

  it('know the main guard', async () => {
    for (const guard of [`__name__ == '__main__'`, `__name__ == "__main__"`]) {
      const summary = await summaryOf(`if ${guard}:\n    a()\nb()`);
      expect(scopeAt(summary.scopes, 0)?.events.map(({ place }) => place.isInMainGuard)).toEqual([true, false]);
    }
  });

  it('of `with` and `for` say whether they are asynchronous', async () => {
    const text =
      'async def f():\n    async with a: pass\n    with b: await c\n    async for x in d: pass\n    for x in e: pass';
    const { events } = scopeIn(await summaryOf(text), 'f');
    expect(events.map((event) => ('isAsync' in event ? [event.kind, event.isAsync] : null))).toEqual([
      ['with', true],
      ['with', false],
      ['iterate', true],
      ['iterate', false],
    ]);
    expect(events.map((event) => event.kind === 'with' && event.bodyAwaits)).toEqual([false, true, false, false]);
  });
});

describe('scopes', () => {
  it('know their parameters', async () => {
    const { parameters } = scopeIn(await summaryOf('def f(a, b: int, /, c=1, *d, e: str = "", **g): pass'), 'f');
    expect(parameters.map(({ name, kind }) => [name, kind])).toEqual([
      ['a', 'positional'],
      ['b', 'positional'],
      ['c', 'positional'],
      ['d', 'star'],
      ['e', 'keyword-only'],
      ['g', 'double-star'],
    ]);
  });

  it('know what is asynchronous and what is a generator', async () => {
    const text =
      'def a(): yield\nasync def b(): pass\nasync def c(): yield 1\ndef d():\n    def inner(): yield\ndef e(): return [(yield)]\ndef f(): return lambda: (yield)';
    const summary = await summaryOf(text);
    const kinds = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [
      scopeIn(summary, name).isAsync,
      scopeIn(summary, name).isGenerator,
    ]);
    expect(kinds).toEqual([
      [false, true],
      [true, false],
      [true, true],
      [false, false],
      [false, true],
      [false, false],
    ]);
  });

  it('know what methods write to `self`, under whatever name', async () => {
    const text =
      'class A:\n    def __init__(this, x):\n        this.a = 1\n        this.b: int = x\n        (this.c, this.d) = x\n        x.e = 1\n    @staticmethod\n    def s(x): x.f = 1';
    expect(scopeIn(await summaryOf(text), 'A').attributes.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('know what they make of star imports, globals and `__all__`', async () => {
    const summary = await summaryOf(
      "from a import *\nfrom .b import *\n__all__ = ['x', 'y']\n__all__ += ['z']\ndef f():\n    global g\n    g = 1",
    );
    expect(scopeAt(summary.scopes, 0)?.starImports).toEqual([
      { name: 'a', level: 0 },
      { name: 'b', level: 1 },
    ]);
    expect(scopeAt(summary.scopes, 0)?.bindingsOf('g')).toHaveLength(1);
    expect(summary.exports).toEqual(['x', 'y', 'z']);
  });
});

describe('imports', () => {
  it('bind what Python binds', async () => {
    const summary = await summaryOf(
      'import a.b\nimport c.d as e\nfrom . import f\nfrom ..g.h import i as j\nfrom k import (l, m)',
    );
    expect([...bindingsOf(summary.bindings)].map(({ name, value }) => [name, value])).toEqual([
      ['a', { kind: 'import', module: { name: 'a', level: 0 } }],
      ['e', { kind: 'import', module: { name: 'c.d', level: 0 } }],
      ['f', { kind: 'from', module: { name: '', level: 1 }, member: 'f' }],
      ['j', { kind: 'from', module: { name: 'g.h', level: 2 }, member: 'i' }],
      ['l', { kind: 'from', module: { name: 'k', level: 0 }, member: 'l' }],
      ['m', { kind: 'from', module: { name: 'k', level: 0 }, member: 'm' }],
    ]);
    expect(summary.loadedModules).toEqual([{ name: 'a.b', level: 0 }]);
  });
});

describe('hot loops', () => {
  const shape = ({ rounds, operations, mayLeave, inner }: HotLoop): readonly unknown[] => [
    rounds.map((each) => (each.kind === 'while' && each.shrinks ? 'shrinks' : each.kind)).join(),
    operations,
    ...(mayLeave ? ['leaves'] : []),
    ...inner.map(shape),
  ];
  const loopsOf = async (body: string) => {
    const { hotLoops } = scopeIn(await summaryOf(`def f(n, xs):\n${body.replaceAll(/^/gm, '    ')}`), 'f');
    return hotLoops.map(shape);
  };

  it('know their rounds, their operations, and the loops in them', async () => {
    expect(await loopsOf('for i in xs:\n    n += i * 2')).toEqual([['each', 2]]);
    expect(await loopsOf('for i in xs:\n    for j in xs:\n        n += i * j')).toEqual([['each', 0, ['each', 2]]]);
    expect(await loopsOf('while n > 1:\n    n //= 2')).toEqual([['shrinks', 2]]);
    expect(await loopsOf('while n < 9:\n    if n == 3:\n        break\n    n += 1')).toEqual([['while', 3, 'leaves']]);
    expect(await loopsOf('[i * j for i in xs for j in xs]')).toEqual([['each,each', 1]]);
    expect(await loopsOf('for i in xs:\n    n += len([j + 1 for j in xs])')).toEqual([['each', 1, ['each', 1]]]);
  });

  it('are kept where a loop around them awaits', async () => {
    expect(await loopsOf('while True:\n    await xs\n    for i in xs:\n        n += i')).toEqual([['each', 1]]);
  });

  it('neither await nor yield, and do something', async () => {
    expect(await loopsOf('for i in xs:\n    pass')).toEqual([]);
    expect(await loopsOf('for i in xs:\n    yield i + 1')).toEqual([]);
    expect(await loopsOf('for i in xs:\n    n += await i')).toEqual([]);
  });
});

describe('suppressions', () => {
  const read = async (comment: string) => {
    const { suppressions } = await summaryOf(`x = 1  ${comment}`);
    return suppressions.map(({ kind, codes }) => [kind, codes]);
  };

  it('are read from comments of their own and of other linters', async () => {
    expect(await read('# offloop: ignore')).toEqual([['offloop', []]]);
    expect(await read('# offloop: ignore[a, b-c] since d')).toEqual([['offloop', ['a', 'b-c']]]);
    expect(await read('#offloop:ignore[a]')).toEqual([['offloop', ['a']]]);
    expect(await read('# noqa')).toEqual([['noqa', []]]);
    expect(await read('# noqa: ASYNC251, E501')).toEqual([['noqa', ['ASYNC251', 'E501']]]);
    expect(await read('# pragma: no cover # noqa: ASYNC251')).toEqual([['noqa', ['ASYNC251']]]);
  });

  it('are not read from other text', async () => {
    expect(await read('# type: ignore')).toEqual([]);
    expect(await read('# we noqa nothing')).toEqual([]);
    expect((await summaryOf(`x = '# offloop: ignore'`)).suppressions).toEqual([]);
  });
});

describe('broken Python', () => {
  it('keeps what can be read and says where it breaks', async () => {
    const text = 'import time\n\nasync def f():\n    time.sleep(1)\n\ndef broken(:\n    pass\n';
    const summary = await summaryOf(text);
    expect(summary.firstError?.start).toBeGreaterThanOrEqual(text.indexOf('def broken'));
    expect(callsIn(summary, 'f', text)).toEqual(['time.sleep']);
  });

  it('may hold nothing, NUL bytes, lone surrogates or ten thousand brackets', async () => {
    for (const text of [
      '',
      '\0',
      '\ud800',
      '\ufeff',
      '('.repeat(10_000),
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    ]) {
      expect((await summaryOf(text)).scopes.length).toBeGreaterThan(0);
    }
  });
});
