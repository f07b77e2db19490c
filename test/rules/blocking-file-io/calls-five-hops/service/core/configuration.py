from __future__ import annotations

from ..storage import files


class Configuration:
    @classmethod
    def current(cls) -> Configuration:
        return cls()

    def theme(self):
        return self._value('theme')

    def _value(self, key):
        return files.load('settings.json')[key]
