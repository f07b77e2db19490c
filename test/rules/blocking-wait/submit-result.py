"""`submit(...).result()` waits for the pool; so does reading the results of `map`."""
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def wait_for_all(numbers):
    pool.submit(sum, numbers).result()  # finding: [blocking-wait]
    results = pool.map(abs, numbers)  # ok: lazy
    futures = [pool.submit(abs, number) for number in numbers]
    collected = [future.result() for future in futures]  # finding: [blocking-wait]
    first, *rest = futures
    first.result()  # finding: [blocking-wait]
    return list(results), collected, rest  # finding: [blocking-wait]
