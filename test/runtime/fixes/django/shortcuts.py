"""The shortcuts find the same, and raise the same where there is nothing."""
# fix: Use `aget_
import os
import threading

import django
from django.conf import settings
from django.db import connection, models
from django.db.backends.signals import connection_created
from django.dispatch import receiver
from django.http import Http404
from django.shortcuts import get_list_or_404, get_object_or_404

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
    await Book.objects.acreate(title="a")
    print(get_object_or_404(Book, title="a").pages)
    print(len(get_list_or_404(Book, pages=1)))
    try:
        get_object_or_404(Book.objects.filter(pages=2), title="a")
    except Http404 as error:
        print(error)
