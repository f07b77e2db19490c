/**
 * What holds of every fix, on random files: made of pieces that block, put into random places, written in random styles. Each fix
 * alone, and all safe ones until none is left, must keep what `faultsOf` asks.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits, planEdits } from '../../server/src/workspace/edits.ts';
import { cpython } from '../harness/cpython.ts';
import { faultsOf, fixed, repairsIn } from '../harness/repairs.ts';

/** Statements of a coroutine, four spaces a level. */
const STATEMENTS = [
  'time.sleep(1)',
  'time.sleep(\n    1  # second\n)',
  'x = requests.get(url).json()["a"]',
  'resp = requests.get(url, timeout=3)\n\n# look at it\nif resp.status_code == 200:\n    x = resp.text\nprint(resp.ok)',
  'requests.post(\n    url,  # where\n    json={"a": 1},\n)',
  'with requests.Session() as s:\n    resp = s.get(url)\n    if not resp:\n        x = resp.text\n    s.post(url, json=resp.json())  # send',
  's = requests.Session()\nfor x in url:\n    print(s.get(x).text)\ns.close()',
  'try:\n    resp = requests.get(url, timeout=3)\n    resp.raise_for_status()\nexcept requests.HTTPError as error:\n    print(error.response.status_code)',
  'for x in requests.get(url, stream=True).iter_content(8):\n    print(x)',
  'while url or not requests.get(url).ok:\n    pass',
  'with urllib.request.urlopen("http://a", timeout=3) as resp:\n    # read\n    x = json.load(resp)',
  'with httpx.Client(timeout=3) as c:  # ask\n    x = [c.get(y).text for y in url]',
  'x = httpx.get(\n    url,  # where\n    headers={"a": "b"},\n).json()',
  'x = load(url)[0]',
  'print(load(url), end="")',
  'x = -load(url) ** 2',
  'x = f"{load(url)!r}"',
  'x = [load(y) for y in url]',
  'x = sum(load(y) for y in url)',
  'x = load(load(url))',
  'x = await load(url)',
  'subprocess.run(\n    ["a"],\n    # why\n    check=True,\n)',
  'subprocess.run([url, "a"], check=True)  # why',
  'done = subprocess.run(["a", url], capture_output=True, text=True)\n\n# look at it\nif done.returncode:\n    print(f"{done.stderr}")\nx = done.stdout',
  'x = subprocess.check_output(["a"], timeout=3)[0]',
  'if subprocess.call("a", shell=True) != 0: pass',
  'child = subprocess.Popen(["a"], stdout=subprocess.PIPE)\nout, _ = child.communicate()  # all\nprint(out)',
  'try:\n    child = subprocess.Popen(["a"])\n    child.wait(timeout=1)\nexcept subprocess.TimeoutExpired:\n    child.kill()',
  'x = os.popen(f"ls {url}").read().split()',
  'return os.system("ls") == 0',
  'text = """\nnot indented\n""" + Path(url).read_text()',
  'for path in Path(url).glob("*"):\n    print(path)',
  'with open(url) as file:\n    x = file.read()',
  'with open(url) as file:\n    # each\n    for x in file:\n        if x:\n            break\n    # all\nprint(x)',
  'total = 0\nwith Path(url).open("rb") as file:\n    while x := file.read(9):\n        total += len(x)\nprint(total)',
  'with open(url) as file, lock:\n    return json.load(file)["a"]',
  'with open(\n    url,  # where\n    "w",\n) as file:\n    json.dump(\n        {"a": 1}, file, indent=2,\n    )',
  'for line in open(url):\n    if not line: continue\n    x = line; break',
  'x = [line.strip() for line in open(url)]',
  'x = json.load(open(url))["a"] or url',
  'file = open(url)\nx = file.read()\nfile.close()\nprint(x)',
  'with zipfile.ZipFile(url) as archive:\n    archive.extractall("a")',
  'x = list(Path(url).glob("*"))',
  'if os.path.exists(url): os.remove(url)',
  'with lock:\n    load(url)',
  'db = sqlite3.connect(url)\ndb.execute("x")',
  'def inner():\n    return load(url)\nx = inner()',
  'return(load)(url)',
  'x = pool.submit(load, url).result()[0]',
  'job = pool.submit(\n    load,  # what\n    url,\n)\nprint(job.result(timeout=url))',
  'x = [job.result() for job in [pool.submit(load, y) for y in url]]',
  'x = list(pool.map(load, url))',
  'with ThreadPoolExecutor() as threads:\n    for x, y in threads.map(load, url):  # each\n        # is printed\n        print(x)',
  'for job in as_completed([pool.submit(load, y) for y in url]):\n    print(job.result())',
  'for job in as_completed(url):\n    print(job.result(), job)',
  'threading.Thread(target=note(url, mark=1), daemon=True).start()',
  'pool.submit(note(url))',
  'run_in_threadpool(load, url)  # later',
  'client = redis.Redis()\ntry:\n    x = client.get(url)\nfinally:\n    # at last\n    client.close()',
  'with OpenAI() as client:\n    x = client.responses.create(input=url)  # ask',
  'x = OpenAI().models.retrieve(url).id',
  'print(keeper.client.get(url), await keeper.ask(url))',
  'x = Book.objects.get(pk=url).title',
  'for x in Book.objects.all():  # each\n    print(x)\nelse:\n    pass',
  'x = {y.pk: y for y in Book.objects.filter(pk=url).iterator()}',
  'x = sorted(Book.objects.all(), key=str)',
  'x = [list(Book.objects.filter(pk=y)) for y in url]',
  'with transaction.atomic():\n    Book.objects.create(\n        title=url,  # why\n    )',
  'Book(title=url).save()',
  'x = get_object_or_404(Book, pk=url) or f"{Book.objects.count()}"',
  'print(fetch(url).title())',
  'pause(\n    url,  # how long\n)\nx = not pause(2)',
  'pass',
];

