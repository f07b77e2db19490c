"""Querysets give the same in the same order when they are iterated asynchronously."""
# fix: Iterate with `async for`
import os
import threading

import django
from django.conf import settings
from django.db import connection, models
from django.db.backends.signals import connection_created
from django.dispatch import receiver

# Without it, the plain calls raise SynchronousOnlyOperation.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "books.db"}})
django.setup()


@receiver(connection_created)
def slow_down(connection, **_):
    """Every question takes as long as in a database far away."""

    def slowly(execute, sql, *rest):
        threading.Event().wait(0.3)
        return execute(sql, *rest)

    connection.execute_wrappers.append(slowly)


class Book(models.Model):
    title = models.TextField(unique=True)
    pages = models.IntegerField(default=1)

    class Meta:
        app_label = "books"


def create_tables(*made):
    with connection.schema_editor() as editor:
        for each in made:
            editor.create_model(each)


async def prepare():
    create_tables(Book)


async def main():
    await Book.objects.all().adelete()
    await Book.objects.abulk_create([Book(title=title, pages=ord(title)) for title in "cab"])
    for book in Book.objects.order_by("title"):
        print(book.title)
        if book.title == "b":
            break
    else:
        print("not found")
    print([book.title for book in Book.objects.order_by("-title") if book.pages > 97])
    print({book.title: book.pages for book in Book.objects.order_by("pages").iterator(chunk_size=2)})
    print(list(Book.objects.order_by("title").values_list("title", flat=True)))
    print(sorted(Book.objects.values_list("pages", flat=True), reverse=True))
    print(tuple(Book.objects.order_by("title").values_list("title", flat=True)))
    for book in Book.objects.raw("SELECT * FROM books_book ORDER BY title"):
        print(book.pages)
