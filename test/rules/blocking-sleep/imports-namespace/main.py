"""A folder without `__init__.py` is a package all the same."""
import plugins.sleepy.naps
from plugins.sleepy import naps
from plugins.sleepy.naps import nap


async def main():
    nap()  # finding: [blocking-sleep] via nap > time.sleep
    naps.nap()  # finding: [blocking-sleep] via naps.nap > time.sleep
    plugins.sleepy.naps.nap()  # finding: [blocking-sleep]
