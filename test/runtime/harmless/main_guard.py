"""What happens before the loop starts blocks nobody."""
import asyncio
import time

import requests


async def main():
    await asyncio.sleep(0.01)


if __name__ == "__main__":
    time.sleep(1)
    requests.get("http://127.0.0.1:1", timeout=5)
    asyncio.run(main())
