"""The face of a package: `__all__` over re-exports."""
from ._private import *
from ._private import _nap as nap

__all__ = ['nap', 'doze']
