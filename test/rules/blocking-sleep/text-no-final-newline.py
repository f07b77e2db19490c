"""The last line ends without a line end."""
import time


async def naps():
    time.sleep(1)  # finding: [blocking-sleep]