"""Conditional imports: both ways count; what is for type checkers only is a type and nothing else."""
from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sleepy import Sleeper

try:
    from sleepy import nap
except ImportError:
    from fallback import nap

try:
    from sleepy import nap as nap_or_none
except ImportError:
    nap_or_none = None

if sys.version_info >= (3, 11):
    from sleepy import nap as versioned
else:
    from sleepy import nap_twice as versioned


async def main(sleeper: Sleeper, other: 'Sleeper', third: Sleeper | None):
    nap()  # ok: may be the fallback
    nap_or_none()  # finding: [blocking-sleep] via nap_or_none > time.sleep
    versioned()  # finding: [blocking-sleep] via versioned > time.sleep
    sleeper.sleep()  # finding: [blocking-sleep] via sleeper.sleep > time.sleep
    other.sleep()  # finding: [blocking-sleep] via other.sleep > time.sleep
    if third:
        third.sleep()  # finding: [blocking-sleep] via third.sleep > time.sleep
