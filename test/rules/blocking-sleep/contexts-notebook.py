"""# %% cells that await at their top run on the kernel's event loop, and so does all that stands beside them."""
# %%
import asyncio
import time


def pause():
    time.sleep(1)


# %%
await asyncio.sleep(0)
time.sleep(1)  # finding: [blocking-sleep]
pause()  # finding: [blocking-sleep] via pause > time.sleep
await asyncio.to_thread(pause)  # ok: in a thread

# %%
async with asyncio.timeout(1):
    pause()  # finding: [blocking-sleep]


class Report:
    time.sleep(1)  # finding: [blocking-sleep]

    def build(self):
        time.sleep(1)  # ok: nobody calls it
