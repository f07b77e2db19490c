from .files import text_of


class Table:
    def __init__(self, name):
        self.name = name

    def load(self):
        return list(self)

    def __iter__(self):
        return iter(self._parsed())

    def __getitem__(self, key):
        return dict(self._parsed())[key]

    def _parsed(self):
        return [tuple(line.split('=')) for line in text_of(self.name).splitlines()]
