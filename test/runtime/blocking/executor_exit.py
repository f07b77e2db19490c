"""The pool's own exit waits for its work."""
import time
from concurrent.futures import ThreadPoolExecutor


async def main():
    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(time.sleep, 0.08)
