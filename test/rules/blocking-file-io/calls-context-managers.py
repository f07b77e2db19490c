"""`with` runs `__enter__` and `__exit__`, and the body of a `@contextmanager`."""
import contextlib
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path


class Entering:
    def __enter__(self):
        Path('a').read_text()
        return self

    def __exit__(self, *error):
        return None


class Leaving:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        Path('a').write_text('')


class Asynchronous:
    async def __aenter__(self):
        Path('a').read_text()  # finding: [blocking-file-io]
        return self

    async def __aexit__(self, *error):
        self.close()  # finding: [blocking-file-io] via self.close > pathlib.Path.write_text

    def close(self):
        Path('a').write_text('')


@contextmanager
def locked():
    Path('lock').write_text('')
    yield


@contextlib.contextmanager
def harmless():
    yield 1


@asynccontextmanager
async def opened():
    Path('a').read_text()  # finding: [blocking-file-io]
    yield


async def main():
    with Entering():  # finding: [blocking-file-io] via Entering.__enter__ > pathlib.Path.read_text
        pass
    with Leaving() as leaving:  # finding: [blocking-file-io] via Leaving.__exit__ > pathlib.Path.write_text
        print(leaving)
    async with Asynchronous():  # ok: reported in its methods
        pass
    with locked():  # finding: [blocking-file-io] via locked > pathlib.Path.write_text
        pass
    with harmless(), Entering():  # finding: [blocking-file-io]
        pass
    async with opened():  # ok: reported in its body
        pass
    Entering()  # ok: not entered
    locked()  # ok: not entered
