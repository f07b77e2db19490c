"""An asynchronous generator that reads a file between its yields."""
import os


async def chunks(path):
    with open(path, "rb") as file:
        while chunk := file.read(8):
            yield chunk


async def main():
    assert b"".join([chunk async for chunk in chunks(os.environ["SLOW_FILE"])])
