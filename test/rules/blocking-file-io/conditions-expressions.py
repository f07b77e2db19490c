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


def by_several_words(kind, name):
    match kind:
        case 'file' | 'path':
            return Path(name).read_text()
    return name


def by_type(value):
    match value:
        case Path():
            return value.read_text()
        case _:
            return value


def by_earlier_case(kind, name):
    match kind:
        case 'text':
            return name
    return Path(name).read_text()


def by_guarded_case(kind, name, deep=False):
    match kind:
        case _ if deep:
            return Path(name).read_text()
    return name


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
    by_or(name, 'text')  # ok: the text is given
    by_or(name, text='text')  # ok: the text is given
    by_or(name)  # finding: [blocking-file-io]
    by_and()  # ok: no name
    by_and(name)  # finding: [blocking-file-io]
    by_choice()  # ok: no name
    by_choice(name)  # finding: [blocking-file-io]
    by_none(name, 'text')  # ok: the text is given
    by_none(name)  # finding: [blocking-file-io]
    by_default_in_call(text='a')  # ok: no name
    by_default_in_call(name)  # finding: [blocking-file-io]
    by_match('text', name)  # ok: another case
    by_match('file', name)  # finding: [blocking-file-io]
    by_match_of_several(text='a')  # ok: the first case
    by_match_of_several(name=name)  # finding: [blocking-file-io]
    by_several_words(name, name)  # ok: one kind of many
    by_type('a')  # ok: a text
    by_earlier_case('text', name)  # ok: the first case
    by_earlier_case('file', name)  # finding: [blocking-file-io]
    by_guarded_case('file', name)  # ok: not deep
    by_guarded_case('file', name, deep=True)  # finding: [blocking-file-io]
    by_filter([name])  # ok: not deep
    by_filter([name], deep=True)  # finding: [blocking-file-io]
    by_while(name)  # ok: watches nothing
    by_while(name, watch=True)  # finding: [blocking-file-io]
    by_assert(name, 'a')  # ok: the assertion holds
    Page(text='a').source()  # ok: made without a path
    Page(path).source()  # finding: [blocking-file-io]
