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
    settings.text  # todo-finding: [blocking-file-io] reading a property is no event
    settings.cached  # todo-finding: [blocking-file-io] reading a property is no event
    settings['a']  # todo-finding: [blocking-file-io] indexing is no event
    settings + 'a'  # todo-finding: [blocking-file-io] operators are no events
    'a' in settings  # todo-finding: [blocking-file-io] operators are no events
    len(settings)  # todo-finding: [blocking-file-io] builtins that call dunders are not followed
    str(settings)  # todo-finding: [blocking-file-io] builtins that call dunders are not followed
    f'{settings}'  # todo-finding: [blocking-file-io] formatting is no event
    if settings:  # todo-finding: [blocking-file-io] truth tests are no events
        settings.other  # todo-finding: [blocking-file-io] __getattr__ is not followed
