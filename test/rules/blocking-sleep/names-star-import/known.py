"""Where the starred modules are known, so are their names; `__all__` and underscores limit them."""
from limited import *
from wide import *


async def naps():
    pause(1)  # finding: [blocking-sleep] via pause > time.sleep
    _hidden(1)  # ok: star imports leave out what begins with an underscore
    unlisted(1)  # ok: not in `__all__`
    listed(1)  # finding: [blocking-sleep] via listed > time.sleep
