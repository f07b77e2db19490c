"""What managers and querysets answer at once, they answer later as well, and raise the same."""
# fix: Use `a
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
    book = Book.objects.create(title="a")
    print(book.title, Book.objects.count(), Book.objects.filter(title="b").exists())
    print(Book.objects.get_or_create(title="b", defaults={"pages": 2})[1])
    print(Book.objects.order_by("-title").first().title, Book.objects.filter(pages__gt=1).update(pages=3))
    print(Book.objects.aggregate(models.Sum("pages")))
    try:
        Book.objects.get(title="c")
    except Book.DoesNotExist as error:
        print(error)
