"""A helper calls its parameter here, although its name speaks of a job."""
import time


def timed(job, *args):
    started = time.perf_counter()
    job(*args)
    return time.perf_counter() - started


async def main():
    assert timed(time.sleep, 0.08) > 0.07
