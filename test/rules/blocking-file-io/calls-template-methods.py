"""A base calls on `self` what its subclasses define: each subclass is looked at by itself."""
from pathlib import Path


class Plugin:
    name = 'plugin'

    def fetch(self):
        return self.name

    def prepare(self):
        return self.fetch()

    async def run(self):
        self.fetch()  # finding: [blocking-file-io] via self.fetch > pathlib.Path.read_text
        return self.prepare()  # finding: [blocking-file-io] via self.prepare > self.fetch > pathlib.Path.read_text

    async def stop(self):
        return self.close()  # ok: no subclass waits there

    def close(self):
        return None


class FilePlugin(Plugin):
    def fetch(self):
        return Path('a').read_text()


class QuietPlugin(Plugin):
    def fetch(self):
        return super().fetch()

    def close(self):
        return self.name


class Step:
    def act(self):
        return Path('a').read_text()

    def run(self):
        return self.act()


class HarmlessStep(Step):
    def act(self):
        return 1


class OtherStep(HarmlessStep):
    """Takes `run` from the first and `act` from the second."""


class Renamed(Step):
    @property
    def text(self):
        return self.act()

    def helper(self):
        return 1


async def main():
    Step().run()  # finding: [blocking-file-io] via Step().run > self.act > pathlib.Path.read_text
    HarmlessStep().run()  # ok: its own act does not wait
    OtherStep().run()  # ok
    Renamed().run()  # finding: [blocking-file-io]
    Renamed().text  # finding: [blocking-file-io]
