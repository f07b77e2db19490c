"""A decorator that calls what it wraps, on the loop like its caller."""
import functools
import os

import requests


def retried(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        for attempt in range(3):
            try:
                return function(*args, **kwargs)
            except requests.ConnectionError:
                if attempt == 2:
                    raise

    return wrapper


@retried
def status(path):
    return requests.head(os.environ["SLOW_HTTP"] + path, timeout=5).status_code


async def main():
    assert status("/health") == 200
