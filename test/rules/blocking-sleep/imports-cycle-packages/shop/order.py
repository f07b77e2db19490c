from . import cart
from .cart import Cart


class Order:
    def __init__(self):
        self.cart = Cart(self)

    def confirm(self, depth=0):
        return self.cart.checkout(depth)

    def total(self):
        return self.cart.total()

    async def run(self):
        self.confirm()  # finding: [blocking-sleep]
        cart.Cart().checkout()  # finding: [blocking-sleep]
        self.total()  # ok: only adds
