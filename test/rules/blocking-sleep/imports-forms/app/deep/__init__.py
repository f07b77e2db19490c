from ..clock import nap as rest
from .inner import nap_deeper
