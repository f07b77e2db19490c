"""Guesses next week's prices with a great deal of arithmetic."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

POOL = ThreadPoolExecutor()


def simulate(product: str) -> float:
    state = len(product)
    total = 0.0
    for _ in range(5_000_000):
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        total += state / 2_147_483_648
    return total


async def forecast_all(products: list[str]) -> dict[str, float]:
    # Threads take turns at Python code: on any number of cores this is no faster than a plain loop.
    futures = [POOL.submit(simulate, product) for product in products]
    results = await asyncio.gather(*map(asyncio.wrap_future, futures))
    return dict(zip(products, results))
