"""`global` and `nonlocal` write the names of other scopes: those may hold either from then on."""
import time
from time import sleep


def use(clock):
    global sleep
    sleep = clock


async def may_be_replaced():
    sleep(1)  # ok: `use` may have replaced it


async def outer(clock):
    import time as watch

    def change():
        nonlocal watch
        watch = clock

    change()
    watch.sleep(1)  # ok: `change` may have replaced it


async def declared():
    global time
    time.sleep(1)  # finding: [blocking-sleep]
