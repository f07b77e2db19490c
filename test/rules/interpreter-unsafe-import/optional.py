"""An import that may fail, or that is not made, is no obstacle."""

import contextlib
import sys
from concurrent.futures import InterpreterPoolExecutor
from typing import TYPE_CHECKING

try:
    import orjson
except ImportError:
    orjson = None

if TYPE_CHECKING:
    import pandas

with contextlib.suppress(ImportError):
    import lxml.etree

if sys.platform == "win32":
    import psutil

LIMIT = 3


def work(value):
    return value + LIMIT


def report():
    import numpy

    return numpy


def run():
    with InterpreterPoolExecutor() as pool:
        print(pool.submit(work, 1))  # ok: nothing of this need be imported
