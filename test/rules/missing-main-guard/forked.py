"""Forked processes import nothing."""

from multiprocessing import get_context

with get_context("fork").Pool(2) as pool:
    pool.map(abs, [1])  # ok: forked
