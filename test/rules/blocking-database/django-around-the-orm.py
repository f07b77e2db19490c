"""What waits besides querysets: transactions, related managers, raw queries, accounts and sessions."""

from django.contrib.auth import alogin, authenticate, login
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import models, transaction
from django.http import HttpRequest


class Tag(models.Model):
    name = models.TextField()


class Note(models.Model):
    tags = models.ManyToManyField(Tag)
    text = models.TextField()

    def save(self, *args, **kwargs):
        self.text = self.text.strip()
        super().save(*args, **kwargs)


async def tag(pk, name):
    note = await Note.objects.aget(pk=pk)  # ok
    note.save()  # finding: [blocking-database]
    tag = await Tag.objects.acreate(name=name)  # ok
    note.tags.add(tag)  # finding: [blocking-database]
    await note.tags.aadd(tag)  # ok
    names = note.tags.values_list('name', flat=True)  # ok: lazy
    print(note.tags.count())  # finding: [blocking-database]
    return [name async for name in names]  # ok


async def both():
    with transaction.atomic():  # finding: [blocking-database]
        Tag.objects.create(name='a')  # finding: [blocking-database]


@transaction.atomic
def replace():
    Tag.objects.all().delete()  # ok: plain code


async def raw():
    tags = Tag.objects.raw('SELECT * FROM tag')  # ok: lazy
    for tag in tags:  # finding: [blocking-database]
        print(tag)
    async for tag in tags:  # ok
        print(tag)


async def enter(request: HttpRequest, name, password):
    user = authenticate(request, username=name, password=password)  # finding: [blocking-database]
    login(request, user)  # finding: [blocking-database]
    await alogin(request, user)  # ok
    request.session.flush()  # finding: [blocking-database]
    await request.session.aflush()  # ok
    User.objects.create_user(name)  # finding: [blocking-database]
    return request.session.get('a')  # ok: loaded before


async def remember(key):
    if cache.get(key) is None:  # ok: in this process, unless the settings name another place
        await cache.aset(key, 1)  # ok
