"""`with lock` waits for the lock; so does `acquire`."""
import threading


class Cache:
    def __init__(self):
        self.lock = threading.Lock()
        self.condition = threading.Condition()

    async def read(self):
        with self.lock:  # todo-finding: [blocking-wait] short critical sections are common and harmless: needs the weight of the body
            value = 1
        with self.condition:
            self.condition.wait()  # finding: [blocking-wait]
            self.condition.notify_all()  # ok
        return value
