"""Archives and readers over bytes in memory wait for no disk."""
import csv
import io
import json
import tarfile
import wave
import zipfile
from io import BytesIO


async def parse(data: bytes):
    wave.open(BytesIO(data))  # ok: memory
    zipfile.ZipFile(BytesIO(data))  # ok: memory
    zipfile.ZipFile(io.BytesIO(data), 'w')  # ok: memory
    tarfile.open(fileobj=io.BytesIO(data))  # ok: memory
    json.load(io.StringIO('{}'))  # ok: memory
    rows = csv.reader(io.StringIO('a,b'))
    return list(rows)  # ok: memory


async def write(names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, 'w') as archive:  # ok: memory
        for name in names:
            archive.writestr(name, b'')  # ok: memory
    buffer.seek(0)
    return buffer.read()  # ok: memory
