"""Starting and waiting for processes in a coroutine."""
import asyncio
import os
import subprocess
from subprocess import PIPE, check_output


async def run(command):
    subprocess.run(command)  # finding: [blocking-subprocess]
#   ^^^^^^^^^^^^^^
    check_output(command)  # finding: [blocking-subprocess]
    subprocess.getoutput('ls')  # finding: [blocking-subprocess]
    os.system('ls')  # finding: [blocking-subprocess]
    process = subprocess.Popen(command, stdout=PIPE)  # finding: [blocking-subprocess]
    process.terminate()  # ok: only sends a signal
    process.communicate()  # finding: [blocking-subprocess]
    process.wait()  # finding: [blocking-subprocess]
    process.wait(timeout=0)  # ok: only looks
    return process.returncode


async def polled(process: subprocess.Popen):
    while process.poll() is None:  # ok: only looks
        await asyncio.sleep(1)
    process.wait()  # ok: it has ended


def on_a_thread(command):
    subprocess.run(command)  # ok: nothing says that a loop runs this
