/** A `subprocess.Popen` rewritten for asyncio. */
import { describe } from 'vitest';
import { py, testFixes } from '../harness/fix-cases.ts';
import { body, refused } from '../harness/process-cases.ts';
import { testRefusals } from '../harness/refusals.ts';

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
