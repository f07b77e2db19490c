"""A nested function sees the names of the functions around it."""
import time


async def outer(clock):
    time = clock

    async def inner():
        time.sleep(1)  # ok: the outer local

    async def own():
        import time

        time.sleep(1)  # finding: [blocking-sleep]

    await inner()
    await own()


async def plain(clock):
    async def inner():
        time.sleep(1)  # finding: [blocking-sleep]

    clock.sleep = 1
    await inner()
