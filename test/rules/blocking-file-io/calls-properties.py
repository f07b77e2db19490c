"""Properties and operators run code without looking like calls."""
from functools import cached_property
from pathlib import Path


class Settings:
    @property
    def text(self):
        return Path('a').read_text()

    @cached_property
    def cached(self):
        return Path('a').read_text()

    def __getitem__(self, name):
        return Path(name).read_text()

    def __add__(self, other):
        return Path('a').read_text() + other

    def __contains__(self, name):
        return name in Path('a').read_text()

    def __len__(self):
        return len(Path('a').read_text())

    def __bool__(self):
        return bool(Path('a').read_text())

    def __str__(self):
        return Path('a').read_text()

    def __getattr__(self, name):
        return Path(name).read_text()


async def main(settings: Settings):
    settings.text  # finding: [blocking-file-io]
    settings.cached  # finding: [blocking-file-io]
    settings['a']  # finding: [blocking-file-io]
    settings + 'a'  # finding: [blocking-file-io]
    'a' in settings  # finding: [blocking-file-io]
    len(settings)  # finding: [blocking-file-io]
    str(settings)  # finding: [blocking-file-io]
    f'{settings}'  # finding: [blocking-file-io]
    if settings:  # finding: [blocking-file-io]
        settings.other  # finding: [blocking-file-io]
