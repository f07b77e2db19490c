"""Measures how long real programs stall their event loop.

    probe.py FILE...            runs every FILE in an interpreter of its own; prints JSON: path -> {stall, error}
    probe.py --measure FILE     runs one FILE here
    probe.py --missing          prints JSON: what this interpreter lacks to run them

A program is a file with `async def main()`. Beside it a ticker asks for the loop every 5 ms; a stall is by how much it was kept
waiting. The calmest of up to three runs counts: the first pays for imports and caches, and a busy machine disturbs one or
another. So a program that counts as blocking has stalled in every run.
"""

import asyncio
import gc
import importlib.util
import json
import os
import subprocess
import sys
import time
import traceback
from pathlib import Path

TICK = 0.005
LIMIT = 0.020  # seconds; what runtime.test.ts compares with
RUNS = 3
TIMEOUT = 30
PACKAGES = (
    "aiofiles", "aiohttp", "aiosqlite", "anyio", "asgiref", "boto3", "fastapi",
    "httpx", "psycopg2", "pymysql", "redis", "requests", "sqlalchemy", "urllib3",
)  # fmt: skip


async def longest_stall(main) -> float:
    """Runs `main` beside the ticker; seconds."""
    longest = 0.0
    running = True

    async def tick():
        nonlocal longest
        while running:
            before = time.perf_counter()
            await asyncio.sleep(TICK)
            longest = max(longest, time.perf_counter() - before - TICK)

    ticker = asyncio.create_task(tick())
    await asyncio.sleep(2 * TICK)
    longest = 0.0
    try:
        await asyncio.wait_for(main(), TIMEOUT / RUNS)
    finally:
        await asyncio.sleep(0)
        running = False
        await ticker
    return longest


def measure(path: str) -> float:
    """The longest stall of the calmest run, in seconds. No later run is needed once one was calm."""
    spec = importlib.util.spec_from_file_location("program", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["program"] = module
    spec.loader.exec_module(module)
    gc.collect()
    gc.disable()
    stalls = []
    for _ in range(RUNS):
        stalls.append(asyncio.run(longest_stall(module.main)))
        if stalls[-1] < LIMIT:
            break
    return min(stalls)


def measure_apart(path: str, environment: dict) -> dict:
    """What `--measure` says of `path`, in an interpreter of its own: {stall: milliseconds or null, error: text or null}."""
    command = [sys.executable, "-B", "-W", "ignore", __file__, "--measure", path]
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=TIMEOUT, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        return {"stall": None, "error": f"still running after {TIMEOUT} s"}
    if done.returncode != 0:
        return {"stall": None, "error": done.stderr[-2000:]}
    return {"stall": float(done.stdout.splitlines()[-1]), "error": None}


def missing() -> list:
    if os.name != "posix":
        return ["FIFOs and file locks"]
    if sys.version_info < (3, 11):
        return ["what Python 3.11 brought"]
    return [name for name in PACKAGES if importlib.util.find_spec(name) is None]


def main(arguments: list) -> None:
    if arguments == ["--missing"]:
        print(json.dumps(missing()))
    elif arguments[0] == "--measure":
        try:
            stall = measure(arguments[1])
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)  # a thread that is left over must not keep us
        print(f"\n{stall * 1000:.1f}", flush=True)
        os._exit(0)
    else:
        servers = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("servers.py"))], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        try:
            environment = {**os.environ, **json.loads(servers.stdout.readline())}
            print(json.dumps({path: measure_apart(path, environment) for path in arguments}))
        finally:
            servers.communicate()


if __name__ == "__main__":
    main(sys.argv[1:])
