"""Files that are none: StringIO, BytesIO, and a zip archive in memory."""
import csv
import io
import json
import zipfile


def rows(text):
    return list(csv.reader(io.StringIO(text)))


async def main():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.json", "{}")
    buffer.seek(0)
    with zipfile.ZipFile(buffer) as archive:
        assert json.loads(archive.read("a.json")) == {}
    assert rows("a,b\nc,d") == [["a", "b"], ["c", "d"]]
    assert json.load(io.StringIO("[1]")) == [1]
