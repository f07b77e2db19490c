"""A package's module `pkg.time` hides nothing: `import time` is the standard library's, `from . import time` the neighbour."""
import time

from . import time as neighbour


async def main():
    time.sleep(1)  # finding: [blocking-sleep]
    neighbour.sleep(1)  # ok: the package's own
