/** Processes of subprocess and os rewritten for asyncio: the shapes in which their result is used. */
import { describe } from 'vitest';
import { py, testFixes } from '../harness/fix-cases.ts';
import { body, FIX, refused } from '../harness/process-cases.ts';
import { testRefusals } from '../harness/refusals.ts';

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
