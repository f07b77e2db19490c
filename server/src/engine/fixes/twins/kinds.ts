/** The fixes that call the coroutine beside a function that waits. */
import { EVERY_BLOCKING_RULE, type FixKind, WITHHELD_FROM_AWAITS } from '../kind.ts';
import { asyncIteration } from './async-iteration.ts';
import { libraryTwin } from './library-twin.ts';
import { ownTwin } from './own-twin.ts';

export const TWIN_FIXES: readonly FixKind[] = [
  {
    id: 'async-twin',
    rules: EVERY_BLOCKING_RULE,
    fixers: [libraryTwin],
    supersedes: ['to-thread'],
    title: 'Use `aget`',
    safety: 'unsafe',
    explanation: `Some libraries have a coroutine beside a function that waits, of the same class or module and with the same arguments:
Django's \`aget\`, \`acreate\`, \`asave\`, \`aget_object_or_404\` and \`alogin\`. It is **unsafe** because the coroutine does its
work in another thread, with a database connection of its own (in a coroutine the plain call raises \`SynchronousOnlyOperation\`, unless
\`DJANGO_ALLOW_ASYNC_UNSAFE\` is set).`,
    before: `from django.db import models


class Book(models.Model):
    title = models.TextField()


async def title_of(pk):
    return Book.objects.get(pk=pk).title
`,
    after: `from django.db import models


class Book(models.Model):
    title = models.TextField()


async def title_of(pk):
    return (await Book.objects.aget(pk=pk)).title
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'in `with transaction.atomic()`: the transaction is of the connection of this thread',
      'a method that the program overrides, where it is called with arguments, which the coroutine may not have',
    ],
  },
  {
    id: 'async-for',
    rules: EVERY_BLOCKING_RULE,
    fixers: [asyncIteration],
    supersedes: ['to-thread', 'block-to-thread'],
    title: 'Iterate with `async for`',
    safety: 'unsafe',
    explanation: `What waits when it is iterated, such as a queryset of Django, can often be iterated asynchronously: in a \`for\`
statement, in a comprehension, and where \`list\`, \`sorted\` and others take all of it.`,
    before: `from django.contrib.auth.models import User


async def names():
    for user in User.objects.all():
        print(user)
    return list(User.objects.values_list("username", flat=True))
`,
    after: `from django.contrib.auth.models import User


async def names():
    async for user in User.objects.all():
        print(user)
    return list(User.objects.values_list("username", flat=True))
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'what is iterated by other means: `enumerate(books)`, `a, b = books`, `*books`, `if books:`',
      'in `with transaction.atomic()`: the transaction is of the connection of this thread',
    ],
  },
  {
    id: 'own-twin',
    rules: EVERY_BLOCKING_RULE,
    fixers: [ownTwin],
    title: 'Use `aload`',
    safety: 'unsafe',
    explanation: `The program itself has a coroutine beside the function that waits: of the same class or module, with the same parameters,
and a name that says so (\`load\` and \`aload\`, \`async_load\` or \`load_async\`; \`load_sync\` and \`load\`). That both do the same is for you to see.`,
    before: `import asyncio
from pathlib import Path


def load(path):
    return Path(path).read_text()


async def aload(path):
    return await asyncio.to_thread(Path(path).read_text)


async def main():
    return load("a")
`,
    after: `import asyncio
from pathlib import Path


def load(path):
    return Path(path).read_text()


async def aload(path):
    return await asyncio.to_thread(Path(path).read_text)


async def main():
    return await aload("a")
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'a coroutine that waits itself, that is decorated, or that may lead back to the place of the call',
    ],
  },
];
