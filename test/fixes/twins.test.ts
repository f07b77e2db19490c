/** The coroutine beside a function that waits: of a library, or of the program. */
import { describe } from 'vitest';
import { type FixCase, testFixes } from '../harness/fix-cases.ts';

const MODELS = `from django.db import models, transaction


class Book(models.Model):
    title = models.TextField()


`;

const changed = (name: string, fix: string, before: string, after: string): FixCase => {
  return { name, fix, before: MODELS + before, after: MODELS + after, safety: 'unsafe' };
};
const held = (name: string, withheld: string, before: string, at?: string): FixCase => {
  return { name, before: MODELS + before, withheld, ...(at === undefined ? {} : { at }) };
};

describe("a library's coroutine is awaited instead", () => {
  testFixes([
    changed(
      'of a manager',
      'Use `aget`',
      'async def f(pk):\n    return Book.objects.get(pk=pk)  # one\n',
      'async def f(pk):\n    return await Book.objects.aget(pk=pk)  # one\n',
    ),
    changed(
      'of a queryset, where an attribute of the result is read',
      'Use `afirst`',
      'async def f():\n    return Book.objects.order_by("title").first().title\n',
      'async def f():\n    return (await Book.objects.order_by("title").afirst()).title\n',
    ),
    changed(
      'over several lines',
      'Use `acreate`',
      'async def f(text):\n    book = Book.objects.create(\n        title=text,  # whose\n    )\n    return book.pk\n',
      'async def f(text):\n    book = await Book.objects.acreate(\n        title=text,  # whose\n    )\n    return book.pk\n',
    ),
    changed(
      'at the end of a chain with comments',
      'Use `afirst`',
      'async def f(pk):\n    return (\n        Book.objects.filter(pk=pk)  # one\n        .order_by("title")\n        .first()\n    )\n',
      'async def f(pk):\n    return (\n        await Book.objects.filter(pk=pk)  # one\n        .order_by("title")\n        .afirst()\n    )\n',
    ),
    changed(
      'where the line gets too long',
      'Use `aupdate_or_create`',
      'async def f(text):\n    book, is_new = Book.objects.update_or_create(title=text, defaults={"title": "more"})\n    return book\n',
      'async def f(text):\n    book, is_new = await Book.objects.aupdate_or_create(\n        title=text, defaults={"title": "more"}\n    )\n    return book\n',
    ),
    changed(
      'of an object',
      'Use `asave`',
      'async def f(book: Book):\n    book.save(update_fields=["title"])\n',
      'async def f(book: Book):\n    await book.asave(update_fields=["title"])\n',
    ),
    changed(
      'of an object whose class overrides the method',
      'Use `asave`',
      'class Novel(Book):\n    def save(self, *args, **kwargs):\n        self.title = self.title.strip()\n        super().save(*args, **kwargs)\n\n\nasync def f(novel: Novel):\n    novel.save()\n',
      'class Novel(Book):\n    def save(self, *args, **kwargs):\n        self.title = self.title.strip()\n        super().save(*args, **kwargs)\n\n\nasync def f(novel: Novel):\n    await novel.asave()\n',
    ),
    changed(
      'in a comprehension and a condition',
      'Use `aexists`',
      'async def f(names):\n    return [name for name in names if Book.objects.filter(title=name).exists()]\n',
      'async def f(names):\n    return [name for name in names if await Book.objects.filter(title=name).aexists()]\n',
    ),
    changed(
      'of a module, whose import goes',
      'Use `aget_object_or_404`',
      'from django.shortcuts import get_object_or_404\n\n\nasync def f(request, pk):\n    return get_object_or_404(Book, pk=pk)\n',
      'from django.shortcuts import aget_object_or_404\n\n\nasync def f(request, pk):\n    return await aget_object_or_404(Book, pk=pk)\n',
    ),
    changed(
      'of a module that is imported as a whole',
      'Use `alogout`',
      'from django.contrib import auth\n\n\nasync def f(request):\n    auth.logout(request)\n',
      'from django.contrib import auth\n\n\nasync def f(request):\n    await auth.alogout(request)\n',
    ),
    {
      name: 'not if it came later than the project’s version',
      before: 'from django.shortcuts import get_object_or_404\n\n\nasync def f(kind):\n    get_object_or_404(kind)\n',
      settings: { below: new Map([['django', [5, 0] as const]]) },
      withheld: 'came with Django 5.0',
    },
    held(
      'not in a transaction',
      'holds belongs to this thread',
      'async def f():\n    with transaction.atomic():\n        Book.objects.create(title="a")\n',
      'create',
    ),
    held(
      'not in a generator expression',
      'It cannot run in a thread',
      'async def f(pks):\n    return any(Book.objects.get(pk=pk) for pk in pks)\n',
    ),
    held(
      'not with arguments of the program’s own',
      'It cannot run in a thread',
      'class Novel(Book):\n    def save(self, again=False, **kwargs):\n        super().save(**kwargs)\n\n\nasync def f(novel: Novel):\n    novel.save(again=True)\n',
    ),
    held(
      'not in the coroutine itself',
      'would call itself',
      'class Novel(Book):\n    async def asave(self):\n        self.save()\n',
    ),
    held(
      'not where a method has a name of its own',
      'means something else',
      'async def f(pk):\n    get = Book.objects.get\n    return get(pk=pk)\n',
    ),
  ]);
});

