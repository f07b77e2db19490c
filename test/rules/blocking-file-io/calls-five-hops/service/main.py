"""Five calls through four packages, and the whole chain is told."""
from service.api import settings


async def main():
    settings()  # finding: [blocking-file-io] via settings > Configuration.current().theme > self._value > files.load > read > open
