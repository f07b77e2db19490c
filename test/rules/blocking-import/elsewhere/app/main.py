# Some module of the program imports the package at its top, or one that imports it.
from app.plots import draw


async def main():
    import numpy  # ok: app/plots.py imports pandas at its top, which imports numpy
    import scipy  # finding: [blocking-import]

    return draw(numpy.zeros(2)), scipy


async def tabulate():
    import sympy  # finding: [blocking-import]

    return sympy
