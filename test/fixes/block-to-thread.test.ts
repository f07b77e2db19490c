/** Whole blocks, loops and expressions that move to a thread as a function of their own. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../harness/fix-cases.ts';

const TITLE = 'Move the';

/** A coroutine whose body is `before`, and then `after`. */
function inside(name: string, before: string, after: string, more: Partial<FixCase> = {}): FixCase {
  return { name, before: coroutine(before), after: coroutine(after), fix: TITLE, ...more };
}

function withheld(name: string, body: string, reason: string, more: Partial<FixCase> = {}): FixCase {
  return { name, before: coroutine(body), withheld: reason, ...more };
}

function coroutine(body: string): string {
  const head = 'import asyncio\nimport json\nfrom pathlib import Path\n\n\nasync def main(self, a, b, items):\n';
  return `${head}${body.replace(/^(?=.)/gm, '    ')}\n`;
}

describe('what the block makes comes back', () => {
  testFixes([
    inside(
      'nothing',
      'with open(a, "w") as f:\n    f.write(b)',
      'def write_file():\n    with open(a, "w") as f:\n        f.write(b)\n\nawait asyncio.to_thread(write_file)',
      { safety: 'safe' },
    ),
    inside(
      'the last value, as what the function returns',
      'x = 1\nwith open(a) as f:\n    f.readline()\n    config = json.load(f)\nreturn config, x',
      'x = 1\n\ndef load_config():\n    with open(a) as f:\n        f.readline()\n        return json.load(f)\n\nconfig = await asyncio.to_thread(load_config)\nreturn config, x',
      { safety: 'safe' },
    ),
    inside(
      'the last value with its annotation',
      'with open(a) as f:\n    lines: list[str] = f.readlines()\nreturn lines',
      'def read_file():\n    with open(a) as f:\n        return f.readlines()\n\nlines: list[str] = await asyncio.to_thread(read_file)\nreturn lines',
    ),
    inside(
      'several values',
      'with open(a) as f:\n    head = f.readline()\n    rest = f.read()\n    other = 1\nprint(head, rest)',
      'def read_head():\n    with open(a) as f:\n        head = f.readline()\n        rest = f.read()\n        other = 1\n    return head, rest\n\nhead, rest = await asyncio.to_thread(read_head)\nprint(head, rest)',
    ),
    inside(
      'a value that it changes goes in, too',
      'total = 0\nwith open(a) as f:\n    for line in f:\n        total += len(line)\nprint(total)',
      'total = 0\n\ndef read_total(total):\n    with open(a) as f:\n        for line in f:\n            total += len(line)\n    return total\n\ntotal = await asyncio.to_thread(read_total, total)\nprint(total)',
    ),
    inside(
      'a value that it may give or not goes in',
      'found = None\nwith open(a) as f:\n    for line in f:\n        if line == b:\n            found = line\n            break\nreturn found',
      'found = None\n\ndef read_found(found):\n    with open(a) as f:\n        for line in f:\n            if line == b:\n                found = line\n                break\n    return found\n\nfound = await asyncio.to_thread(read_found, found)\nreturn found',
    ),
    inside(
      'what the function returns',
      'if a:\n    with open(a) as f:\n        return f.read()\nreturn None',
      'if a:\n    def read_file():\n        with open(a) as f:\n            return f.read()\n\n    return await asyncio.to_thread(read_file)\nreturn None',
    ),
    inside(
      'what it returns in the middle, where nothing follows',
      'with open(a) as f:\n    for line in f:\n        if line == b:\n            return line',
      'def read_file():\n    with open(a) as f:\n        for line in f:\n            if line == b:\n                return line\n\nreturn await asyncio.to_thread(read_file)',
    ),
    inside(
      'the file itself, where it is looked at behind the block',
      'with open(a) as f:\n    f.read()\nreturn f.name',
      'def read_file():\n    with open(a) as f:\n        f.read()\n    return f\n\nf = await asyncio.to_thread(read_file)\nreturn f.name',
    ),
    inside(
      'the same name twice is two names',
      'with open(a) as f:\n    x = f.read()\nwith open(b) as f:\n    y = f.read()\nreturn x + y',
      'with open(a) as f:\n    x = f.read()\n\ndef read_file():\n    with open(b) as f:\n        return f.read()\n\ny = await asyncio.to_thread(read_file)\nreturn x + y',
      { at: 'open(b)' },
    ),
    inside(
      'in a loop, what the next round reads',
      'last = ""\nfor x in items:\n    print(last)\n    with open(x) as f:\n        last = f.read()',
      'last = ""\nfor x in items:\n    print(last)\n\n    def read_last():\n        with open(x) as f:\n            return f.read()\n\n    last = await asyncio.to_thread(read_last)',
    ),
  ]);
});

