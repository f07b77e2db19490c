"""What is called is one of several: all of them must block."""
import time


def nap():
    time.sleep(1)


def doze():
    nap()


def wake():
    return 1


class Sleeper:
    def rest(self):
        time.sleep(1)


class Runner:
    def rest(self):
        return 1


async def main(flag):
    (nap if flag else doze)()  # finding: [blocking-sleep]
    (nap if flag else wake)()  # ok: `wake` does nothing
    (nap if flag else time.sleep)(1)  # finding: [blocking-sleep]
    (wake if flag else time.sleep)(1)  # ok: `wake` does nothing
    animal = Sleeper() if flag else Runner()
    animal.rest()  # ok: a runner does not sleep
    choose(flag)()  # ok: may be `wake`
    indirect(flag)  # ok: may be `wake`


def choose(flag):
    if flag:
        return nap
    return wake


def indirect(flag):
    action = nap if flag else wake
    action()
