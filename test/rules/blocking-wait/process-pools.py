"""multiprocessing's pools, queues and pipes wait for other processes."""
import multiprocessing
from multiprocessing import Pool, Process, Queue


def work(number):
    return number


async def main(numbers):
    pool = Pool(2)
    pool.map(work, numbers)  # finding: [blocking-wait]
    pool.apply_async(work)  # ok: returns at once
    pool.apply_async(work).get()  # finding: [blocking-wait]
    queue = Queue()
    queue.get()  # finding: [blocking-wait]
    queue.get_nowait()  # ok
    ours, theirs = multiprocessing.Pipe()
    ours.recv()  # finding: [blocking-wait]
    process = Process(target=work, args=(theirs,))
    process.start()  # ok: returns at once
    process.join(timeout=0)  # ok
    process.join(5)  # finding: [blocking-wait]
