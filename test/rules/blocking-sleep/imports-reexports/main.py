"""Names as they come out of a package: under other names, by star, bound again, as objects; unknown by `__getattr__`."""

import kit
import kit.tools as toolbox
import lazy
from kit import Watch, chosen, clock, doze, listed, rest, slumber, wait
from kit import lazy as lazy_nap
from kit.tools import Clock
from lazy import nap as unknown_nap


async def functions():
    rest()  # finding: [blocking-sleep] via rest > time.sleep
    listed()  # finding: [blocking-sleep] via listed > nap > time.sleep
    doze()  # finding: [blocking-sleep] via doze > time.sleep
    chosen()  # finding: [blocking-sleep]
    wait()  # finding: [blocking-sleep] via wait > time.sleep
    kit.pause()  # ok: print
    kit.rest()  # finding: [blocking-sleep] via kit.rest > time.sleep
    kit._clock.nap()  # finding: [blocking-sleep] via kit._clock.nap > time.sleep
    slumber()  # finding: [blocking-sleep]


async def objects():
    clock.wait()  # finding: [blocking-sleep] via clock.wait > _clock.nap > time.sleep
    kit.clock.wait()  # finding: [blocking-sleep]
    Watch().wait()  # finding: [blocking-sleep]
    Clock.tick()  # finding: [blocking-sleep]
    toolbox.Clock().wait()  # finding: [blocking-sleep]
    toolbox.clock.Clock().wait()  # finding: [blocking-sleep]


async def by_getattr():
    kit.lazy()  # ok: found by `__getattr__`: unknown
    lazy_nap()  # ok: found by `__getattr__`: unknown
    lazy.nap()  # ok: found by `__getattr__`: unknown
    lazy.anything.at.all()  # ok: unknown
    unknown_nap()  # ok: unknown
    kit.doze_off()  # ok: not exported, so `__getattr__` decides
