"""What the shop is told from outside."""

from shop.config import load


def currency() -> str:
    return load()["currency"]
