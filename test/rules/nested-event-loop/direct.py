"""Starting an event loop in a coroutine."""
import asyncio

import anyio


async def work():
    return 1


async def main():
    asyncio.run(work())  # finding: [nested-event-loop]
#   ^^^^^^^^^^^
    asyncio.get_event_loop().run_until_complete(work())  # finding: [nested-event-loop]
    loop = asyncio.get_running_loop()
    loop.run_until_complete(work())  # finding: [nested-event-loop]
    loop.run_forever()  # finding: [nested-event-loop]
    anyio.run(work)  # finding: [nested-event-loop]
    with asyncio.Runner() as runner:
        runner.run(work())  # finding: [nested-event-loop]
    await work()  # ok
    asyncio.create_task(work())  # ok
    asyncio.run_coroutine_threadsafe(work(), loop)  # ok


def start():
    asyncio.run(main())  # ok: no loop runs yet


if __name__ == '__main__':
    asyncio.run(main())  # ok: no loop runs yet
