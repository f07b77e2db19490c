from ...app.clock import nap as missing
from .. import clock
from ..clock import nap


def nap_deeper():
    nap()


async def relative():
    nap()  # finding: [blocking-sleep] via nap > time.sleep
    clock.nap()  # finding: [blocking-sleep] via clock.nap > time.sleep
    missing()  # finding: [blocking-sleep] via missing > time.sleep
