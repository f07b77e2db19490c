# Packages that take long to import, imported in a coroutine, or in what one calls.
import importlib


async def in_a_coroutine(path):
    import pandas as pd  # finding: [blocking-import] information via pandas

    return pd.DataFrame([path])


async def by_name():
    from torch import nn  # finding: [blocking-import] information via torch

    return nn.Linear(2, 2)


async def a_submodule():
    import matplotlib.pyplot  # finding: [blocking-import] information via matplotlib

    return matplotlib.pyplot.figure()


def helper():
    from sklearn.cluster import KMeans

    return KMeans


async def through_a_helper():
    return helper()  # finding: [blocking-import] information via helper > sklearn


async def under_a_condition(is_rich):
    if is_rich:
        import tensorflow  # finding: [blocking-import] information via tensorflow

        return tensorflow.constant(1)
    return 1


async def of_a_plugin(name):
    return importlib.import_module(name)  # finding: [blocking-import] information via importlib.import_module


async def by_the_builtin(name):
    return __import__(name)  # finding: [blocking-import] information via __import__


async def of_a_constant():
    return importlib.import_module("litellm.main")  # finding: [blocking-import] information via litellm
