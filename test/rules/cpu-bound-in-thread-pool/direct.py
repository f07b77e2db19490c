"""Pure-Python computing handed to a pool of threads."""
from concurrent.futures import ThreadPoolExecutor


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def primes(limit):
    found = []
    for candidate in range(2, limit):
        for divisor in range(2, candidate):
            if candidate % divisor == 0:
                break
        else:
            found.append(candidate)
    return found


def small(values):
    for i in range(10):
        values[i] += 1


def by_while(n):
    while n > 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1


def through(n):
    return crunch(n) + 1


class Job:
    def run(self):
        return crunch(10_000_000)


def main(job: Job):
    with ThreadPoolExecutor() as pool:
        pool.submit(crunch, 10_000_000)  # finding: [cpu-bound-in-thread-pool]
        pool.map(crunch, [1, 2])  # finding: [cpu-bound-in-thread-pool]
        pool.submit(primes, 10_000)  # finding: [cpu-bound-in-thread-pool]
        pool.submit(by_while, 27)  # finding: [cpu-bound-in-thread-pool]
        pool.submit(through, 10_000_000)  # finding: [cpu-bound-in-thread-pool] via through > crunch
        pool.submit(job.run)  # finding: [cpu-bound-in-thread-pool]
        pool.submit(small, [0] * 10)  # ok: over in a microsecond
        pool.submit(print, 'a')  # ok: another rule's
        pool.submit(sum, [1, 2])  # ok: not the program's
    executor = ThreadPoolExecutor(max_workers=2)
    return [executor.submit(crunch, n) for n in range(4)]  # finding: [cpu-bound-in-thread-pool]
