"""`del` unbinds: what follows is another thing or an error, never the import."""
import time


async def deleted():
    import time

    time.sleep(1)  # finding: [blocking-sleep]
    del time
    time = make()
    time.sleep(1)  # ok: what `make` gives


def make():
    return open
