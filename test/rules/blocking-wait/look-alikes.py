"""`get`, `join`, `wait`, `acquire` and `result` of things that wait for nobody."""
import os
from dataclasses import dataclass


@dataclass
class Answer:
    value: int

    def result(self):
        return self.value


class Pool:
    def acquire(self):
        return self

    def join(self, other):
        return other


async def look(pool: Pool, answer: Answer, words: list[str], message_queue, client_sock):
    ', '.join(words)  # ok: str
    os.path.join('a', 'b')  # ok
    words.clear()  # ok
    pool.acquire()  # ok: the project's own
    pool.join(pool)  # ok
    answer.result()  # ok
    message_queue.get()  # ok: the name tells nothing
    client_sock.recv(10)  # ok: the name tells nothing
    {}.pop('a', None)  # ok
