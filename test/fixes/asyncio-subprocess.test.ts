/** Processes of subprocess and os rewritten for asyncio: the shapes, the arguments, and what is refused. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../harness/fix-cases.ts';
import { type Refusal, testRefusals } from '../harness/refusals.ts';

const FIX = 'Use asyncio.create_subprocess';

const indented = (lines: string) => lines.trimEnd().replace(/^(?=.)/gm, '    ');

/** The body of a coroutine, before and after. `subprocess` stays in use. */
function body(name: string, before: string, after: string, more: Partial<FixCase> = {}): FixCase {
  const text = (lines: string) => {
    const head = 'import asyncio\nimport os\nimport subprocess\n\n\n';
    const parameters = 'cmd: list[str], line: str, data: bytes, unknown, seconds: float, folder';
    return `${head}async def main(${parameters}):\n${indented(lines)}\n\n\nERRORS = os.error, subprocess.SubprocessError\n`;
  };
  return {
    name,
    before: text(before),
    after: text(after),
    fix: FIX,
    safety: 'unsafe',
    settings: { lineLength: 100 },
    ...more,
  };
}

function refused(name: string, lines: string, reason: string, target?: number): Refusal {
  const { before } = body(name, lines, '');
  return { name, text: before, kind: 'asyncio-subprocess', reason, ...(target === undefined ? {} : { target }) };
}

/** Arguments of an unused `subprocess.run`, and what becomes of them. */
function args(name: string, before: string, after: string): FixCase {
  return body(
    name,
    `subprocess.run(${before})`,
    `process = await asyncio.create_subprocess_exec(${after})\nawait process.wait()`,
  );
}

describe('a process whose result nobody reads', () => {
  testFixes([
    {
      name: 'is waited for, and the import goes',
      before: py`
        import subprocess


        async def main():
            subprocess.run(["a", "b"])  # at once
      `,
      after: py`
        import asyncio


        async def main():
            process = await asyncio.create_subprocess_exec("a", "b")  # at once
            await process.wait()
      `,
      fix: FIX,
      safety: 'unsafe',
    },
    body(
      'raises where it failed',
      'subprocess.run(["a"], check=True)',
      py`
        command = ["a"]
        process = await asyncio.create_subprocess_exec(*command)
        await process.wait()
        if process.returncode != 0:
            raise subprocess.CalledProcessError(process.returncode, command)
      `,
    ),
    body(
      'is checked by check_call',
      'subprocess.check_call(cmd)',
      py`
        process = await asyncio.create_subprocess_exec(*cmd)
        await process.wait()
        if process.returncode != 0:
            raise subprocess.CalledProcessError(process.returncode, cmd)
      `,
    ),
    body(
      'has its output read where that is captured',
      'subprocess.run(cmd, capture_output=True)',
      py`
        process = await asyncio.create_subprocess_exec(
            *cmd, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        await process.communicate()
      `,
    ),
    body(
      'is killed when its time is up',
      'subprocess.run(cmd, timeout=seconds)',
      py`
        process = await asyncio.create_subprocess_exec(*cmd)
        try:
            await asyncio.wait_for(process.wait(), timeout=seconds)
        except TimeoutError:
            process.kill()
            await process.wait()
            raise subprocess.TimeoutExpired(cmd, seconds) from None
      `,
    ),
    body(
      "catches asyncio's own error before Python 3.11",
      'subprocess.run(cmd, timeout=2)',
      py`
        process = await asyncio.create_subprocess_exec(*cmd)
        try:
            await asyncio.wait_for(process.wait(), timeout=2)
        except asyncio.TimeoutError:
            process.kill()
            await process.wait()
            raise subprocess.TimeoutExpired(cmd, 2) from None
      `,
      { target: 10 },
    ),
    body(
      'is of the shell',
      'os.system(f"ls {line}")',
      'process = await asyncio.create_subprocess_shell(f"ls {line}")\nawait process.wait()',
      { fix: 'Use asyncio.create_subprocess_shell' },
    ),
    body(
      'of two in a row, each gets names of its own after the other',
      'process = 1\nsubprocess.run(cmd)\nprint(process)',
      'process = 1\nproc = await asyncio.create_subprocess_exec(*cmd)\nawait proc.wait()\nprint(process)',
    ),
  ]);
});

