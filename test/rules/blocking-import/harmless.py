# Imports that cost nothing on the loop, or are nobody's business.
import asyncio
import importlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import polars


async def imported_at_the_top():
    import numpy  # ok: the module has imported it

    return numpy.zeros(np.int64(2))


async def of_small_packages():
    import json  # ok: takes a few milliseconds
    from collections import abc  # ok: is loaded already

    return json, abc, importlib.import_module("json.decoder")  # ok: names a small module


async def beside_this_one():
    return importlib.import_module(".plugins", __package__)  # ok: a module of the program


def plain():
    import cv2  # ok: nothing on the loop calls it

    return cv2.imread("x.png")


def plugin(name):
    return importlib.import_module(name)


async def by_a_name_that_a_helper_is_given(name):
    return plugin(name)  # ok: it is not known which module that is, nor whether it is loaded


async def in_a_thread():
    await asyncio.to_thread(plain)  # ok: a thread imports it
    return await asyncio.to_thread(importlib.import_module, "scipy")  # ok: a thread imports it


async def for_type_checkers_only():
    import polars  # finding: [blocking-import]

    return polars.DataFrame()
