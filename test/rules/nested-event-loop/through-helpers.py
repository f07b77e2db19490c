"""A helper that starts a loop cannot be called from a coroutine; a thread may start one of its own."""
import asyncio
import threading


async def work():
    return 1


def run_work():
    return asyncio.run(work())


class Client:
    def fetch(self):
        return asyncio.get_event_loop().run_until_complete(self.afetch())

    async def afetch(self):
        return 1


async def main(client: Client):
    run_work()  # finding: [nested-event-loop] via run_work > asyncio.run
    client.fetch()  # finding: [nested-event-loop]
    await asyncio.to_thread(run_work)  # ok: in a thread of its own
    await asyncio.to_thread(asyncio.run, work())  # ok: in a thread of its own
    threading.Thread(target=run_work).start()  # ok
    await client.afetch()  # ok


def either():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work())
    return loop.create_task(work())


def maybe(is_async):
    if not is_async:
        asyncio.run(work())


async def careful():
    either()  # ok: looks for a running loop first
    maybe(True)  # ok: the condition keeps it off the loop
