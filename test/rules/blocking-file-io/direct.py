"""Reading and writing files in a coroutine."""
import io
import json
import os
import shutil
import tempfile
import zipfile
from pathlib import Path


async def by_function(path):
    with open(path) as file:  # finding: [blocking-file-io]
#        ^^^^
        file.read()  # ok: moves with the `open` above
    io.open(path)  # finding: [blocking-file-io]
    os.listdir(path)  # finding: [blocking-file-io]
    shutil.rmtree(path)  # finding: [blocking-file-io]
    shutil.copyfile(path, 'copy')  # finding: [blocking-file-io]
    zipfile.ZipFile('a.zip')  # finding: [blocking-file-io]
    zipfile.ZipFile(path)  # ok: it may be a file in memory
    tempfile.NamedTemporaryFile()  # finding: [blocking-path-check]
    io.StringIO()  # ok: memory
    json.loads('{}')  # ok: memory


async def by_path(name):
    path = Path('data') / name
    path.read_text()  # finding: [blocking-file-io]
    path.write_bytes(b'')  # finding: [blocking-file-io]
    path.parent.joinpath('other').read_bytes()  # finding: [blocking-file-io]
    path.with_suffix('.txt').write_text('')  # finding: [blocking-file-io]
    path.relative_to('data').as_posix()  # ok: no disk


def on_a_thread(path):
    return open(path).read()  # ok: nothing says that a loop runs this
