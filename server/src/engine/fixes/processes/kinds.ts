/** The fixes that run processes with the asynchronous library at hand. */
import { type FixKind, WITHHELD_FROM_AWAITS } from '../kind.ts';
import { asyncioProcess } from './asyncio-process.ts';
import { asyncioPopen } from './popen.ts';
import { runProcess } from './run-process.ts';

/** What neither library's processes can keep. */
const WITHHELD: readonly string[] = [
  ...WITHHELD_FROM_AWAITS,
  'a command of which it is not known whether it is a list, or with `shell=True`, a string; other arguments that are not plain',
  '`*args` and `**kwargs`; what has no counterpart: `preexec_fn`, `bufsize`, `user`, …',
  'the status of `os.system`, where more is asked of it than whether it is zero',
  'an `except` around a `timeout` that reads what had been put out until then',
  'a comment inside of the call',
];

export const PROCESS_FIXES: readonly FixKind[] = [
  {
    id: 'asyncio-subprocess',
    fixers: [asyncioProcess, asyncioPopen],
    rules: ['blocking-subprocess'],
    title: 'Use asyncio.create_subprocess_exec',
    safety: 'unsafe',
    explanation: `\`subprocess.run\`, \`call\`, \`check_call\`, \`check_output\`, \`getoutput\`, \`getstatusoutput\`, \`os.system\` and
\`os.popen(…).read()\` become a process of asyncio, and so does a \`subprocess.Popen\` whose name is only used to wait for it. With
\`shell=True\` it is \`asyncio.create_subprocess_shell\`. \`check\` and \`timeout\` raise what they raised.

Differences that remain: when the task is cancelled the process goes on; text is decoded as UTF-8, whatever the locale, and its line
ends stay as they are; on Windows asyncio needs its default event loop.`,
    before: `import subprocess


async def changed_files(folder):
    result = subprocess.run(["git", "diff", "--name-only"], cwd=folder, stdout=subprocess.PIPE, text=True)
    if result.returncode != 0:
        return []
    return result.stdout.splitlines()
`,
    after: `import asyncio


async def changed_files(folder):
    process = await asyncio.create_subprocess_exec(
        "git", "diff", "--name-only", stdout=asyncio.subprocess.PIPE, cwd=folder
    )
    stdout, _ = await process.communicate()
    if process.returncode != 0:
        return []
    return stdout.decode().splitlines()
`,
    withheld: [
      ...WITHHELD,
      'a result that is returned, stored or handed on as a whole, or read where it may be another',
      'a call that is not the first thing its statement does, or that need not happen: `x and subprocess.call(…)`, comprehensions',
      'a `Popen` that nothing waits for, that is polled or entered by a `with`, whose pipes are read by hand, or that is killed otherwise than when its time is up',
      'a shell with a `timeout` and captured output, for targets below Python 3.13: killing the shell would not end the wait',
    ],
  },
  {
    id: 'run-process',
    fixers: [runProcess],
    rules: ['blocking-subprocess'],
    title: 'Use anyio.run_process',
    safety: 'unsafe',
    explanation: `In modules of anyio and trio, \`subprocess.run\` and its like become their \`run_process\`, which gives a
\`subprocess.CompletedProcess\`, too. A \`timeout\` becomes their \`fail_after\`, and raises what it raised.

Differences that remain: when the task is cancelled the process is killed; text is decoded as UTF-8, whatever the locale, and its line
ends stay as they are; older versions of anyio give the process an empty standard input.`,
    before: `import subprocess

import anyio


async def convert(path):
    subprocess.run(["ffmpeg", "-i", path, "out.mp4"], check=True)
    await anyio.sleep(0)
`,
    after: `import anyio


async def convert(path):
    await anyio.run_process(["ffmpeg", "-i", path, "out.mp4"], stdout=None, stderr=None)
    await anyio.sleep(0)
`,
    withheld: [...WITHHELD, '`Popen`', 'output in text mode that is handed on as a whole'],
  },
];
