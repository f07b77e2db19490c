/** A loop that is started under a running one. */
import { describe } from 'vitest';
import { testFixes } from '../harness/fix-cases.ts';

const HEAD = 'import asyncio\n\n\nasync def load(a):\n    return a\n\n\n';
const body = (name: string, before: string, after: string) => ({
  name,
  before: `${HEAD}async def main(a):\n    ${before}\n    await asyncio.sleep(0)\n`,
  after: `${HEAD}async def main(a):\n    ${after}\n    await asyncio.sleep(0)\n`,
  safety: 'safe' as const,
});
const refused = (name: string, line: string, withheld: string) => ({
  name,
  before: body('', line, '').before,
  withheld,
});

describe('the coroutine is awaited instead', () => {
  testFixes([
    body('asyncio.run', 'x = asyncio.run(load(1))', 'x = await load(1)'),
    body('an attribute of its result', 'x = asyncio.run(load(a)).y', 'x = (await load(a)).y'),
    body(
      'run_until_complete',
      'loop = asyncio.get_event_loop()\n    loop.run_until_complete(load(a))',
      'loop = asyncio.get_event_loop()\n    await load(a)',
    ),
    body(
      'the loop that is asked for there',
      'x = asyncio.get_event_loop().run_until_complete(load(1))',
      'x = await load(1)',
    ),
    body(
      'what gather gives',
      'asyncio.run(asyncio.gather(load(1), load(2)))',
      'await asyncio.gather(load(1), load(2))',
    ),
    body('a coroutine of asyncio', 'asyncio.run(asyncio.wait_for(load(1), 2))', 'await asyncio.wait_for(load(1), 2)'),
    body('a coroutine by its name', 'job = load(1)\n    asyncio.run(job)', 'job = load(1)\n    await job'),
    body('a runner that is not entered', 'asyncio.Runner().run(load(1))', 'await load(1)'),
    {
      name: 'the import goes if nothing else needs it',
      before: 'import asyncio\n\n\nasync def load():\n    pass\n\n\nasync def main():\n    asyncio.run(load())\n',
      after: '\n\nasync def load():\n    pass\n\n\nasync def main():\n    await load()\n',
    },
  ]);
  testFixes([
    refused('not what is no coroutine for certain', 'asyncio.run(a)', 'not plainly a coroutine'),
    refused('not with further arguments', 'asyncio.run(load(a), debug=True)', 'not plainly a coroutine'),
    refused('not one of two', 'asyncio.run(load(1) if a else load(2))', 'not plainly a coroutine'),
    refused(
      'not in a runner',
      'with asyncio.Runner() as runner:\n        runner.run(load(1))',
      'Leaving the `with` block',
    ),
    refused('not over a comment', 'asyncio.run(  # now\n        load(a)\n    )', 'comment'),
    {
      name: 'not where a helper starts it',
      before: `${HEAD}def work():\n    asyncio.run(load(1))\n\n\nasync def main():\n    work()\n`,
      withheld: 'not plainly a coroutine',
    },
  ]);
});
