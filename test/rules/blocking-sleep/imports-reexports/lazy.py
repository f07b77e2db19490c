"""A module that finds all of its names in `__getattr__`."""

import importlib


def __getattr__(name):
    return getattr(importlib.import_module('kit'), name)
