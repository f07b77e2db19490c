"""Lines that end in CR LF."""
import time


async def naps():
    value = """
    🐍
    """; time.sleep(1)  # finding: [blocking-sleep]
#        ^^^^^^^^^^
    time.sleep(2)  # finding: [blocking-sleep]
#   ^^^^^^^^^^
    return value