describe('what waits when it is iterated is iterated asynchronously', () => {
  const title = 'Iterate with `async for`';
  testFixes([
    changed(
      'in a statement',
      title,
      'async def f():\n    for book in Book.objects.all():  # each\n        print(book)\n    else:\n        print()\n',
      'async def f():\n    async for book in Book.objects.all():  # each\n        print(book)\n    else:\n        print()\n',
    ),
    changed(
      'in a comprehension',
      title,
      'async def f(books):\n    return {book.pk: book for book in Book.objects.filter(pk=1) if book.title}\n',
      'async def f(books):\n    return {book.pk: book async for book in Book.objects.filter(pk=1) if book.title}\n',
    ),
    changed(
      'in pieces',
      title,
      'async def f():\n    for book in Book.objects.all().iterator(chunk_size=9):\n        print(book)\n',
      'async def f():\n    async for book in Book.objects.all().aiterator(chunk_size=9):\n        print(book)\n',
    ),
    changed(
      'as a list',
      title,
      'async def f():\n    books = list(Book.objects.all())\n    return len(books)\n',
      'async def f():\n    books = [item async for item in Book.objects.all()]\n    return len(books)\n',
    ),
    changed(
      'sorted',
      title,
      'async def f(item):\n    return sorted(Book.objects.iterator(), key=item)\n',
      'async def f(item):\n    return sorted([each async for each in Book.objects.aiterator()], key=item)\n',
    ),
    held(
      'not in a generator expression',
      'It cannot run in a thread',
      'async def f():\n    return tuple(x.pk for x in Book.objects.all())\n',
      'tuple(',
    ),
    {
      ...held(
        'not as a list inside of another before Python 3.11',
        'Before Python 3.11',
        'async def f(pks):\n    return [list(Book.objects.filter(pk=pk)) for pk in pks]\n',
      ),
      target: 10,
    },
    held(
      'not with its position',
      'whole loop',
      'async def f():\n    for i, x in enumerate(Book.objects.all()):\n        print(i, x)\n',
    ),
    held(
      'not in a transaction',
      'belongs to this thread',
      'async def f():\n    with transaction.atomic():\n        for x in Book.objects.all():\n            print(x)\n',
      'for x',
    ),
  ]);
});

const STORE = `import asyncio
import time


class Store:
    def read(self, key, again=False):
        time.sleep(1)
        return key

    async def read_async(self, key, again=False):
        await asyncio.sleep(1)
        return key

    def load_sync(self):
        time.sleep(1)

    async def load(self):
        await asyncio.sleep(1)

    def find(self, key):
        time.sleep(1)

    async def afind(self, key, more):
        await asyncio.sleep(1)

    def keep(self):
        time.sleep(1)

    async def akeep(self):
        self.keep()


def fetch(url):
    time.sleep(1)


async def async_fetch(url):
    await asyncio.sleep(1)


`;

describe("the program's own coroutine is awaited instead", () => {
  const own = (name: string, fix: string, before: string, after: string): FixCase => {
    return { name, fix, before: STORE + before, after: STORE + after, safety: 'unsafe', at: 'here' };
  };
  const none = (name: string, before: string): FixCase => {
    return { name, fix: 'Use `a', before: STORE + before, withheld: '', at: 'here' };
  };
  testFixes([
    own(
      'of the same class',
      'Use `read_async`',
      'async def main():\n    print(Store().read("a").title())  # here\n',
      'async def main():\n    print((await Store().read_async("a")).title())  # here\n',
    ),
    own(
      'that has the plain name',
      'Use `load`',
      'async def main(store: Store):\n    store.load_sync()  # here\n',
      'async def main(store: Store):\n    await store.load()  # here\n',
    ),
    own(
      'of the same module',
      'Use `async_fetch`',
      'async def main(url):\n    fetch(url)  # here\n',
      'async def main(url):\n    await async_fetch(url)  # here\n',
    ),
    {
      name: 'of another module',
      fix: 'Use `async_fetch`',
      others: { 'store.py': STORE },
      before: 'from store import fetch\n\n\nasync def main(url):\n    fetch(url)\n',
      after: 'from store import async_fetch\n\n\nasync def main(url):\n    await async_fetch(url)\n',
    },
    none('not with other parameters', 'async def main(store: Store):\n    store.find(1)  # here\n'),
    none('not if that blocks itself', 'async def main(store: Store):\n    store.keep()  # here\n'),
    none('not if its name means something else', 'async def main(url, async_fetch):\n    fetch(url)  # here\n'),
    none(
      'not if that comes back here',
      'def take(url):\n    time.sleep(1)\n\n\nasync def atake(url):\n    await main(url)\n\n\nasync def main(url):\n    take(url)  # here\n',
    ),
  ]);
});
