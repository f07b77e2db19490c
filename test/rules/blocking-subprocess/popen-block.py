"""Leaving `with Popen()` waits for the process."""
import subprocess


async def run(command):
    with subprocess.Popen(command) as process:  # finding: [blocking-subprocess]
        process.send_signal(2)  # ok
