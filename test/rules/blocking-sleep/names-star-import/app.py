"""A star import may bring any public name of its module."""
import time

from clocks import *
from unknown_library import *


async def naps():
    time.sleep(1)  # ok: `clocks` has a `time` of its own, imported later
    sleep(1)  # ok: `unknown_library` may have one
    pause(1)  # ok: `unknown_library` may have one
