"""Django's managers and querysets know their model; its instances wait when they are saved."""
from django.db import models
from django.db.models import Model


class Author(models.Model):
    name = models.CharField(max_length=100)


class BookManager(models.Manager):
    def recent(self):
        return self.filter(year=2026)


class Book(Model):
    year = models.IntegerField()
    objects = BookManager()


async def view(request):
    author = Author.objects.get(pk=1)  # finding: [blocking-database]
    author.save()  # finding: [blocking-database]
    await author.asave()  # ok
    authors = Author.objects.filter(name='A').select_related('x')  # ok: lazy
    if authors:  # finding: [blocking-database]
        pass
    names = [author.name for author in authors]  # finding: [blocking-database]
    list(authors)  # finding: [blocking-database]
    authors.first().delete()  # finding: [blocking-database] # finding: [blocking-database]
    async for author in authors:  # ok
        names.append(author.name)
    Book.objects.create(year=2026)  # finding: [blocking-database]
    author, _ = Author.objects.get_or_create(name='B')  # finding: [blocking-database]
    author.refresh_from_db()  # finding: [blocking-database]
    page = authors[:10]  # ok: a slice is lazy
    return names, page


def report(request):
    return list(Author.objects.all())  # ok: a plain view runs in a thread