describe('a result with a name', () => {
  testFixes([
    body(
      'is its parts',
      py`
        result = subprocess.run(cmd, capture_output=True)  # run it

        # look at it
        if result.returncode:
            print(result.stderr)
        for x in result.stdout.splitlines():
            print(x)
      `,
      py`
        process = await asyncio.create_subprocess_exec(
            *cmd, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )  # run it
        stdout, stderr = await process.communicate()

        # look at it
        if process.returncode:
            print(stderr)
        for x in stdout.splitlines():
            print(x)
      `,
    ),
    body(
      'is text where it is read',
      py`
        result = subprocess.run(cmd, stdout=subprocess.PIPE, text=True)
        print(result.stdout.strip())
      `,
      py`
        process = await asyncio.create_subprocess_exec(*cmd, stdout=asyncio.subprocess.PIPE)
        stdout, _ = await process.communicate()
        print(stdout.decode().strip())
      `,
    ),
    body(
      'is decoded once where it is read twice',
      py`
        result = subprocess.run(cmd, stdout=subprocess.PIPE, encoding="latin-1", errors="replace")
        if result.stdout:
            print(result.stdout)
      `,
      py`
        process = await asyncio.create_subprocess_exec(*cmd, stdout=asyncio.subprocess.PIPE)
        stdout, _ = await process.communicate()
        output = stdout.decode("latin-1", errors="replace")
        if output:
            print(output)
      `,
    ),
    body(
      'is decoded before an f-string',
      py`
        result = subprocess.run(cmd, stderr=subprocess.PIPE, encoding="latin-1")
        print(f"{result.stderr}")
      `,
      py`
        process = await asyncio.create_subprocess_exec(*cmd, stderr=asyncio.subprocess.PIPE)
        _, stderr = await process.communicate()
        errors = stderr.decode("latin-1")
        print(f"{errors}")
      `,
    ),
    body(
      'is told by the error as it is read',
      py`
        result = subprocess.run(cmd, capture_output=True, text=True, check=True)
        return result.stdout
      `,
      py`
        process = await asyncio.create_subprocess_exec(
            *cmd, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        stdout, stderr = await process.communicate()
        output = stdout.decode()
        if process.returncode != 0:
            raise subprocess.CalledProcessError(process.returncode, cmd, output, stderr.decode())
        return output
      `,
    ),
    body(
      'made in a try and read behind it',
      py`
        try:
            result = subprocess.run(cmd, stdout=subprocess.PIPE, check=True)
        except (FileNotFoundError, subprocess.CalledProcessError):
            return None
        return result.stdout
      `,
      py`
        try:
            process = await asyncio.create_subprocess_exec(*cmd, stdout=asyncio.subprocess.PIPE)
            stdout, _ = await process.communicate()
            if process.returncode != 0:
                raise subprocess.CalledProcessError(process.returncode, cmd, stdout)
        except (FileNotFoundError, subprocess.CalledProcessError):
            return None
        return stdout
      `,
    ),
  ]);
  testRefusals([
    refused('handed on', 'result = subprocess.run(cmd)\nprint(result)', 'the result is used as a whole'),
    refused('returned', 'return subprocess.run(cmd)', 'the result is used as a whole'),
    refused(
      'read in a nested function',
      'result = subprocess.run(cmd)\nreturn lambda: result.returncode',
      'another scope',
    ),
    refused(
      'asked to check itself',
      'result = subprocess.run(cmd)\nresult.check_returncode()',
      'no counterpart of `.check_returncode`',
    ),
    refused('not captured and read', 'result = subprocess.run(cmd)\nprint(result.stdout)', 'is read and not captured'),
    refused(
      'that may be another',
      'result = None\nif cmd:\n    result = subprocess.run(cmd)\nprint(result.returncode)',
      'may also hold something else',
    ),
    refused('shown with its text', 'result = subprocess.run(cmd)\nprint(f"{result.returncode=}")', 'shows the text'),
    refused('with a type', 'result: object = subprocess.run(cmd)\nprint(result.returncode)', 'is annotated'),
    refused(
      'of the function around',
      'result = None\nasync def inner():\n    nonlocal result\n    result = subprocess.run(cmd)\nawait inner()\nprint(result)',
      'is read in another scope',
    ),
    refused('of the module', 'global ERRORS\nERRORS = subprocess.run(cmd)', 'is not a local name'),
  ]);
});

