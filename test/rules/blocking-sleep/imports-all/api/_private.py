import time

__all__ = ['doze']


def _nap():
    time.sleep(1)


def doze():
    time.sleep(1)


def hidden():
    time.sleep(1)
