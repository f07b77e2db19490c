"""anyio's offload, with a lambda and with arguments."""
import time

import anyio
from anyio import to_thread


async def main():
    await to_thread.run_sync(time.sleep, 0.05)
    await anyio.to_thread.run_sync(lambda: time.sleep(0.05))
