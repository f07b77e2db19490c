"""`with` in other forms: stacks, managers as methods, nested, as decorators; and their bodies, in every branch."""

import contextlib
from contextlib import AsyncExitStack, ContextDecorator, ExitStack, contextmanager, suppress
from pathlib import Path


@contextmanager
def working_copy(name):
    path = Path(name)
    try:
        yield path.read_text()
    finally:
        path.write_text('')


@contextmanager
def cleaned():
    yield
    Path('scratch').unlink()


@contextmanager
def nested():
    with working_copy('a') as text, suppress(OSError):
        yield text


class Transaction:
    def __init__(self, path):
        self.path = Path(path)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self.commit()

    def commit(self):
        self.path.write_text('')


class Locked(ContextDecorator):
    def __enter__(self):
        Path('lock').write_text('')

    def __exit__(self, *error):
        return False


class Closing:
    def close(self):
        Path('a').write_text('')


class Quiet:
    def close(self): ...

    def __exit__(self, *error):
        Path('a').write_text('')


class Store:
    @contextmanager
    def editing(self):
        text = Path('a').read_text()
        yield text

    @property
    def transaction(self):
        return Transaction('a')

    def begin(self):
        return Transaction('a')

    @classmethod
    @contextmanager
    def opened(cls):
        Path('a').write_text('')
        yield cls()

    def lock(self):
        return contextlib.nullcontext()


def transaction() -> Transaction:
    return Transaction('a')


class Timed(ContextDecorator):
    def __enter__(self): ...

    def __exit__(self, *error): ...


@Timed()
def measured():
    return 1


@Locked()
def guarded():
    return 1


async def functions():
    with working_copy('a') as text:  # finding: [blocking-file-io]
        print(text)
    with cleaned():  # finding: [blocking-path-check]
        pass
    with nested():  # finding: [blocking-file-io]
        pass
    with contextlib.closing(Closing()):  # finding: [blocking-file-io]
        pass
    with contextlib.closing(Quiet()):  # ok: closing it does nothing, and `__exit__` is not called
        pass
    with contextlib.nullcontext(Closing()):  # ok: closes nothing
        pass
    with suppress(OSError), working_copy('a'):  # finding: [blocking-file-io]
        pass
    copy = working_copy('a')  # ok: runs nothing yet
    with copy as text:  # finding: [blocking-file-io]
        return text


async def objects(store: Store):
    with Transaction('a'):  # finding: [blocking-file-io]
        pass
    with transaction():  # finding: [blocking-file-io]
        pass
    with store.begin():  # finding: [blocking-file-io]
        pass
    with store.transaction:  # finding: [blocking-file-io]
        pass
    with store.editing():  # finding: [blocking-file-io]
        pass
    with Store.opened() as opened:  # finding: [blocking-file-io]
        with opened.editing():  # finding: [blocking-file-io]
            pass
    with store.lock():  # ok: does nothing
        pass
    measured()  # ok: does nothing
    guarded()  # finding: [blocking-file-io]


async def stacks(names, store: Store):
    with ExitStack() as stack:
        stack.enter_context(working_copy('a'))  # finding: [blocking-file-io]
        stack.enter_context(Transaction('a'))  # finding: [blocking-file-io]
        stack.callback(Path('a').write_text, '')  # finding: [blocking-file-io]
        stack.enter_context(contextlib.closing(Quiet()))  # ok: does nothing
        stack.callback(print)  # ok: prints only
    async with AsyncExitStack() as stack:
        stack.enter_context(store.editing())  # finding: [blocking-file-io]
        files = [stack.enter_context(open(name)) for name in names]  # finding: [blocking-file-io]
    return files
