"""Defaults and decorators of a function defined on the loop are evaluated on the loop; its body and annotations are not."""
import time


def slept(seconds):
    time.sleep(seconds)
    return lambda function: function


async def define():
    def by_default(value=time.sleep(1)):  # finding: [blocking-sleep]
        time.sleep(2)  # ok: nobody calls it

    @slept(1)  # finding: [blocking-sleep] via slept > time.sleep
    def decorated():
        time.sleep(2)  # ok: nobody calls it

    class Local:
        value = time.sleep(1)  # finding: [blocking-sleep]

    return by_default, decorated, Local
