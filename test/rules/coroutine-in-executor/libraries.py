"""Schedulers and tasks of libraries: some look whether they are given a coroutine function."""

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.schedulers.background import BackgroundScheduler
from asgiref.sync import sync_to_async
from starlette.background import BackgroundTask
from textual.app import App


async def refresh():
    return 1


def schedule():
    on_the_loop = AsyncIOScheduler()
    on_the_loop.add_job(refresh, "interval", seconds=5)  # ok: its executor awaits coroutine functions
    in_threads = BackgroundScheduler()
    in_threads.add_job(refresh, "interval", seconds=5)  # finding: [coroutine-in-executor] error


async def later():
    await sync_to_async(refresh)()  # finding: [coroutine-in-executor] error
    return BackgroundTask(refresh)  # ok: it awaits coroutine functions


class Board(App):
    def on_mount(self):
        self.run_worker(refresh)  # ok: on the loop
        self.run_worker(refresh, thread=True)  # ok: the worker runs a loop for it
