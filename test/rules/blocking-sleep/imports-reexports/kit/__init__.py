"""The face of a package: renamed, starred, bound again, chosen, made, and found by `__getattr__`."""

from . import _clock, tools
from ._clock import nap as rest
from ._clock import *
from .tools import Clock, Clock as Watch

doze = _clock.nap
slumber = tools.twice(_clock.nap)
clock = Clock()
wait, pause = _clock.nap, print

if tools.FAST:
    from ._clock import nap as chosen
else:
    from ._clock import doze_off as chosen


def __getattr__(name):
    if name == 'lazy':
        from ._clock import nap

        return nap
    raise AttributeError(name)
