import time
from time import sleep as nap


async def naps():
    time.sleep(1)  # finding: [blocking-sleep]
#   ^^^^^^^^^^
    nap(1)  # finding: [blocking-sleep]
    time.sleep(0)  # ok: yields for microseconds


def on_a_thread():
    time.sleep(1)  # ok: nothing says that a loop runs this
