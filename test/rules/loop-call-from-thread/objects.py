"""Objects that run a thread beside the loop."""

import asyncio
import threading


class Reader(threading.Thread):
    def __init__(self, queue: asyncio.Queue, loop: asyncio.AbstractEventLoop):
        super().__init__()
        self.queue = queue
        self.loop = loop

    def run(self):
        self.queue.put_nowait("a line")  # finding: [loop-call-from-thread] error
        self.loop.call_soon_threadsafe(self.queue.put_nowait, "a line")  # ok: wakes the loop


class Watcher:
    def __init__(self):
        self.loop = asyncio.get_event_loop()
        self.changed = asyncio.Event()
        self.thread = threading.Thread(target=self._watch)

    def _watch(self):
        self._notify()
        self.loop.call_soon(self.stop)  # finding: [loop-call-from-thread] error

    def _notify(self):
        self.changed.set()  # finding: [loop-call-from-thread] error

    def stop(self):
        self.changed.set()  # ok: the loop runs it


class Own:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self._run)

    def _run(self):
        self.loop.call_soon(print)  # ok: the thread runs this loop
        self.loop.run_forever()
