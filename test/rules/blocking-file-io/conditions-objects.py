"""What a method does may hang on how its object was made: options that were not given are off."""
from pathlib import Path


class Logger:
    def __init__(self, log_file=None, verbose=True):
        self.log_file = log_file
        self.verbose = verbose

    def info(self, message):
        self.write(message)

    def write(self, message):
        if self.log_file:
            with open(self.log_file, 'a') as file:
                file.write(message)


class Prompts:
    def __init__(self, folder: str | None = None):
        self.folder = Path(folder) if folder else None
        if self.folder:
            self.load()

    def load(self):
        return [path.read_text() for path in self.folder.iterdir()]


quiet = Logger(verbose=True)
loud = Logger(log_file='a.log')


async def main(unseen: Logger):
    quiet.info('a')  # ok: has no file
    loud.info('a')  # finding: [blocking-file-io]
    unseen.info('a')  # finding: [blocking-file-io]
    Prompts()  # ok: has no folder
    Prompts('a')  # finding: [blocking-file-io]


def prepare(kind, workers=1):
    if workers > 1:
        open('shared', 'w')
    if kind == 'disk':
        open('disk', 'w')


class Session:
    def __init__(self, verify, cert):
        self.verify = verify
        self.cert = cert

    def build(self):
        if self.cert:
            return open(self.cert).read()
        return None

    async def start(self):
        if self.verify or self.cert:
            return None
        return self.build()  # ok: here there is no cert


async def constants(kind):
    prepare('memory')  # ok: one worker, another kind
    prepare('memory', 4)  # finding: [blocking-file-io]
    prepare('disk')  # finding: [blocking-file-io]
    prepare(kind)  # ok: the kind is not known


async def pseudo_files(pid):
    open(f'/proc/{pid}/stat').read()  # ok: memory of the kernel
    open('/dev/null')  # ok
    open(f'{pid}/stat')  # finding: [blocking-file-io]


async def pseudo_paths(pid):
    Path('/proc/self/status').read_text()  # ok: memory of the kernel
    (Path('/sys/class/thermal') / 'thermal_zone0' / 'temp').read_text()  # ok: memory of the kernel
    Path(f'/proc/{pid}/cmdline').read_bytes()  # ok: memory of the kernel
    open('/sys/class/thermal/thermal_zone0/temp').read()  # ok: memory of the kernel
    Path('/process').read_text()  # finding: [blocking-file-io]
