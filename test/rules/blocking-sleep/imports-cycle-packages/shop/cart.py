"""Classes that import each other, call each other, and inherit in a ring."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .order import Order


class Cart:
    def __init__(self, order: Order | None = None):
        self.order = order

    def checkout(self, depth=0):
        if self.order and depth < 3:
            return self.order.confirm(depth + 1)
        time.sleep(1)

    def total(self):
        return self.order.total() if self.order else 0

    async def run(self):
        self.checkout()  # finding: [blocking-sleep]
        self.order.confirm()  # finding: [blocking-sleep]
        self.total()  # ok: only adds
