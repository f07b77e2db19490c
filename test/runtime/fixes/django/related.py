"""The managers of related objects add, set and count the same."""
# fix: Use `a
import os
import sys
import threading

import django
from django.apps import AppConfig
from django.conf import settings
from django.db import connection, models
from django.db.backends.signals import connection_created
from django.dispatch import receiver

# Without it, the plain calls raise SynchronousOnlyOperation.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "books.db"}}


class Books(AppConfig):
    path = "."


settings.configure(DATABASES=DATABASES, INSTALLED_APPS=[Books("books", sys.modules[__name__])])
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
    create_tables(Book, Shelf)


class Shelf(models.Model):
    books = models.ManyToManyField(Book)

    class Meta:
        app_label = "books"


async def main():
    await Book.objects.all().adelete()
    a, b = [await Book.objects.acreate(title=title) for title in "ab"]
    shelf = await Shelf.objects.acreate()
    shelf.books.add(a, b)
    print(shelf.books.count())
    shelf.books.remove(a)
    shelf.books.create(title="c")
    print([book.title async for book in shelf.books.order_by("title")])
    shelf.books.set([a])
    shelf.books.clear()
    print(await shelf.books.aexists())
