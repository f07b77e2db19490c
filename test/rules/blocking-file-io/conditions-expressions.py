"""Conditions inside expressions: `or`, `and`, the conditional expression, `match`, filters of comprehensions."""

from pathlib import Path


def by_or(name, text=None):
    text = text or Path(name).read_text()
    return text


def by_and(name=None):
    return name and Path(name).read_text()


def by_choice(name=None):
    return Path(name).read_text() if name else ''


def by_none(name, text=None):
    return Path(name).read_text() if text is None else text


def by_default_in_call(name=None, text=''):
    return print(text if name is None else Path(name).read_text())


def by_match(kind, name):
    match kind:
        case 'text':
            return name
        case 'file':
            return Path(name).read_text()


def by_match_of_several(*, name=None, text=None):
    match name, text:
        case None, str():
            return text
        case _:
            return Path(name).read_text()


def by_filter(names, deep=False):
    return [Path(name).read_text() for name in names if deep]


def by_while(name, watch=False):
    while watch:
        Path(name).read_text()


def by_assert(name, text):
    assert text, Path(name).read_text()
    return text


class Page:
    def __init__(self, path: Path | None = None, text=''):
        self.text = text
        self.path = path

    def source(self):
        return self.path.read_text() if self.path else self.text


async def main(name, path: Path):
    by_or(name, 'text')  # todo-ok: [blocking-file-io] the right side of `or` stands under no guard
    by_or(name, text='text')  # todo-ok: [blocking-file-io] the right side of `or` stands under no guard
    by_or(name)  # finding: [blocking-file-io]
    by_and()  # todo-ok: [blocking-file-io] the right side of `and` stands under no guard
    by_and(name)  # finding: [blocking-file-io]
    by_choice()  # todo-ok: [blocking-file-io] a conditional expression sets no guard
    by_choice(name)  # finding: [blocking-file-io]
    by_none(name, 'text')  # todo-ok: [blocking-file-io] a conditional expression sets no guard
    by_none(name)  # finding: [blocking-file-io]
    by_default_in_call(text='a')  # todo-ok: [blocking-file-io] a conditional expression sets no guard
    by_default_in_call(name)  # finding: [blocking-file-io]
    by_match('text', name)  # todo-ok: [blocking-file-io] the cases of a `match` set no guard
    by_match('file', name)  # finding: [blocking-file-io]
    by_match_of_several(text='a')  # todo-ok: [blocking-file-io] the cases of a `match` set no guard
    by_match_of_several(name=name)  # finding: [blocking-file-io]
    by_filter([name])  # todo-ok: [blocking-file-io] the filter of a comprehension sets no guard
    by_filter([name], deep=True)  # finding: [blocking-file-io]
    by_while(name)  # ok: watches nothing
    by_while(name, watch=True)  # finding: [blocking-file-io]
    by_assert(name, 'a')  # todo-ok: [blocking-file-io] the message of an `assert` is evaluated only where it fails
    Page(text='a').source()  # todo-ok: [blocking-file-io] a conditional expression sets no guard
    Page(path).source()  # finding: [blocking-file-io]
