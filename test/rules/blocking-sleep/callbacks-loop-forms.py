"""Each way to give the loop a plain function: by name, lambda, partial, bound method, nested function, keyword."""

import asyncio
import functools
import signal
import threading
import time


def by_name():
    time.sleep(1)  # finding: [blocking-sleep]


def with_argument(name):
    time.sleep(1)  # finding: [blocking-sleep]


def on_readable():
    time.sleep(1)  # finding: [blocking-sleep]


def on_exception(loop, context):
    time.sleep(1)  # finding: [blocking-sleep]


def through_helper():
    step()  # finding: [blocking-sleep] via step > time.sleep


def step():
    time.sleep(1)


async def scheduled():
    def nested():
        time.sleep(1)  # finding: [blocking-sleep]

    def again():
        time.sleep(1)  # finding: [blocking-sleep]
        asyncio.get_running_loop().call_later(1, again)

    loop = asyncio.get_running_loop()
    loop.call_at(loop.time() + 1, nested)
    loop.call_at(callback=by_name, when=1)
    loop.call_at(1, lambda: time.sleep(1))  # finding: [blocking-sleep]
    loop.call_later(1, with_argument, 'a')
    loop.call_later(1, functools.partial(with_argument, name='a'))
    loop.call_later(delay=1, callback=again)
    asyncio.get_event_loop().call_soon(through_helper)
    loop.call_soon(functools.partial(time.sleep, 1))  # todo-finding: [blocking-sleep] the loop runs `time.sleep` itself: a finding stands in a function of the program that the loop runs, and here is none
    loop.call_soon(time.sleep, 1)  # todo-finding: [blocking-sleep] the loop runs `time.sleep` itself: a finding stands in a function of the program that the loop runs, and here is none
    loop.call_later(1, by_name())  # finding: [blocking-sleep] via by_name > time.sleep


class Reader:
    def __init__(self, loop: asyncio.AbstractEventLoop, pipe):
        self.loop = loop
        self.pipe = pipe
        loop.add_reader(pipe, self._on_pipe)
        self.loop.add_reader(pipe.fileno(), on_readable)
        self.loop.add_reader(pipe, lambda: self._drain())  # finding: [blocking-sleep] via self._drain > time.sleep
        self.loop.add_writer(pipe, self._on_writable, pipe)
        self.loop.add_writer(pipe, functools.partial(self._on_partial, 1))
        self.loop.set_exception_handler(on_exception)

    def _on_pipe(self):
        time.sleep(1)  # finding: [blocking-sleep]

    def _drain(self):
        time.sleep(1)

    def _on_writable(self, pipe):
        self._drain()  # finding: [blocking-sleep] via self._drain > time.sleep

    def _on_partial(self, number):
        time.sleep(1)  # finding: [blocking-sleep]

    def _unused(self):
        time.sleep(1)  # ok: nothing says that a loop runs this


class Service:
    def install(self):
        loop = asyncio.get_event_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.stop)
            loop.add_signal_handler(number, functools.partial(self.stop_by, number))
            loop.add_signal_handler(number, lambda: time.sleep(1))  # finding: [blocking-sleep]
        signal.signal(signal.SIGHUP, self.reload)

    def stop(self):
        time.sleep(1)  # finding: [blocking-sleep]

    def stop_by(self, number):
        time.sleep(1)  # finding: [blocking-sleep]

    def reload(self, number, frame):
        time.sleep(1)  # ok: signal.signal runs it in the main thread, wherever that is


class Jobs:
    def __init__(self):
        self.tasks = set()

    def start(self, coroutine):
        task = asyncio.ensure_future(coroutine)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)  # ok: a set
        task.add_done_callback(self._done)
        task.add_done_callback(functools.partial(self._done_with, 'name'))
        task.add_done_callback(lambda finished: time.sleep(1))  # finding: [blocking-sleep]
        return task

    def _done(self, task: asyncio.Task):
        if not task.cancelled() and task.exception():
            time.sleep(1)  # finding: [blocking-sleep]

    def _done_with(self, name, task):
        time.sleep(1)  # finding: [blocking-sleep]


class Waiting:
    def __init__(self, loop):
        self.future: asyncio.Future[int] = loop.create_future()
        self.future.add_done_callback(self.finished)

    def finished(self, future):
        time.sleep(1)  # finding: [blocking-sleep]


def on_thread_done(future):
    time.sleep(1)  # ok: a pool's future calls it in the pool's thread


async def on_futures(pool_of_threads):
    from concurrent.futures import ThreadPoolExecutor

    with_pool = ThreadPoolExecutor()
    with_pool.submit(print).add_done_callback(on_thread_done)
    asyncio.get_running_loop().run_in_executor(with_pool, print).add_done_callback(on_loop_done)
    asyncio.get_running_loop().call_soon_threadsafe(threading.Thread(target=step).start)  # ok: starting returns at once


def on_loop_done(future):
    time.sleep(1)  # finding: [blocking-sleep]
