"""A pool of multiprocessing starts its workers at once, also in a module that others import."""

import multiprocessing


def work(n):
    return n


POOL = multiprocessing.Pool(4)  # finding: [missing-main-guard] error


def run(values):
    return POOL.map(work, values)
