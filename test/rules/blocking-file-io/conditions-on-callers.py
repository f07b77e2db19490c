# A helper that blocks only for some callers is reported only for those.
import asyncio
import io


def load(path=None):
    if path:
        return open(path).read()
    return ""


def load_or_default(path=None):
    if path is None:
        return ""
    return open(path).read()


def load_through(path=None):
    return load(path)


async def optional_argument(name):
    load()  # ok: no path is given
    load(None)  # ok: no path is given
    load(name)  # finding: [blocking-file-io] via load > open
    load(path="a")  # finding: [blocking-file-io] via load > open
    load_or_default()  # ok: leaves before it opens
    load_or_default(name)  # finding: [blocking-file-io] via load_or_default > open
    load_through()  # ok: hands its own default on
    load_through(name)  # finding: [blocking-file-io] via load_through > load > open


def secret(name):
    provider = name.split("/")[0]
    if name.startswith("file/"):
        return open(name).read()
    if provider == "disk":
        return open(name).read()
    return name


async def one_branch_of_many():
    secret("API_KEY")  # ok: what a rare value does is not what this call does


class Upload:
    def __init__(self, source):
        if isinstance(source, io.IOBase):
            self.file = source
        else:
            self.file = open(source, "rb")


async def by_type():
    Upload(io.BytesIO())  # ok: depends on the type of the argument


class Client:
    asynchronous = True

    def _read(self, path):
        return open(path).read()

    def read(self, path):
        if self.asynchronous:
            return asyncio.to_thread(self._read, path)
        return self._read(path)


async def by_mode(client: Client):
    await client.read("a")  # ok: which branch runs depends on the mode


def from_anywhere(path):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return open(path).read()
    return asyncio.to_thread(open, path)


async def only_without_a_loop():
    await from_anywhere("a")  # ok: the handler runs where no loop does