describe('a part of the result that is read at once', () => {
  testFixes([
    body(
      'is the exit code',
      'if subprocess.call(cmd) != 0:\n    return False',
      'process = await asyncio.create_subprocess_exec(*cmd)\nif await process.wait() != 0:\n    return False',
    ),
    body(
      'is the exit code in a comparison that is returned',
      'return subprocess.run(cmd, stdout=subprocess.DEVNULL).returncode == 0  # fine',
      py`
        process = await asyncio.create_subprocess_exec(*cmd, stdout=asyncio.subprocess.DEVNULL)
        return await process.wait() == 0  # fine
      `,
    ),
    body(
      'is the exit code of a limited wait',
      'code = subprocess.call(cmd, timeout=3)',
      py`
        process = await asyncio.create_subprocess_exec(*cmd)
        try:
            await asyncio.wait_for(process.wait(), timeout=3)
        except TimeoutError:
            process.kill()
            await process.wait()
            raise subprocess.TimeoutExpired(cmd, 3) from None
        code = process.returncode
      `,
    ),
    body(
      'is the output',
      'names = [x.strip() for x in subprocess.check_output(cmd, text=True).splitlines()]',
      py`
        process = await asyncio.create_subprocess_exec(*cmd, stdout=asyncio.subprocess.PIPE)
        stdout, _ = await process.communicate()
        output = stdout.decode()
        if process.returncode != 0:
            raise subprocess.CalledProcessError(process.returncode, cmd, output)
        names = [x.strip() for x in output.splitlines()]
      `,
    ),
    body(
      'is the output of a shell',
      'for x in os.popen("ls").read().split():\n    print(x)',
      py`
        process = await asyncio.create_subprocess_shell("ls", stdout=asyncio.subprocess.PIPE)
        stdout, _ = await process.communicate()
        for x in stdout.decode().split():
            print(x)
      `,
    ),
    body(
      'is its output without the last line end',
      'text = subprocess.getoutput(line)',
      py`
        process = await asyncio.create_subprocess_shell(
            line, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
        )
        stdout, _ = await process.communicate()
        text = stdout.decode().removesuffix("\n")
      `,
    ),
    body(
      'is its status and its output',
      'status, text = subprocess.getstatusoutput(line)',
      py`
        process = await asyncio.create_subprocess_shell(
            line, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
        )
        stdout, _ = await process.communicate()
        status, text = process.returncode, stdout.decode().removesuffix("\n")
      `,
    ),
    body(
      'is its status and its output as a pair',
      'print(subprocess.getstatusoutput("ls"))',
      py`
        process = await asyncio.create_subprocess_shell(
            "ls", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
        )
        stdout, _ = await process.communicate()
        print((process.returncode, stdout.decode().removesuffix("\n")))
      `,
    ),
    body(
      'is a status that is only told apart from zero',
      'if not (os.system("a") or line):\n    return 1',
      'process = await asyncio.create_subprocess_shell("a")\nif not (await process.wait() or line):\n    return 1',
    ),
    body(
      'is a status that decides between two values',
      'return "bad" if os.system("a") else "good"',
      'process = await asyncio.create_subprocess_shell("a")\nreturn "bad" if await process.wait() else "good"',
    ),
    body(
      'is a status with a name that is only told apart from zero',
      'status = os.system("a")\nif status != 0:\n    return 1',
      'process = await asyncio.create_subprocess_shell("a")\nstatus = await process.wait()\nif status != 0:\n    return 1',
    ),
  ]);
  testRefusals([
    refused('a status that is looked into', 'return os.system("a") >> 8', 'wait status'),
    refused('a status that is shown', 'status = os.system("a")\nprint(status)', 'wait status'),
    refused('a status below zero', 'if os.system("a") > 0:\n    return 1', 'wait status'),
    refused(
      'a condition that is asked again',
      'while subprocess.call(cmd):\n    pass',
      'something else is evaluated before',
    ),
    refused(
      'a condition that may not be asked',
      'if cmd:\n    pass\nelif subprocess.call(cmd):\n    pass',
      'something else is evaluated before',
    ),
    refused(
      'an operand that may not be evaluated',
      'return line and subprocess.call(cmd)',
      'something else is evaluated before',
    ),
    refused(
      'in a comprehension',
      'return [subprocess.check_output([x]) for x in cmd]',
      'something else is evaluated before',
    ),
    refused(
      'behind another call',
      'print(folder(), subprocess.check_output(cmd))',
      'something else is evaluated before',
    ),
    refused('on a line with others', 'x = 1; subprocess.run(cmd)', 'shares its line'),
    refused('behind a colon', 'if line: subprocess.run(cmd)', 'shares its line'),
    refused('removesuffix is of Python 3.9', 'return subprocess.getoutput(line)', 'removesuffix', 8),
  ]);
});

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

