"""Quick questions to the file system: hints for who asks for them."""
import os
import os.path
from os.path import exists
from pathlib import Path, PurePath


async def ask(name):
    os.path.exists(name)  # finding: [blocking-path-check]
#   ^^^^^^^^^^^^^^
    exists(name)  # finding: [blocking-path-check]
    os.stat(name)  # finding: [blocking-path-check]
    os.mkdir(name)  # finding: [blocking-path-check]
    Path(name).is_file()  # finding: [blocking-path-check]
    Path(name).mkdir(parents=True, exist_ok=True)  # finding: [blocking-path-check]
    os.path.join(name, 'a')  # ok: text only
    os.path.basename(name)  # ok
    os.fspath(name)  # ok
    Path(name).name.upper()  # ok
    PurePath(name).with_suffix('.py')  # ok
    os.getpid()  # ok


def on_a_thread(name):
    return os.path.exists(name)  # ok: nothing says that a loop runs this
