"""Extensions that declare that they load there, and libraries that go on without theirs."""

from concurrent.futures import InterpreterPoolExecutor

import aiohttp
import multidict
import requests
import yaml
from PIL import __version__

LIMIT = 3


def work(value):
    return value + LIMIT


def run():
    with InterpreterPoolExecutor() as pool:
        print(pool.submit(work, 1))  # ok: all of these load