describe('the text of the block stays as it is', () => {
  testFixes([
    inside(
      'comments around, in and at the end',
      '# about it\nwith open(a) as f:  # why\n    # first\n    x = f.read()  # type: ignore\n    # last\n\n# behind\nprint(x)',
      '# about it\ndef read_file():\n    with open(a) as f:  # why\n        # first\n        return f.read()  # type: ignore\n        # last\n\nx = await asyncio.to_thread(read_file)\n\n# behind\nprint(x)',
    ),
    inside(
      'long strings and lines in parentheses',
      'with open(\n    a,\n    "w",\n) as f:\n    f.write("""\nnot indented\n""")',
      'def write_file():\n    with open(\n        a,\n        "w",\n    ) as f:\n        f.write("""\nnot indented\n""")\n\nawait asyncio.to_thread(write_file)',
    ),
    inside(
      'a name that is taken',
      'read_text = a\nwith open(a) as f:\n    text = f.read()\nread_text_file = text',
      'read_text = a\n\ndef read_file():\n    with open(a) as f:\n        return f.read()\n\ntext = await asyncio.to_thread(read_file)\nread_text_file = text',
    ),
    {
      name: 'tabs and CRLF',
      before: 'async def main(a):\r\n\twith open(a) as f:\r\n\t\treturn f.read()\r\n',
      after:
        'import asyncio\r\n\r\n\r\nasync def main(a):\r\n\tdef read_file():\r\n\t\twith open(a) as f:\r\n\t\t\treturn f.read()\r\n\r\n\treturn await asyncio.to_thread(read_file)\r\n',
    },
    {
      name: 'a comment at the end of a file with CRLF',
      before: 'async def main(a):\r\n    with open(a) as f:\r\n        f.read()  # all\r\n',
      after:
        'import asyncio\r\n\r\n\r\nasync def main(a):\r\n    def read_file():\r\n        with open(a) as f:\r\n            f.read()  # all\r\n\r\n    await asyncio.to_thread(read_file)\r\n',
    },
    {
      name: 'trio',
      before:
        'import trio\n\n\nasync def main(a, b=0):\n    n = 0\n    with open(a) as f:\n        n += len(f.read())\n    return n\n',
      after:
        'import trio\n\n\nasync def main(a, b=0):\n    n = 0\n\n    def read_file(n):\n        with open(a) as f:\n            n += len(f.read())\n        return n\n\n    n = await trio.to_thread.run_sync(read_file, n)\n    return n\n',
      fix: TITLE,
    },
    {
      name: 'Python 3.8',
      before: 'import asyncio\n\n\nasync def main(a):\n    with open(a) as f:\n        return f.read()\n',
      after:
        'import asyncio\n\n\nasync def main(a):\n    def read_file():\n        with open(a) as f:\n            return f.read()\n\n    return await asyncio.get_running_loop().run_in_executor(None, read_file)\n',
      target: 8,
    },
  ]);
});