/** What may stand around statements: `HERE` is where they go. */
const PLACES = [
  'HERE',
  'HERE',
  'if url:\n    HERE\nelse:\n    pass',
  'for i in range(3):\n    HERE',
  'try:\n    HERE\nexcept Exception:\n    raise',
  'try:\n    pass\nfinally:\n    HERE',
  'async with url:\n    HERE',
  'with contextlib.suppress(OSError):\n    HERE',
  'match url:\n    case 1:\n        HERE',
  'async def nested():\n    HERE\nawait nested()',
  'class Local:\n    async def method(self, url):\n        HERE',
];

const IMPORTS_OF_ASYNCIO = [
  '',
  'import asyncio',
  'import asyncio as aio',
  'from asyncio import gather',
  'from asyncio import (\n    gather,  # all\n    wait\n)',
  'if TYPE_CHECKING:\n    import asyncio',
  'import trio',
  'from anyio import sleep, to_thread',
  'import aiofiles',
  'import anyio, asyncio',
];

const HEADERS = [
  '',
  '"""Doc."""\n',
  '# Licence\n\n',
  '#!/usr/bin/env python\n"""Doc."""\n\nfrom __future__ import annotations\n\n',
];

const IMPORTS = `import contextlib, json, os, sqlite3, zipfile
from concurrent.futures import ThreadPoolExecutor, as_completed
import subprocess
import threading
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import redis
import requests
from django.db import models, transaction
from django.shortcuts import get_object_or_404
from openai import OpenAI
from starlette.concurrency import run_in_threadpool
`;

const HELPERS = `
lock = threading.Lock()
pool = ThreadPoolExecutor()


def load(path):
    return open(path).read()


def note(text, mark=0):
    print(text, mark)


def pause(seconds):
    # a while
    time.sleep(seconds)


def fetch(name):
    time.sleep(1)
    return name


async def afetch(name):
    return name


class Book(models.Model):
    title = models.TextField()


class Keeper:
    def __init__(self):
        self.client = httpx.Client(timeout=5)

    async def ask(self, url):
        return self.client.get(url).text


keeper = Keeper()
`;

const DECORATORS = ['', '@staticmethod\n', '# about it\n'];

/** `inner` in place of the `HERE` of `outer`, as deep as that. */
function put(outer: string, inner: string): string {
  return outer.replace(/^( *)HERE/m, (_, indentation: string) => inner.replace(/^(?=.)/gm, indentation));
}

const block = fc
  .array(fc.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...PLACES), fc.constantFrom(...STATEMENTS)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.map(([outer, inner, statement]) => put(outer, put(inner, statement))).join('\n'));

const coroutine = fc
  .tuple(fc.constantFrom(...DECORATORS), fc.constantFrom('url', 'url, asyncio', 'url, session'), block)
  .map(([decorator, parameters, body]) => put(`${decorator}async def main(${parameters}):\n    HERE\n`, body));

interface Style {
  readonly unit: string;
  readonly lineEnd: string;
  readonly hasMark: boolean;
  readonly endsOpen: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  unit: fc.constantFrom('    ', '  ', '\t'),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
  hasMark: fc.boolean(),
  endsOpen: fc.boolean(),
});

const file = fc
  .tuple(
    fc.constantFrom(...HEADERS),
    fc.constantFrom(...IMPORTS_OF_ASYNCIO),
    fc.array(coroutine, { minLength: 1, maxLength: 2 }),
    style,
  )
  .map(([header, asyncio, coroutines, { unit, lineEnd, hasMark, endsOpen }]) => {
    const plain = `${header}${IMPORTS}${asyncio}\n${HELPERS}\n\n${coroutines.join('\n\n')}`;
    const indented = plain.replace(/^(?: {4})+/gm, (spaces) => unit.repeat(spaces.length / 4));
    const text = (endsOpen ? indented.trimEnd() : indented).replaceAll('\n', lineEnd);
    return hasMark ? `\uFEFF${text}` : text;
  });

const NAME = 'main.py';

it('every fix alone keeps what a fix must keep', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(file, async (text) => {
      expect((await cpython())(text.replace('\uFEFF', ''))).toBe('');
      const { repairs } = await repairsIn({ [NAME]: text });
      for (const { finding, repair } of repairs) {
        expect(repair.withheld === null).toBe(repair.fixes.length > 0);
        for (const fix of repair.fixes) {
          const after = fixed(text, fix);
          const faults = await faultsOf({ [NAME]: text }, NAME, after, [finding]);
          if (faults.length > 0) throw new Error(`${fix.title}\n${faults.join('\n')}\n${after}`);
        }
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});

it('all safe fixes, made until none is left, keep it too', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(file, async (text) => {
      for (let round = 0; ; round++) {
        const { repairs } = await repairsIn({ [NAME]: text });
        const safe = repairs.flatMap(({ finding, repair }) => {
          const fix = repair.fixes.find(({ safety }) => safety === 'safe');
          return fix === undefined ? [] : [{ finding, fix }];
        });
        const plan = planEdits(safe.map(({ fix }) => fix));
        if (plan.fixes.length === 0) break;
        expect(round).toBeLessThan(10);
        const after = applyEdits(text, [...plan.edits.values()].flat());
        const gone = safe.filter(({ fix }) => plan.fixes.includes(fix)).map(({ finding }) => finding);
        const faults = await faultsOf({ [NAME]: text }, NAME, after, gone);
        if (faults.length > 0) throw new Error(`${faults.join('\n')}\n${after}`);
        text = after;
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});
