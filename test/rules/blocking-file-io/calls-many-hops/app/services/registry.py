from contextlib import contextmanager

from app.data import Table
from app.data.cache import logged


class Registry:
    _shared = None
    name = 'registry'

    def __init__(self):
        self.table = Table('registry')

    @classmethod
    def shared(cls):
        if cls._shared is None:
            cls._shared = cls()
        return cls._shared

    @property
    def report(self):
        return ', '.join(self._lines())

    def _lines(self):
        return sorted(str(row) for row in self.rows())

    @contextmanager
    def session(self):
        yield from self._prepared()

    def _prepared(self):
        self.refresh()
        yield self

    def rows(self):
        for row in self.table:
            yield row

    def __getitem__(self, key):
        return self.table[key]

    def each(self, function):
        return [function(row) for row in self.rows()]

    @logged
    def refresh(self):
        self.table.load()
