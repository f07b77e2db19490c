from pathlib import Path

ROOT = Path('data')


def text_of(name):
    return _path(name).read_text()


def _path(name):
    return ROOT.joinpath(name).with_suffix('.txt')
