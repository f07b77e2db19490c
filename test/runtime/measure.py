"""Runs one program here and measures how long it stalls its event loop.

    measure.py JOB RESULT       both JSON

A program is a file with `async def main()`. Beside it a ticker asks for the loop every 5 ms; a stall is by how much it was kept
waiting. `main` is run again, each time in a new loop, until a run was calm: the first pays for imports and caches, and a busy
machine disturbs one or another. What only the first use costs can stand in `async def prepare()`, which runs before and is not measured.

JOB: {path, loop: "asyncio" or "trio", runs: how many at most, calm: milliseconds}. RESULT: {stalls: the longest of each run, in
milliseconds, outputs: what each run wrote to its standard output}.
"""

import asyncio
import gc
import importlib.util
import inspect
import json
import os
import sys
import tempfile
import time
import traceback
from contextlib import contextmanager
from pathlib import Path

TICK = 0.005
TIMEOUT = 10


class Ticker:
    """Asks for the loop again and again. `sleep` is that of the loop's library."""

    def __init__(self, sleep):
        self.sleep = sleep
        self.running = True
        self.longest = 0.0

    async def run(self) -> None:
        while self.running:
            before = time.perf_counter()
            await self.sleep(TICK)
            self.longest = max(self.longest, time.perf_counter() - before - TICK)

    async def settle(self) -> None:
        await self.sleep(2 * TICK)
        self.longest = 0.0

    async def stop(self) -> None:
        await self.sleep(0)
        self.running = False


async def stall_under_asyncio(main) -> float:
    ticker = Ticker(asyncio.sleep)
    ticking = asyncio.create_task(ticker.run())
    await ticker.settle()
    try:
        await asyncio.wait_for(main(), TIMEOUT)
    finally:
        await ticker.stop()
        await ticking
    return ticker.longest


async def stall_under_trio(main) -> float:
    import trio

    ticker = Ticker(trio.sleep)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(ticker.run)
        await ticker.settle()
        try:
            with trio.fail_after(TIMEOUT):
                await main()
        finally:
            await ticker.stop()
    return ticker.longest


def longest_stall(main, loop: str) -> float:
    """Runs `main` beside the ticker; seconds."""
    if loop == "trio":
        import trio

        return trio.run(stall_under_trio, main)
    return asyncio.run(stall_under_asyncio(main))


@contextmanager
def captured_output(outputs: list):
    """Adds to `outputs` what is written to the standard output, by this process and those that it starts."""
    sys.stdout.flush()
    ours = os.dup(1)
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 1)
        try:
            yield
        finally:
            sys.stdout.flush()
            os.dup2(ours, 1)
            os.close(ours)
            file.seek(0)
            outputs.append(file.read().decode("utf-8", "backslashreplace"))


def load(path: str):
    spec = importlib.util.spec_from_file_location("program", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["program"] = module
    spec.loader.exec_module(module)
    return module


def measure(path: str, loop: str, runs: int, calm: float) -> dict:
    program = load(path)
    if inspect.iscoroutinefunction(getattr(program, "prepare", None)):
        longest_stall(program.prepare, loop)
    gc.collect()
    gc.disable()
    result = {"stalls": [], "outputs": []}
    for _ in range(runs):
        with captured_output(result["outputs"]):
            stall = longest_stall(program.main, loop) * 1000
        result["stalls"].append(round(stall, 1))
        if stall < calm:
            break
    gc.collect()  # what was never awaited is complained of when it goes
    return result


if __name__ == "__main__":
    try:
        Path(sys.argv[2]).write_text(json.dumps(measure(**json.loads(sys.argv[1]))))
        status = 0
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stderr.flush()
    os._exit(status)  # a thread that is left over must not keep us
