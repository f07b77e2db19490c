"""Functions are found where they are re-exported, and only those."""
import api
from api import *


async def main():
    nap()  # finding: [blocking-sleep] via nap > time.sleep
    doze()  # finding: [blocking-sleep] via doze > time.sleep
    api.doze()  # finding: [blocking-sleep] via api.doze > time.sleep
    api.hidden()  # ok: not re-exported
    hidden()  # ok: not re-exported