describe('other code that has to move as a whole', () => {
  testFixes([
    inside(
      'a loop over the lines of a file',
      'for line in open(a):\n    items.append(line)\nelse:\n    print(1)',
      'def read_file():\n    for line in open(a):\n        items.append(line)\n    else:\n        print(1)\n\nawait asyncio.to_thread(read_file)',
      { safety: 'unsafe' },
    ),
    inside(
      'a loop over the files of a folder',
      'for path in Path(a).glob("*.txt"):\n    print(path.stat())',
      'def do_blocking_work():\n    for path in Path(a).glob("*.txt"):\n        print(path.stat())\n\nawait asyncio.to_thread(do_blocking_work)',
    ),
    inside(
      'a loop that empties a folder',
      'for path in Path(a).glob("*.txt"):\n    path.unlink()',
      'def do_blocking_work():\n    for path in Path(a).glob("*.txt"):\n        path.unlink()\n\nawait asyncio.to_thread(do_blocking_work)',
    ),
    inside(
      'a loop that empties a folder with a name',
      'docs = Path(a)\nfor path in docs.glob("*.txt"):\n    path.unlink()',
      'docs = Path(a)\n\ndef delete_docs():\n    for path in docs.glob("*.txt"):\n        path.unlink()\n\nawait asyncio.to_thread(delete_docs)',
    ),
    inside(
      'a comprehension',
      'names = [path.name for path in Path(a).glob("*")]',
      'def scan_names():\n    return [path.name for path in Path(a).glob("*")]\n\nnames = await asyncio.to_thread(scan_names)',
    ),
    inside(
      'open and read in one expression',
      'if b and open(a).read().strip():\n    return 1',
      'def read_file():\n    return open(a).read()\n\nif b and (await asyncio.to_thread(read_file)).strip():\n    return 1',
      { safety: 'safe' },
    ),
    inside(
      'json.load of an open file',
      'self.config = json.load(open(\n    a,  # which\n))',
      'def load_file():\n    return (json.load(open(\n        a,  # which\n    )))\n\nself.config = await asyncio.to_thread(load_file)',
    ),
    inside(
      'a file that is opened, used and closed',
      'f = open(a)\ntext = f.read()\nf.close()\nreturn text',
      'def read_text():\n    f = open(a)\n    text = f.read()\n    f.close()\n    return text\n\ntext = await asyncio.to_thread(read_text)\nreturn text',
    ),
    {
      name: 'the block of an archive',
      before: 'import zipfile\n\n\nasync def main(a):\n    with zipfile.ZipFile(a) as z:\n        z.extractall("b")\n',
      after:
        'import asyncio\nimport zipfile\n\n\nasync def main(a):\n    def extract_file():\n        with zipfile.ZipFile(a) as z:\n            z.extractall("b")\n\n    await asyncio.to_thread(extract_file)\n',
      fix: TITLE,
      safety: 'safe',
    },
    {
      name: 'a block that waits for a page',
      before:
        'from urllib.request import urlopen\n\n\nasync def main(a):\n    with urlopen(a) as page:\n        return page.read()\n',
      after:
        'import asyncio\nfrom urllib.request import urlopen\n\n\nasync def main(a):\n    def read_file():\n        with urlopen(a) as page:\n            return page.read()\n\n    return await asyncio.to_thread(read_file)\n',
      fix: TITLE,
    },
    {
      name: 'a connection to a database, of which nothing is kept',
      before:
        'import sqlite3\n\n\nasync def main(a):\n    with sqlite3.connect(a) as db:\n        db.execute("delete from t")\n',
      after:
        'import asyncio\nimport sqlite3\n\n\nasync def main(a):\n    def query_database():\n        with sqlite3.connect(a) as db:\n            db.execute("delete from t")\n\n    await asyncio.to_thread(query_database)\n',
    },
    {
      name: 'a connection that is made, used and left there',
      before:
        'import sqlite3\n\n\nasync def main(a):\n    with sqlite3.connect(a) as db:\n        rows = db.execute("select 1").fetchall()\n    return rows\n',
      after:
        'import asyncio\nimport sqlite3\n\n\nasync def main(a):\n    def load_rows():\n        with sqlite3.connect(a) as db:\n            return db.execute("select 1").fetchall()\n\n    rows = await asyncio.to_thread(load_rows)\n    return rows\n',
      fix: TITLE,
    },
    {
      name: 'a generator of the program',
      before: py`
        def lines(path):
            with open(path) as f:
                yield from f


        async def main(path, seen):
            for line in lines(path):
                seen.add(line)
      `,
      after: py`
        import asyncio


        def lines(path):
            with open(path) as f:
                yield from f


        async def main(path, seen):
            def do_blocking_work():
                for line in lines(path):
                    seen.add(line)

            await asyncio.to_thread(do_blocking_work)
      `,
    },
  ]);
});

