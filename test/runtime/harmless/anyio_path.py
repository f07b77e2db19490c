"""anyio.Path has pathlib's names, and waits in threads."""
import os

import anyio


async def main():
    path = anyio.Path(os.environ["SCRATCH"]) / "slow.json"
    assert await path.read_text()
