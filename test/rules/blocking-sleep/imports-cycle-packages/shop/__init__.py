from .cart import Cart
from .order import Order
