"""Several futures, one after the other."""
import time
from concurrent import futures

executor = futures.ThreadPoolExecutor(2)


def gather(jobs):
    return [done.result() for done in futures.as_completed(jobs)]


async def main():
    gather([executor.submit(time.sleep, 0.08) for _ in range(2)])
