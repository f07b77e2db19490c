"""Methods: through `self`, `cls`, bases, `super()`, class methods and static methods."""
from pathlib import Path


class Base:
    def read(self):
        return Path('a').read_text()

    def write(self):
        return Path('a').write_text('')

    def hook(self):
        return None


class Store(Base):
    def write(self):
        return super().write()

    def both(self):
        self.read()
        return self.hook()

    @classmethod
    def load(cls):
        return cls.parse('a')

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def parse(name):
        return Path(name).read_text()

    async def run(self):
        self.read()  # finding: [blocking-file-io] via self.read > pathlib.Path.read_text
        self.write()  # finding: [blocking-file-io] via self.write > super().write > pathlib.Path.write_text
        super().read()  # finding: [blocking-file-io] via super().read > pathlib.Path.read_text
        self.both()  # finding: [blocking-file-io] via self.both > self.read > pathlib.Path.read_text
        self.hook()  # ok: does nothing
        self.load()  # finding: [blocking-file-io] via self.load > cls.parse > pathlib.Path.read_text
        self.parse('a')  # finding: [blocking-file-io] via self.parse > pathlib.Path.read_text
        self.missing()  # ok: no such method
        read = self.read
        read()  # finding: [blocking-file-io] via read > pathlib.Path.read_text
        Base.read(self)  # finding: [blocking-file-io] via Base.read > pathlib.Path.read_text

    @classmethod
    async def start(cls):
        cls.load()  # finding: [blocking-file-io] via cls.load > cls.parse > pathlib.Path.read_text
        cls.make().read()  # finding: [blocking-file-io] via cls.make().read > pathlib.Path.read_text
        return cls.make()  # ok: the constructor does nothing


async def main(store: Store):
    store.read()  # finding: [blocking-file-io] via store.read > pathlib.Path.read_text
    Store().write()  # finding: [blocking-file-io] via Store().write > super().write > pathlib.Path.write_text
    Store.parse('a')  # finding: [blocking-file-io] via Store.parse > pathlib.Path.read_text
    Store.load()  # finding: [blocking-file-io] via Store.load > cls.parse > pathlib.Path.read_text
