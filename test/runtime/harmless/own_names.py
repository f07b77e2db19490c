"""Classes of our own with the names and methods of blocking ones."""
from dataclasses import dataclass, field


@dataclass
class Session:
    pages: dict = field(default_factory=dict)

    def get(self, url):
        return self.pages.get(url)

    def execute(self, statement):
        return [statement]


class Future:
    def result(self):
        return 42


class requests:
    get = staticmethod(lambda url: url)


async def main():
    session = Session()
    assert session.get("/") is None
    assert session.execute("SELECT 1")
    assert Future().result() == 42
    assert requests.get("/") == "/"
