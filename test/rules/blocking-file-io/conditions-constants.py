"""Switches that are off in the text: constants of the module and of the class, which nothing in the program turns on."""

import time
from pathlib import Path

DEBUG = False
VERBOSE: bool = False
KEEPS: bool = True
traced: bool = False
DUMP_FOLDER = None
LIMIT = 0
MODE = 'memory'
ON = True
changed = False


def turn_on():
    global changed, traced
    changed = True
    traced = True


def trace(text):
    if DEBUG:
        Path('trace').write_text(text)


def trace_verbose(text):
    if VERBOSE and text:
        Path('trace').write_text(text)


def trace_kept(text):
    if KEEPS and text:
        Path('trace').write_text(text)


def trace_changed(text):
    if traced and text:
        Path('trace').write_text(text)


def dump(text):
    if DUMP_FOLDER is not None:
        Path(DUMP_FOLDER, 'a').write_text(text)


def dump_unless(text):
    if not DUMP_FOLDER:
        return
    Path(DUMP_FOLDER, 'a').write_text(text)


def limited():
    if LIMIT > 0:
        time.sleep(LIMIT)


def by_mode():
    if MODE == 'disk':
        Path('a').write_text('')


def switched_on():
    if ON:
        Path('a').write_text('')


def switched_by_others():
    if changed:
        Path('a').write_text('')


async def by_module():
    trace('a')  # ok: the constant says no
    trace_verbose('a')  # ok: the constant says no
    trace_kept('a')  # finding: [blocking-file-io]
    trace_changed('a')  # finding: [blocking-file-io]
    dump('a')  # ok: the constant says no
    dump_unless('a')  # ok: the constant says no
    limited()  # ok: there is no limit
    by_mode()  # ok: another mode
    switched_on()  # finding: [blocking-file-io]
    switched_by_others()  # finding: [blocking-file-io]
    if DEBUG:
        Path('trace').write_text('')  # ok: the constant says no


class Options:
    dump = False
    path: str | None = None
    loud = True


def by_options(options: Options):
    if options.dump:
        Path('a').write_text('')
    if options.path:
        Path(options.path).write_text('')


class Handler:
    keeps = False

    def handle(self):
        if self.keeps:
            Path('a').write_text('')


class Keeping(Handler):
    keeps = True


class Connection:
    def __init__(self, path=':memory:', debug=False):
        self.path = path
        self.debug = debug

    def send(self):
        if self.debug:
            Path('debug').write_text('')

    def store(self):
        if self.path != ':memory:':
            Path(self.path).write_text('')


async def by_object():
    by_options(Options())  # todo-ok: [blocking-file-io] `options.dump` is decided by the class of the argument: guards are names of the function itself and of its object
    Handler().handle()  # ok: the class says no
    Keeping().handle()  # finding: [blocking-file-io]
    Connection().send()  # ok: not debugging
    Connection(debug=True).send()  # finding: [blocking-file-io]
    Connection().store()  # todo-ok: [blocking-file-io] `self.path` is compared with what the constructor was given: guards on attributes are about truth only
    Connection('a').store()  # finding: [blocking-file-io]
