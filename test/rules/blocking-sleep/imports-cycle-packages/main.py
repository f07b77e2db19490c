"""A ring of packages, values and parameters ends."""

import shop
from shop import Cart, Order


def apply(function, depth=3):
    return again(function, depth) if depth else function()


def again(function, depth):
    return apply(function, depth - 1)


def itself():
    return itself


def grow(value):
    value = grow(value)
    return value


async def main(order: Order, cart: Cart):
    order.confirm()  # finding: [blocking-sleep]
    shop.Cart().checkout()  # finding: [blocking-sleep]
    order.cart.order.cart.checkout()  # finding: [blocking-sleep]
    apply(cart.checkout)  # todo-finding: [blocking-sleep] what `again` does with its parameter is asked while `apply` is still being read: the ring ends one step early
    apply(cart.total)  # ok: only adds
    itself()()()  # ok: does nothing
    grow(order).confirm()  # ok: nobody knows what comes out
