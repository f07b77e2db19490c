"""Names of a class body are seen in that body, not in the methods."""
import time
from time import sleep


class Clock:
    time = None
    sleep = None

    async def tick(self):
        time.sleep(1)  # finding: [blocking-sleep]
        sleep(1)  # finding: [blocking-sleep]
        self.sleep(1)  # ok: the class's own
        Clock.sleep(1)  # ok: the class's own


class Sleeper:
    sleep = time.sleep

    async def tick(self):
        Sleeper.sleep(1)  # finding: [blocking-sleep]
        type(self).sleep(1)  # finding: [blocking-sleep]
