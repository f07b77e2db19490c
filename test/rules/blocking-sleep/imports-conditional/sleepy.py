import time


def nap():
    time.sleep(1)


def nap_twice():
    time.sleep(2)


class Sleeper:
    def sleep(self):
        time.sleep(1)
