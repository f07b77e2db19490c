"""A blocking function keeps blocking under every name it is given."""
import functools
import time
from types import SimpleNamespace

pause = time.sleep
PAUSES = {'long': time.sleep}
first, second = time.sleep, print
short_pause = functools.partial(time.sleep, 0.1)


async def naps():
    pause(1)  # finding: [blocking-sleep]
    wait = pause
    wait(1)  # finding: [blocking-sleep]
    first(1)  # finding: [blocking-sleep]
    second(1)  # ok: print
    short_pause()  # finding: [blocking-sleep]
    (lambda: time.sleep(1))()  # finding: [blocking-sleep] via time.sleep
    (nap := time.sleep)(1)  # finding: [blocking-sleep]
    nap(1)  # finding: [blocking-sleep]
    PAUSES['long'](1)  # finding: [blocking-sleep]
    SimpleNamespace(sleep=time.sleep).sleep(1)  # todo-finding: [blocking-sleep] `SimpleNamespace(a=f).a` is f: objects of libraries have no attributes by keyword
    getattr(time, 'sleep')(1)  # finding: [blocking-sleep]
