"""`open` by way of the builtins module is the same `open`."""
import builtins


async def load(path):
    builtins.open(path)  # finding: [blocking-file-io]
    open(path)  # finding: [blocking-file-io]