describe('a Popen that is waited for', () => {
  testFixes([
    body(
      'is a process of asyncio',
      py`
        child = subprocess.Popen(cmd, stdout=subprocess.PIPE)  # start
        print(child.pid)
        out, err = child.communicate()
        return child.returncode, out
      `,
      py`
        child = await asyncio.create_subprocess_exec(*cmd, stdout=asyncio.subprocess.PIPE)  # start
        print(child.pid)
        out, err = await child.communicate()
        return child.returncode, out
      `,
    ),
    body(
      'found at the wait',
      'child = subprocess.Popen("a; b", shell=True)\nif child.wait() != 0:\n    return 1',
      'child = await asyncio.create_subprocess_shell("a; b")\nif await child.wait() != 0:\n    return 1',
      { at: '.wait()' },
    ),
    body(
      'in text mode',
      py`
        child = subprocess.Popen(cmd, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        out, err = child.communicate(line)  # talk
        return out
      `,
      py`
        child = await asyncio.create_subprocess_exec(
            *cmd, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )
        stdout, err = await child.communicate(line.encode())  # talk
        out = stdout.decode()
        return out
      `,
    ),
    body(
      'whose output is picked',
      'child = subprocess.Popen(cmd, stdout=subprocess.PIPE, text=True)\nreturn child.communicate()[0].strip()',
      py`
        child = await asyncio.create_subprocess_exec(*cmd, stdout=asyncio.subprocess.PIPE)
        return (await child.communicate())[0].decode().strip()
      `,
    ),
    body(
      'whose input is closed',
      'child = subprocess.Popen(cmd, stdin=subprocess.PIPE)\nchild.communicate()',
      'child = await asyncio.create_subprocess_exec(*cmd, stdin=asyncio.subprocess.PIPE)\nawait child.communicate(b"")',
    ),
    body(
      'and killed when its time is up',
      py`
        child = subprocess.Popen(cmd)
        try:
            child.wait(timeout=5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
      `,
      py`
        child = await asyncio.create_subprocess_exec(*cmd)
        try:
            await asyncio.wait_for(child.wait(), timeout=5)
        except TimeoutError:
            child.kill()
            await child.wait()
      `,
    ),
  ]);
  testRefusals([
    refused(
      'is polled',
      'child = subprocess.Popen(cmd)\nwhile child.poll() is None:\n    pass\nchild.wait()',
      'no counterpart of `.poll`',
    ),
    refused('is not waited for', 'child = subprocess.Popen(cmd)\nprint(child.pid)', 'nothing waits'),
    refused('is kept', 'child = subprocess.Popen(cmd)\nfolder.child = child\nchild.wait()', 'used as a whole'),
    refused('is an attribute', 'folder.child = subprocess.Popen(cmd)\nfolder.child.wait()', 'plain local name'),
    refused('is killed at any time', 'child = subprocess.Popen(cmd)\nchild.wait()\nchild.kill()', '`.kill()` raises'),
    refused(
      'is read by hand',
      'child = subprocess.Popen(cmd, stdout=subprocess.PIPE)\nchild.stdout.read()\nchild.wait()',
      'no counterpart of `.stdout`',
    ),
    refused(
      'is waited for in a finally',
      'child = subprocess.Popen(cmd)\ntry:\n    pass\nfinally:\n    child.wait()',
      'where no await can stand',
    ),
    refused(
      'is waited for in a lambda',
      'child = subprocess.Popen(cmd)\nchild.wait()\nreturn lambda: child.wait()',
      'another scope',
    ),
    refused(
      'has a limit that nobody handles',
      'child = subprocess.Popen(cmd)\nchild.wait(5)',
      'belongs to its time limit',
    ),
    refused(
      'has a limit whose handler is for more',
      'child = subprocess.Popen(cmd)\ntry:\n    child.wait(timeout=5)\nexcept (OSError, subprocess.TimeoutExpired):\n    pass',
      'belongs to its time limit',
    ),
    refused(
      'has output that asyncio loses when the time is up',
      py`
        child = subprocess.Popen(cmd, stdout=subprocess.PIPE)
        try:
            out, err = child.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            child.kill()
            out, err = child.communicate()
      `,
      'has lost the output',
    ),
  ]);
});
