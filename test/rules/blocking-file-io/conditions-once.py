"""What fills a cache stalls the loop once: it is told as information, in every common shape of a cache."""
import functools
from pathlib import Path

_options = None
CACHE: dict[str, str] = {}


def options(force=False):
    global _options
    if _options and not force:
        return _options
    _options = Path('options.toml').read_text()
    return _options


def lazily():
    global _options
    if _options is None:
        _options = Path('options.toml').read_text()
    return _options


@functools.cache
def settings():
    return Path('settings.toml').read_text()


def page(name):
    if name not in CACHE:
        CACHE[name] = Path(name).read_text()
    return CACHE[name]


class Store:
    def __init__(self):
        self.data = None

    def load(self):
        if self.data is None:
            self.data = Path('data').read_text()
        return self.data


async def main(name, store: Store):
    options()  # finding: [blocking-file-io] information
    options(force=True)  # finding: [blocking-file-io] warning
    lazily()  # finding: [blocking-file-io] information
    settings()  # finding: [blocking-file-io] information
    page(name)  # finding: [blocking-file-io] information
    store.load()  # finding: [blocking-file-io] information
