"""The program's own coroutines give what the functions beside them give."""
# fix: Use `load_async`
# fix: Use `afetch`
import asyncio
import time


class Store:
    def load(self, key, default=None):
        time.sleep(0.3)
        return {"a": 1}.get(key, default)

    async def load_async(self, key, default=None):
        await asyncio.sleep(0.3)
        return {"a": 1}.get(key, default)


def fetch(name):
    time.sleep(0.3)
    return name.upper()


async def afetch(name):
    await asyncio.sleep(0.3)
    return name.upper()


async def main():
    store = Store()
    print(store.load("a"), store.load("b", default=2))
    print(fetch("c").lower(), [fetch(name) for name in "de"])
