/** Processes of subprocess and os rewritten for asyncio: a part of the result that is read at once. */
import { describe } from 'vitest';
import { py, testFixes } from '../harness/fix-cases.ts';
import { body, refused } from '../harness/process-cases.ts';
import { testRefusals } from '../harness/refusals.ts';

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
