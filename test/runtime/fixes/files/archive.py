"""An archive that is written, listed and unpacked."""

# fix: Move the
# stall: none

import os
import tempfile
import zipfile


async def main():
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "a.zip")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "text")
        archive.write(__file__, "self.py")
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        archive.extractall(folder)
    with open(os.path.join(folder, "a.txt")) as file:
        print(names, file.read())
