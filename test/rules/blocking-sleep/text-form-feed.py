"""Form feeds between definitions count for nothing, and are no line ends."""
import time


async def naps():
    value = " "; time.sleep(1)  # finding: [blocking-sleep]
#                   ^^^^^^^^^^
    return value


async def more():
    time.sleep(1)  # finding: [blocking-sleep]
