/** Processes of subprocess and os rewritten for asyncio: their arguments. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../harness/fix-cases.ts';
import { body, FIX, refused } from '../harness/process-cases.ts';
import { testRefusals } from '../harness/refusals.ts';

/** Arguments of an unused `subprocess.run`, and what becomes of them. */
function args(name: string, before: string, after: string): FixCase {
  return body(
    name,
    `subprocess.run(${before})`,
    `process = await asyncio.create_subprocess_exec(${after})\nawait process.wait()`,
  );
}

describe('the arguments', () => {
  testFixes([
    args('a list in parentheses', '("a", line)', '"a", line'),
    args('a sum of lists', 'cmd + ["x"]', '*(cmd + ["x"])'),
    args('a list with others in it', '["a", *cmd]', '"a", *cmd'),
    args('a program without arguments', '"ls"', '"ls"'),
    args(
      'the folder and the environment',
      'cmd, cwd=folder, env={**os.environ}',
      '*cmd, cwd=folder, env={**os.environ}',
    ),
    args('what is the default anyway', 'args=cmd, shell=False, check=False, timeout=None, stdin=None', '*cmd'),
    args('a session of its own', 'cmd, start_new_session=True', '*cmd, start_new_session=True'),
    args('input from nowhere', 'cmd, stdin=subprocess.DEVNULL', '*cmd, stdin=asyncio.subprocess.DEVNULL'),
    body(
      'bytes to write',
      'subprocess.run(cmd, input=data)',
      'process = await asyncio.create_subprocess_exec(*cmd, stdin=asyncio.subprocess.PIPE)\nawait process.communicate(data)',
    ),
    body(
      'text to write',
      'subprocess.run(cmd, input="a\\n" + line, text=True)',
      py`
        process = await asyncio.create_subprocess_exec(*cmd, stdin=asyncio.subprocess.PIPE)
        await process.communicate(("a\n" + line).encode())
      `,
    ),
    body(
      'a literal to write',
      'subprocess.run(cmd, input="a", encoding="utf-8")',
      'process = await asyncio.create_subprocess_exec(*cmd, stdin=asyncio.subprocess.PIPE)\nawait process.communicate(b"a")',
    ),
    body(
      'a long command gets lines',
      'subprocess.run(["an-executable-with-a-long-name", "--an-option-with-a-long-name", line, "--another-option-with-a-long-name"])',
      py`
        process = await asyncio.create_subprocess_exec(
            "an-executable-with-a-long-name", "--an-option-with-a-long-name", line, "--another-option-with-a-long-name"
        )
        await process.wait()
      `,
      { settings: { lineLength: 120 } },
    ),
    {
      name: 'constants that are imported by name stay',
      before: py`
        from subprocess import PIPE, run


        async def main():
            return run(["a"], stdout=PIPE).stdout
      `,
      after: py`
        import asyncio
        from subprocess import PIPE


        async def main():
            process = await asyncio.create_subprocess_exec("a", stdout=PIPE)
            stdout, _ = await process.communicate()
            return stdout
      `,
      fix: FIX,
    },
    {
      name: 'an underscore that means something is not taken',
      before: py`
        import subprocess
        from gettext import gettext as _


        async def main():
            name = _
            return subprocess.run(["a"], stdout=subprocess.PIPE).stdout
      `,
      after: py`
        import asyncio
        from gettext import gettext as _


        async def main():
            name = _
            process = await asyncio.create_subprocess_exec("a", stdout=asyncio.subprocess.PIPE)
            stdout, _rest = await process.communicate()
            return stdout
      `,
      fix: FIX,
    },
    {
      name: 'Windows line ends and tabs stay',
      before:
        'import asyncio\r\nimport subprocess\r\n\r\nasync def main(x):\r\n\tif x:\r\n\t\tsubprocess.run(["a"], check=True)\r\n',
      after:
        'import asyncio\r\nimport subprocess\r\n\r\nasync def main(x):\r\n\tif x:\r\n\t\tcommand = ["a"]\r\n\t\tprocess = await asyncio.create_subprocess_exec(*command)\r\n\t\tawait process.wait()\r\n\t\tif process.returncode != 0:\r\n\t\t\traise subprocess.CalledProcessError(process.returncode, command)\r\n',
      fix: FIX,
    },
  ]);
  testRefusals([
    refused('whether it is a list is not known', 'subprocess.run(unknown)', 'whether its command is a list'),
    refused('a string that is no program', 'subprocess.run("ls -l")', 'whether its command is a list'),
    refused(
      'whether it is a string is not known',
      'subprocess.run(unknown, shell=True)',
      'whether its command is a string',
    ),
    refused('a list for a shell', 'subprocess.run(cmd, shell=True)', 'whether its command is a string'),
    refused('whether it is for a shell is not known', 'subprocess.run(cmd, shell=unknown)', 'whether `shell`'),
    refused('whether it checks is not known', 'subprocess.run(cmd, check=unknown)', 'whether `check`'),
    refused('spread arguments', 'subprocess.run(*unknown)', '`*` and `**`'),
    refused('spread keyword arguments', 'subprocess.run(cmd, **unknown)', '`*` and `**`'),
    refused('a function before exec', 'subprocess.run(cmd, preexec_fn=os.setsid)', 'no counterpart of `preexec_fn`'),
    refused('a buffer size', 'subprocess.run(cmd, bufsize=1)', 'no counterpart of `bufsize`'),
    refused('where output goes is not known', 'subprocess.run(cmd, stdout=unknown)', 'where `stdout` goes'),
    refused('a number of a file that may mean a pipe', 'subprocess.run(cmd, stdout=-1)', 'where `stdout` goes'),
    refused(
      'an encoding that is no codec',
      'subprocess.run(cmd, encoding="locale")',
      'how its output is decoded is not known',
    ),
    refused('how output is decoded is not known', 'subprocess.run(cmd, encoding=line)', 'how its output is decoded'),
    refused('input that may be None', 'subprocess.run(cmd, input=unknown)', 'whether `input` is bytes'),
    refused(
      'input in text mode that may be None',
      'subprocess.run(cmd, input=unknown, text=True)',
      'whether `input` is a string',
    ),
    refused('a time that would be worked out twice', 'subprocess.run(cmd, timeout=folder())', 'worked out twice'),
    refused('a comment in the call', 'subprocess.run(\n    cmd,  # why\n)', 'a comment'),
    refused(
      'a handler that reads what was put out in time',
      'try:\n    subprocess.run(cmd, timeout=1, capture_output=True)\nexcept subprocess.TimeoutExpired as e:\n    print(e.stdout)',
      'when its time was up',
    ),
    refused(
      'a shell that leaves its pipes open when it is killed',
      'subprocess.run("ls", shell=True, timeout=1, capture_output=True)',
      'killing a shell',
      12,
    ),
    refused('a lock of threads', 'import threading\nwith threading.Lock():\n    subprocess.run(cmd)', 'a lock is held'),
    refused('while cleaning up', 'try:\n    pass\nfinally:\n    subprocess.run(cmd)', '`finally`'),
    {
      name: 'a partial of the function is left alone',
      text: 'import functools\nimport subprocess\n\nrun = functools.partial(subprocess.run, check=True)\n\n\nasync def main():\n    run(["a"])\n',
      kind: 'asyncio-subprocess',
      reason: null,
    },
  ]);
});
