"""Measures how long real programs stall their event loop.

    probe.py DELAY TOGETHER     reads a JSON list of the jobs of measure.py, runs each in an interpreter of its own, TOGETHER at a
                                time, and prints the JSON list of what came of them. The servers answer after DELAY seconds.
    probe.py --about            prints JSON: {version, missing: why this interpreter cannot run them}

What came of a job: {stalls, outputs, complaints: what it wrote to its standard error, error: why it did not run to its end, or null}.
"""

import importlib.metadata
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

HERE = Path(__file__).parent
TIMEOUT = 60
# Warnings of libraries are theirs, but a coroutine that is never awaited is a fault of the program's.
OPTIONS = ("-B", "-W", "ignore", "-W", "always:coroutine:RuntimeWarning")


def measure_apart(environment: dict, job: dict) -> dict:
    """What measure.py says of `job`, in an interpreter of its own."""
    failed = {"stalls": [], "outputs": []}
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as errors:
        result = Path(folder, "result.json")
        command = [sys.executable, *OPTIONS, str(HERE / "measure.py"), json.dumps(job), str(result)]
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": errors}
        try:
            # Workers in other processes and interpreters import the program from where it lies.
            importable = {**environment, "PYTHONPATH": str(Path(job["path"]).parent)} if is_alone(job) else environment
            done = subprocess.run(command, env=importable, cwd=folder, timeout=TIMEOUT, **streams)
        except subprocess.TimeoutExpired:
            return {**failed, "complaints": "", "error": f"still running after {TIMEOUT} s"}
        errors.seek(0)
        complaints = errors.read().decode("utf-8", "backslashreplace")
        if done.returncode != 0 or not result.exists():
            return {**failed, "complaints": "", "error": complaints[-4000:] or f"exit code {done.returncode}"}
        return {**json.loads(result.read_text()), "complaints": complaints, "error": None}


def is_alone(job: dict) -> bool:
    """Whether the program has a folder of its own, where it hides no module of the standard library."""
    return Path(job["path"]).name == "program.py"


@contextmanager
def slow_servers(delay: str):
    """The environment in which programs find them."""
    command = [sys.executable, str(HERE / "servers.py"), delay]
    servers = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield {**os.environ, "PYTHONHASHSEED": "0", **json.loads(servers.stdout.readline())}
    finally:
        servers.communicate()


def missing() -> list:
    if os.name != "posix":
        return ["FIFOs and file locks"]
    if sys.version_info < (3, 11):
        return ["what Python 3.11 brought"]
    lines = (HERE / "requirements.txt").read_text().splitlines()
    return [line for line in lines if not line.startswith("#") and not is_installed(line.partition("==")[0])]


def is_installed(distribution: str) -> bool:
    try:
        importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def main(arguments: list) -> None:
    if arguments == ["--about"]:
        print(json.dumps({"version": sys.version_info[:3], "missing": missing()}))
        return
    delay, together = arguments
    with slow_servers(delay) as environment, ThreadPoolExecutor(int(together)) as threads:
        print(json.dumps(list(threads.map(partial(measure_apart, environment), json.load(sys.stdin)))))


if __name__ == "__main__":
    main(sys.argv[1:])
