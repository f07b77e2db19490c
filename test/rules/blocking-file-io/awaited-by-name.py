"""Awaiting the result of an unknown thing with a blocking method's name says that it is asynchronous."""
from unknown_library import open_file


async def main(client, path):
    await client.read_text()  # ok
    async with client.open(path) as file:  # ok
        await file.read()  # ok
    await open_file(path)  # ok