describe('what cannot move', () => {
  testFixes([
    withheld('an await', 'with open(a) as f:\n    await b(f.read())', 'it awaits'),
    withheld('an asynchronous loop', 'with open(a, "w") as f:\n    async for x in b:\n        f.write(x)', 'it awaits'),
    withheld('a yield', 'with open(a) as f:\n    yield f.read()', 'it yields'),
    withheld('a global', 'global config\nwith open(a) as f:\n    config = f.read()', 'alone'),
    withheld(
      'a name that another function changes',
      'n = 0\ndef reset():\n    nonlocal n\n    n = 0\nwith open(a) as f:\n    reset()\n    n = len(f.read())\nprint(n)',
      'alone',
    ),
    withheld('a del', 'with open(a) as f:\n    x = f.read()\n    del x', 'deletes'),
    withheld('super()', 'with open(a) as f:\n    super().load(f.read())', 'super'),
    withheld('locals()', 'with open(a) as f:\n    f.read().format(**locals())', 'locals'),
    withheld('a break', 'for x in items:\n    with open(a) as f:\n        if f.read():\n            break', '`break`'),
    withheld('a return in the middle', 'with open(a) as f:\n    if f.read():\n        return 1\nprint(2)', '`return`'),
    withheld(
      'a value that need not be there',
      'with open(a) as f:\n    for line in f:\n        last = line\nprint(last)',
      '`last` need not',
    ),
    withheld(
      'a value that a handler takes away',
      'e = None\nwith open(a) as f:\n    for line in f:\n        try:\n            json.loads(line)\n        except ValueError as e:\n            print(line)\nprint(e)',
      '`e` need not have a value',
    ),
    withheld(
      'a value that is read when the block fails',
      'try:\n    with open(a) as f:\n        text = f.read()\n        json.loads(text)\nexcept ValueError:\n    print(text)',
      'failed half-way',
    ),
    withheld(
      'a value that is read after it failed',
      'text = ""\ntry:\n    with open(a) as f:\n        text = f.read()\n        json.loads(text)\nexcept ValueError:\n    pass\nprint(text)',
      'failed half-way',
    ),
    withheld(
      'a value that another function reads',
      'def show():\n    print(text)\nwith open(a) as f:\n    text = f.read()\nshow()',
      'a function reads `text`',
    ),
    withheld('something unknown', 'with open(a) as f:\n    b(f.read())', 'it calls `b`'),
    withheld('a method of something unknown', 'with open(a) as f:\n    self.feed(f.read())', 'it calls `self.feed`'),
    withheld(
      'what needs the event loop',
      'with open(a) as f:\n    asyncio.create_task(f.read())',
      'needs the thread of the event loop',
    ),
    withheld('a held lock', 'with self.lock:\n    with open(a) as f:\n        f.read()', '`self.lock` is held'),
    withheld('a finally', 'try:\n    pass\nfinally:\n    with open(a) as f:\n        f.read()', 'cancelled'),
    withheld('a line with more on it', 'if a: open(a).read()', 'shares its line'),
    withheld('a comprehension inside of another', 'return [[y for y in open(x)] for x in items]', ''),
    {
      name: 'a lock that belongs to its thread',
      before: py`
        import threading
        import time

        lock = threading.RLock()


        def work():
            with lock:
                time.sleep(1)


        async def main():
            threading.Thread(target=work).start()
            with lock:
                print(1)
      `,
      withheld: 'an RLock belongs to the thread that acquired it',
    },
    {
      name: 'a connection from outside',
      before: py`
        import sqlite3


        async def main(path):
            db = sqlite3.connect("a")
            with open(path) as f:
                db.executescript(f.read())
      `,
      at: 'open(',
      withheld: 'check_same_thread',
    },
    {
      name: 'a connection that would come back',
      before: py`
        import sqlite3


        async def main(path):
            with open(path) as f:
                db = sqlite3.connect(f.read())
            return db
      `,
      at: 'open(',
      withheld: 'belong to the worker thread',
    },
    {
      name: 'a helper that needs the loop',
      before: py`
        import asyncio


        def note(text):
            asyncio.get_running_loop().call_soon(print, text)


        async def main(path):
            with open(path) as f:
                note(f.read())
      `,
      withheld: '`note` calls asyncio.get_running_loop',
    },
  ]);
});
