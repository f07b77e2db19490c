"""`max` runs its key here."""
import time


def score(name):
    time.sleep(0.04)
    return len(name)


async def main():
    assert max(["a", "bb"], key=score) == "bb"
