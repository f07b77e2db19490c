"""What saves, refreshes and deletes an object does it later as well, and runs what the class has put in its place."""
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


class Novel(Book):
    def save(self, *args, **kwargs):
        self.title = self.title.strip()
        super().save(*args, **kwargs)

    class Meta:
        app_label = "books"
        proxy = True


async def main():
    await Book.objects.all().adelete()
    novel = Novel(title="  a ")
    novel.save()
    await Book.objects.aupdate(pages=5)
    novel.refresh_from_db()
    print(repr(novel.title), novel.pages)
    novel.pages = 6
    novel.save()
    print([book.pages async for book in Book.objects.all()])
    print(novel.delete()[0], await Book.objects.acount())
