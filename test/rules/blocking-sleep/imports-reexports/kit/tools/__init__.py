from .clock import Clock as Clock
from .combine import twice

FAST = True
