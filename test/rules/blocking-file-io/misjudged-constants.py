"""What the text decides, by values that are not followed through a partial, a mapping of keywords or a look at the start of a text."""

import asyncio
import io
import os
import signal
import threading
from functools import partial
from typing import BinaryIO, cast
from urllib.request import urlopen

CACHE = {'a': {}}


class App:
    def stop(self, terminate=True):
        if terminate:
            os.system('kill')  # todo-ok: [blocking-subprocess] the constants that a partial binds do not decide the branches of its function


def register(app: App, loop: asyncio.AbstractEventLoop):
    loop.add_signal_handler(signal.SIGTERM, partial(app.stop, terminate=False))


class Auth:
    def __init__(self, **kwargs):
        validate = kwargs.get('validate')
        if validate is not None:
            self.text = open(validate).read()


async def without(field):
    return Auth(field=field)  # todo-ok: [blocking-file-io] which keys of `**kwargs` a call leaves out is not followed


async def with_it(path):
    return Auth(validate=path)  # finding: [blocking-file-io]


async def in_memory(url: str):
    if url.startswith('data:'):
        return urlopen(url)  # todo-ok: [blocking-http-call] conditions on how a text starts are not followed
    return None


class Reader:
    def __init__(self, fo: BinaryIO):
        self.fo = fo

    def peek(self):
        try:
            return cast(io.BufferedReader, self.fo).peek(1)
        except AttributeError:
            return self.fo.read(1)


async def from_memory(data: bytes):
    return Reader(io.BytesIO(data)).peek()  # todo-ok: [blocking-file-io] a cast is believed, whatever the constructor was given


def translations(language):
    cache = CACHE['a']
    try:
        return cache[language]
    except KeyError:
        cache[language] = text = open(language).read()
        return text


async def asked_again(language, render):
    try:
        return render('404', translations(language))  # finding: [blocking-file-io] information
    except LookupError:
        return render('error', translations(language))  # finding: [blocking-file-io] information


_multi = False
_shared = None


def begin(workers):
    global _multi, _shared
    if workers > 1:
        _multi = True
        _shared = threading.Thread(target=print)


def end():
    if _multi and _shared is not None:
        _shared.join()


async def alone():
    begin(workers=1)
    end()  # todo-ok: [blocking-wait] that a literal argument keeps a global from being set is not followed
