/** Calls that get too long for their line when they move to a thread: laid out as ruff and black do. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../harness/fix-cases.ts';

const HELPER = 'import asyncio\nimport time\n\n\ndef load(*args, **more):\n    time.sleep(1)\n\n\n';

/** `before` and `after` are the body of a coroutine. */
function body(name: string, before: string, after: string): FixCase {
  const main = (text: string) => {
    return `${HELPER}async def main(self, f, g, name, other, path, value):\n${text.replace(/^(?=.)/gm, '    ')}`;
  };
  return { name, before: main(before), after: main(after), fix: 'Run `load` in a thread', at: 'load(' };
}

describe('a call that gets too long for its line', () => {
  testFixes([
    body(
      'has its arguments below it',
      'value = load(path, name, "a text of some length", "and another of some length")\n',
      py`
        value = await asyncio.to_thread(
            load, path, name, "a text of some length", "and another of some length"
        )
      `,
    ),
    body(
      'or one below the other',
      'load(path, name, "a text of some length, a text of some", "and another of them all")\n',
      py`
        await asyncio.to_thread(
            load,
            path,
            name,
            "a text of some length, a text of some",
            "and another of them all",
        )
      `,
    ),
    body(
      'takes the place of one whose arguments were below it already',
      py`
        value = load(
            path, name, "a text of some length", "and another of some length", name
        )
      `,
      py`
        value = await asyncio.to_thread(
            load, path, name, "a text of some length", "and another of some length", name
        )
      `,
    ),
    body(
      'or does so with one below the other',
      py`
        value = load(
            path, name, "a text of some length", "and another of some length too", other
        )
      `,
      py`
        value = await asyncio.to_thread(
            load,
            path,
            name,
            "a text of some length",
            "and another of some length too",
            other,
        )
      `,
    ),
    body(
      'or fits on one line',
      py`
        value = load(
            path, name
        )
      `,
      'value = await asyncio.to_thread(load, path, name)\n',
    ),
    body(
      'is the argument of another: that is broken',
      'self.append(f.name, load(path, name, "a text of some"), *other)\n',
      py`
        self.append(
            f.name, await asyncio.to_thread(load, path, name, "a text of some"), *other
        )
      `,
    ),
    body(
      'is the only one',
      'self.append(load(path, name, "a text of some length", "and another of some length"))\n',
      py`
        self.append(
            await asyncio.to_thread(
                load, path, name, "a text of some length", "and another of some length"
            )
        )
      `,
    ),
    body(
      'is one of several below it',
      py`
        self.append(
            f.name, value=load(path, name, "a text of some length"), other=other
        )
      `,
      py`
        self.append(
            f.name,
            value=await asyncio.to_thread(load, path, name, "a text of some length"),
            other=other,
        )
      `,
    ),
    body(
      'is an item of a dictionary',
      'value = {"the name": name, "the first": load(path, name), **other}\n',
      py`
        value = {
            "the name": name,
            "the first": await asyncio.to_thread(load, path, name),
            **other,
        }
      `,
    ),
    body(
      'is under a condition',
      'value = load(path, name, "a text of some length") if self.value else None\n',
      py`
        value = (
            await asyncio.to_thread(load, path, name, "a text of some length")
            if self.value
            else None
        )
      `,
    ),
    body(
      'is under a condition, below a parenthesis',
      py`
        return (
            None if self.value.other.value else load(path, "a text of some length")
        )
      `,
      py`
        return (
            None
            if self.value.other.value
            else await asyncio.to_thread(load, path, "a text of some length")
        )
      `,
    ),
    body(
      'shares its line with a comment',
      'self.append(f.name, load(path, name, "a text of some length"), *other, 1)  # note\n',
      py`
        self.append(
            f.name,
            await asyncio.to_thread(load, path, name, "a text of some length"),
            *other,
            1,
        )  # note
      `,
    ),
    body(
      'though one line of many is longer',
      `value = 1  # ${'a long comment '.repeat(7)}\n${'value += 1\n'.repeat(120)}value = load(path, name, "a text of some length", other=other)\n`,
      `value = 1  # ${'a long comment '.repeat(7)}\n${'value += 1\n'.repeat(120)}value = await asyncio.to_thread(\n    load, path, name, "a text of some length", other=other\n)\n`,
    ),
  ]);
});

describe('a call that gets too long for its line is broken as formatters break it', () => {
  const main = (line: string) => `${HELPER}async def main(a, b):\n    ${line}\n`;
  const fit = (name: string, lineLength: number | null, line: string, after: string): FixCase => {
    const fix = 'Run `load` in a thread';
    return { name, before: main(line), after: main(after), fix, settings: { lineLength } };
  };
  testFixes([
    fit('not where it fits', 50, 'x = load(a, first=b)', 'x = await asyncio.to_thread(load, a, first=b)'),
    fit(
      'its arguments go on one line',
      40,
      'x = load(a, first=b)  # the comment does not count',
      'x = await asyncio.to_thread(\n        load, a, first=b\n    )  # the comment does not count',
    ),
    fit(
      'or on one line each',
      23,
      'x = load(a, first=b)["a"]',
      'x = (await asyncio.to_thread(\n        load,\n        a,\n        first=b,\n    ))["a"]',
    ),
    fit(
      'without a length in the project, at 88 columns',
      null,
      `x = load(${Array.from({ length: 7 }, () => '"abcdefghi"').join(', ')})`,
      `x = await asyncio.to_thread(\n        load, ${Array.from({ length: 6 }, () => '"abcdefghi"').join(', ')}, "abcdefghi"\n    )`,
    ),
    fit(
      'unless the file has longer lines',
      null,
      `x = load(${Array.from({ length: 6 }, () => '"abcdefghi"').join(', ')})  # ${'long '.repeat(9)}`,
      `x = await asyncio.to_thread(load, ${Array.from({ length: 6 }, () => '"abcdefghi"').join(', ')})  # ${'long '.repeat(9)}`,
    ),
    fit('never in a text', 20, 'x = f"{load(a)}"', 'x = f"{await asyncio.to_thread(load, a)}"'),
  ]);
});
