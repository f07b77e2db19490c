import time

__all__ = ['listed']


def nap():
    time.sleep(1)


def doze_off():
    nap()


def listed():
    nap()
