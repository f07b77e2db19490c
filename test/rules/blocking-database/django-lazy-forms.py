"""Django in asynchronous code as projects write it: managers of own models, a-methods, sync_to_async; lazy until evaluated."""

from asgiref.sync import sync_to_async
from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncJsonWebsocketConsumer
from django.db import models, transaction
from django.http import JsonResponse
from django.views import View


class PublishedManager(models.Manager):
    def published(self):
        return self.get_queryset().filter(published=True)


class Note(models.Model):
    text = models.TextField()
    published = models.BooleanField(default=False)
    objects = PublishedManager()

    def publish(self):
        self.published = True
        self.save(update_fields=['published'])


@sync_to_async
def count_notes():
    return Note.objects.count()  # ok: in a thread


@transaction.atomic
def replace(text):
    Note.objects.all().delete()
    return Note.objects.create(text=text)


async def view(request, pk):
    notes = Note.objects.filter(pk=pk)  # ok: lazy
    page = notes.exclude(text='').select_related().order_by('-pk')[:10]  # ok: lazy
    note = await notes.afirst()  # ok
    made = await Note.objects.acreate(text='a')  # ok
    await made.asave()  # ok
    if await notes.aexists():  # ok
        await notes.aupdate(text='')  # ok
    listed = await sync_to_async(list)(page)  # ok: evaluated in a thread
    total = await count_notes()  # ok
    await sync_to_async(replace, thread_sensitive=True)('a')  # ok
    await sync_to_async(made.publish)()  # ok
    async for each in Note.objects.published():  # ok
        print(each, note)
    return JsonResponse({'notes': [each.text for each in listed], 'total': total})  # ok: a list


async def blocking(request, pk):
    Note.objects.get(pk=pk)  # finding: [blocking-database]
    Note.objects.create(text='a')  # finding: [blocking-database]
    Note(text='a').save()  # finding: [blocking-database]
    Note.objects.filter(pk=pk).exists()  # finding: [blocking-database]
    Note(text='a').publish()  # finding: [blocking-database]
    list(Note.objects.all())  # finding: [blocking-database]
    for note in Note.objects.filter(pk=pk):  # finding: [blocking-database]
        print(note)


class NoteView(View):
    async def get(self, request, pk):
        return JsonResponse({'text': (await self.note(pk)).text})  # ok

    @database_sync_to_async
    def note(self, pk):
        return Note.objects.get(pk=pk)  # ok: in a thread


class Consumer(AsyncJsonWebsocketConsumer):
    async def receive_json(self, content):
        await database_sync_to_async(Note.objects.create)(text=content['text'])  # ok
        await self.latest()  # ok

    @database_sync_to_async
    def latest(self):
        return Note.objects.latest('pk')  # ok: in a thread
