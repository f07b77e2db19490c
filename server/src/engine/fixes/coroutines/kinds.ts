/** The fixes that make coroutines of functions. */
import { EVERY_BLOCKING_RULE, type FixKind, WITHHELD_FROM_AWAITS } from '../kind.ts';
import { makeAsync } from './make-async.ts';

export const COROUTINE_FIXES: readonly FixKind[] = [
  {
    id: 'make-async',
    rules: EVERY_BLOCKING_RULE,
    fixers: [],
    textFixers: [makeAsync],
    isCostly: true,
    title: 'Make `pause` async',
    safety: 'unsafe',
    explanation: `A helper that only coroutines call becomes a coroutine itself: what blocks in it is mended there, and every caller
awaits it, in all files of the program. Other tasks may then run while the helper waits.`,
    before: `import time


def pause(seconds):
    print("pausing")
    time.sleep(seconds)


async def main():
    pause(1)
    pause(2)
`,
    after: `import asyncio


async def pause(seconds):
    print("pausing")
    await asyncio.sleep(seconds)


async def main():
    await pause(1)
    await pause(2)
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'a helper that functions call which are not `async`, that is handed on (`map(load, names)`), or of which not every use is certain',
      'methods that other classes override or inherit, generators, decorated and nested functions, special methods',
      'a helper in which something blocks that has no fix of its own',
    ],
  },
];
