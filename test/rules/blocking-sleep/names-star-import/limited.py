import time

__all__ = ['listed']


def listed(seconds):
    time.sleep(seconds)


def unlisted(seconds):
    time.sleep(seconds)
