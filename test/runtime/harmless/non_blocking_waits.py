"""Each of these asks, and waits for nobody."""
import queue
import threading

lock = threading.Lock()
ready = threading.Event()
jobs = queue.Queue()
full = queue.Queue(maxsize=1)


def poll():
    try:
        return jobs.get_nowait()
    except queue.Empty:
        return None


async def main():
    if lock.acquire(blocking=False):
        lock.release()
    assert not ready.is_set()
    assert not ready.wait(0)
    jobs.put("job")
    assert poll() == "job"
    try:
        jobs.get(block=False)
    except queue.Empty:
        pass
    thread = threading.Thread(target=ready.wait, args=(0.05,))
    thread.start()
    thread.join(timeout=0)
