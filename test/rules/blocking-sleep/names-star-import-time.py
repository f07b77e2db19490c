"""`from time import *` brings `sleep`."""
from time import *


async def naps():
    sleep(1)  # finding: [blocking-sleep]
    monotonic()  # ok
