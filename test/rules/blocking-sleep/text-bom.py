import time  # a byte order mark stands before this line


async def naps():
    time.sleep(1)  # finding: [blocking-sleep]
#   ^^^^^^^^^^
