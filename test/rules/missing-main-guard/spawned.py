# target: 3.12
"""Spawned on every system and version."""

from multiprocessing import get_context

with get_context("spawn").Pool(2) as pool:  # finding: [missing-main-guard] error
    pool.map(abs, [1])
