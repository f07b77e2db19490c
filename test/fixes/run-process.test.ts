/** Processes of subprocess and os rewritten for anyio and trio. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../harness/fix-cases.ts';
import { type Refusal, testRefusals } from '../harness/refusals.ts';

type Library = 'anyio' | 'trio';

function textOf(library: Library, lines: string): string {
  const head = `import os\nimport subprocess\n\nimport ${library}\n\n\n`;
  const parameters = 'cmd: list[str], line: str, data: bytes, seconds: float, unknown';
  const inside = lines.trimEnd().replace(/^(?=.)/gm, '    ');
  return `${head}async def main(${parameters}):\n${inside}\n\n\nERRORS = os.error, subprocess.SubprocessError\n`;
}

function body(library: Library, before: string, after: string): FixCase {
  return {
    name: before,
    before: textOf(library, before),
    after: textOf(library, after),
    fix: `Use ${library}.run_process`,
    safety: 'unsafe',
    settings: { lineLength: 100 },
  };
}

function refused(library: Library, lines: string, reason: string): Refusal {
  return { name: lines, text: textOf(library, lines), kind: 'run-process', reason };
}

describe('in a module of anyio', () => {
  const anyio = (before: string, after: string) => body('anyio', before, after);
  testFixes([
    {
      name: 'the import of subprocess goes with its empty line',
      before: py`
        import subprocess

        from anyio import sleep


        async def main():
            await sleep(1)
            subprocess.run(["a"])  # at once
      `,
      after: py`
        from anyio import run_process, sleep


        async def main():
            await sleep(1)
            await run_process(["a"], stdout=None, stderr=None, check=False)  # at once
      `,
      fix: 'Use anyio.run_process',
    },
    anyio('return subprocess.run(cmd, capture_output=True)', 'return await anyio.run_process(cmd, check=False)'),
    anyio('subprocess.run(["a"], check=True)', 'await anyio.run_process(["a"], stdout=None, stderr=None)'),
    anyio('subprocess.check_call("ls")', 'await anyio.run_process(["ls"], stdout=None, stderr=None)'),
    anyio(
      'return [subprocess.check_output([x], text=True) for x in cmd]',
      'return [(await anyio.run_process([x], stderr=None)).stdout.decode() for x in cmd]',
    ),
    anyio(
      'if subprocess.call(cmd, stdout=subprocess.DEVNULL):\n    return 1',
      py`
        if (await anyio.run_process(
            cmd, stdout=subprocess.DEVNULL, stderr=None, check=False
        )).returncode:
            return 1
      `,
    ),
    anyio(
      'done = subprocess.run(cmd, capture_output=True, text=True, env={})\nif done.returncode:\n    print(done.stderr, f"{done.stdout}")',
      'done = await anyio.run_process(cmd, check=False, env={})\nif done.returncode:\n    print(done.stderr.decode(), f"{done.stdout.decode()}")',
    ),
    anyio('os.system(f"ls {line}")', 'await anyio.run_process(f"ls {line}", stdout=None, stderr=None, check=False)'),
    anyio(
      'x = os.popen("ls").read().split()',
      'x = (await anyio.run_process("ls", stderr=None, check=False)).stdout.decode().split()',
    ),
    anyio(
      'subprocess.run(cmd, input=data, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)',
      'await anyio.run_process(cmd, input=data, stderr=subprocess.STDOUT, check=False)',
    ),
    anyio(
      'text = subprocess.check_output(["a"], timeout=seconds).decode()  # in time\nreturn text',
      py`
        command = ["a"]
        try:
            with anyio.fail_after(seconds):
                text = (await anyio.run_process(command, stderr=None)).stdout.decode()  # in time
        except TimeoutError:
            raise subprocess.TimeoutExpired(command, seconds) from None
        return text
      `,
    ),
  ]);
  testRefusals([
    refused('anyio', 'return subprocess.run(cmd, text=True)', 'used as a whole'),
    refused('anyio', 'subprocess.run(cmd, pass_fds=[3])', 'not every version of anyio takes `pass_fds`'),
    refused('anyio', 'subprocess.run(cmd, stdin=subprocess.DEVNULL)', 'not every version of anyio takes `stdin`'),
    refused('anyio', 'subprocess.run(cmd, input=b"")', 'no empty standard input'),
    refused('anyio', 'print(subprocess.getstatusoutput("ls"))', 'two ways at once'),
    refused('anyio', 'if subprocess.call(cmd, timeout=5):\n    pass', 'hold for more than the call'),
    refused('anyio', 'subprocess.run(cmd, timeout=unknown)', 'whether `timeout` is a number'),
    refused(
      'anyio',
      'try:\n    subprocess.run(cmd, capture_output=True, text=True, check=True)\nexcept subprocess.CalledProcessError as e:\n    print(e.stderr)',
      'would be bytes',
    ),
  ]);
});

describe('in a module of trio', () => {
  const trio = (before: string, after: string) => body('trio', before, after);
  testFixes([
    trio('subprocess.run(cmd)', 'await trio.run_process(cmd, stdin=None, check=False)'),
    trio('subprocess.run("ls", check=True)', 'await trio.run_process(["ls"], stdin=None)'),
    trio(
      'return subprocess.run(cmd, input=line, text=True, capture_output=True).stdout',
      py`
        return (await trio.run_process(
            cmd, stdin=line.encode(), capture_stdout=True, capture_stderr=True, check=False
        )).stdout.decode()
      `,
    ),
    trio(
      'x = subprocess.getoutput(line)',
      py`
        x = (await trio.run_process(
            line, shell=True, stdin=None, capture_stdout=True, stderr=subprocess.STDOUT, check=False
        )).stdout.decode().removesuffix("\n")
      `,
    ),
    trio(
      'subprocess.run(cmd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)',
      'await trio.run_process(cmd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)',
    ),
    trio(
      'subprocess.check_call(cmd, timeout=5)',
      py`
        try:
            with trio.fail_after(5):
                await trio.run_process(cmd, stdin=None)
        except trio.TooSlowError:
            raise subprocess.TimeoutExpired(cmd, 5) from None
      `,
    ),
  ]);
  testRefusals([refused('trio', 'subprocess.run(unknown)', 'whether its command is a list')]);
});
