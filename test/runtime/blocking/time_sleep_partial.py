"""A partial that is called here."""
import time
from functools import partial


async def main():
    pause = partial(time.sleep, 0.08)
    pause()
