/** One project, written for each Python: what is found, what is advised, and what fixes make of it must be right for that Python. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EngineSettings } from '../../server/src/engine/settings.ts';
import { fixturesIn } from '../harness/fixture.ts';
import { fixed, repairsIn } from '../harness/repairs.ts';

const TARGETS = ['3.8', '3.11', '3.13', '3.14', '3.14t'] as const;
type Target = (typeof TARGETS)[number];

/** What is said of a file: `rule: advice`, and of each fix `title -> the line that it leaves, or the first that it adds`. */
type Answer = readonly string[];

interface Row {
  readonly what: string;
  readonly python: string;
  /** Of targets that are not named, the answer of the one before. */
  readonly answers: { readonly '3.8': Answer } & { readonly [target in Target]?: Answer };
}

/** A line for each thing that depends on the version: add yours. */
const MATRIX: readonly Row[] = [
  {
    what: 'CPU work in a pool of threads',
    python: `from concurrent.futures import ThreadPoolExecutor


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def main():
    with ThreadPoolExecutor() as pool:
        return list(pool.map(crunch, [10_000_000] * 4))
`,
    answers: {
      '3.8': [
        'cpu-bound-in-thread-pool: Use concurrent.futures.ProcessPoolExecutor.',
        'Use ProcessPoolExecutor -> with ProcessPoolExecutor() as pool:',
      ],
      '3.14': [
        'cpu-bound-in-thread-pool: Use concurrent.futures.InterpreterPoolExecutor, or ProcessPoolExecutor.',
        'Use InterpreterPoolExecutor (Python 3.14) -> with InterpreterPoolExecutor() as pool:',
        'Use ProcessPoolExecutor -> with ProcessPoolExecutor() as pool:',
      ],
      '3.14t': [],
    },
  },
  {
    what: 'a call that blocks the loop',
    python: `import shutil


async def clean(folder):
    shutil.rmtree(folder)
`,
    answers: {
      '3.8': [
        'blocking-file-io: Move it to a thread: `await asyncio.get_running_loop().run_in_executor(None, shutil.rmtree, …)`.',
        'Run `shutil.rmtree` in a thread (run_in_executor) -> await asyncio.get_running_loop().run_in_executor(None, shutil.rmtree, folder)',
      ],
      '3.11': [
        'blocking-file-io: Move it to a thread: `await asyncio.to_thread(shutil.rmtree, …)`.',
        'Run `shutil.rmtree` in a thread (asyncio.to_thread) -> await asyncio.to_thread(shutil.rmtree, folder)',
      ],
    },
  },
  {
    what: 'a process that may run out of time',
    python: `import subprocess


async def build():
    try:
        subprocess.run(["make"], check=True, timeout=60)
    except subprocess.TimeoutExpired:
        return False
    return True
`,
    answers: {
      '3.8': [
        'blocking-subprocess: Use asyncio.create_subprocess_exec or asyncio.create_subprocess_shell, or move it to a thread: `await asyncio.get_running_loop().run_in_executor(None, subprocess.run, …)`.',
        'Use asyncio.create_subprocess_exec -> command = ["make"]',
        'Run `subprocess.run` in a thread (run_in_executor) -> await asyncio.get_running_loop().run_in_executor(',
      ],
      '3.11': [
        'blocking-subprocess: Use asyncio.create_subprocess_exec or asyncio.create_subprocess_shell, or move it to a thread: `await asyncio.to_thread(subprocess.run, …)`.',
        'Use asyncio.create_subprocess_exec -> command = ["make"]',
        'Run `subprocess.run` in a thread (asyncio.to_thread) -> await asyncio.to_thread(subprocess.run, ["make"], check=True, timeout=60)',
      ],
    },
  },
  {
    what: 'a barrier, which asyncio has from 3.11 on',
    python: `import threading

barrier = threading.Barrier(2)


async def meet():
    barrier.wait()
`,
    answers: {
      '3.8': [
        'blocking-wait: Move it to a thread: `await asyncio.get_running_loop().run_in_executor(None, barrier.wait, …)`.',
        'Run `barrier.wait` in a thread (run_in_executor) -> await asyncio.get_running_loop().run_in_executor(None, barrier.wait)',
      ],
      '3.11': [
        'blocking-wait: Use asyncio.Barrier.wait, or move it to a thread: `await asyncio.to_thread(barrier.wait, …)`.',
        'Run `barrier.wait` in a thread (asyncio.to_thread) -> await asyncio.to_thread(barrier.wait)',
      ],
    },
  },
];

describe.each(MATRIX)('$what', ({ python, answers }) => {
  let expected: Answer = [];
  for (const target of TARGETS) {
    expected = answers[target] ?? expected;
    const wanted = expected;
    test(`for ${target}`, async () => expect(await answerFor(python, target)).toEqual(wanted));
  }
});

/** Names in the standard library, and the Python that brought them (docs: "Added in version"). */
const NEWER: readonly (readonly [RegExp, number])[] = [
  [/\basyncio\.to_thread\b/, 9],
  [/\b(?:aiter|anext)\(/, 10],
  [/\bTaskGroup\b|\basyncio\.(?:timeout|Runner|Barrier)\b/, 11],
  [/\bitertools\.batched\b/, 12],
  [/\bQueueShutDown\b/, 13],
  [/\bInterpreterPoolExecutor\b/, 14],
];

describe('what people read and what fixes write is there in the Python that they write for', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: folder } of folders) {
    test.each(['3.8', '3.13'] as const)(`${folder}, for %s`, async (target) => {
      const { minor } = settingsFor(target).target ?? { minor: 0 };
      const tooNew = NEWER.filter(([, since]) => since > minor);
      for (const { project } of fixturesIn(`${import.meta.dirname}/${folder}`)) {
        const own = Object.values(project).join('\n');
        const { repairs } = await repairsIn(project, settingsFor(target));
        const told = repairs.flatMap(({ finding, repair: { fixes, withheld } }) => [
          finding.advice,
          withheld ?? '',
          ...fixes.flatMap(({ title, edits }) => [title, ...edits.map(({ newText }) => newText)]),
        ]);
        for (const [name] of tooNew.filter(([each]) => !each.test(own))) {
          expect(told.filter((text) => name.test(text))).toEqual([]);
        }
      }
    });
  }
});

async function answerFor(python: string, target: Target): Promise<Answer> {
  const { repairs } = await repairsIn({ 'a.py': python }, settingsFor(target));
  return repairs.flatMap(({ finding, repair }) => [
    `${finding.rule}: ${finding.advice}`,
    ...repair.fixes.map((fix) => `${fix.title} -> ${firstNewLine(python, fixed(python, fix))}`),
  ]);
}

function settingsFor(target: Target): Partial<EngineSettings> {
  return { target: { minor: Number.parseInt(target.slice(2), 10) }, isFreeThreaded: target.endsWith('t') };
}

/** The first line of `after` but an import that is not in `before`. */
function firstNewLine(before: string, after: string): string {
  const old = new Set(before.split('\n'));
  const added = after.split('\n').filter((line) => !old.has(line));
  return (added.find((line) => !/^(?:import|from) /.test(line)) ?? added[0] ?? '').trim();
}
