"""A thread that waits for a condition gives up its lock meanwhile."""
import threading
import time


class Mailbox:
    def __init__(self):
        self.changed = threading.Condition()
        self.letters = []
        self.waiting = False

    def collect(self):
        with self.changed:
            self.waiting = True
            self.changed.wait()
            self.letters.clear()

    async def drop(self, letter):
        with self.changed:
            self.letters.append(letter)
            self.changed.notify_all()


async def main():
    mailbox = Mailbox()
    threading.Thread(target=mailbox.collect).start()
    while not mailbox.waiting:
        time.sleep(0)
    await mailbox.drop('letter')
