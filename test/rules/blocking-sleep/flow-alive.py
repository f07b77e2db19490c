"""Code that looks unreachable and runs, beside code that looks alike and does not."""

import contextlib
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import requests as web
else:
    web = None


def swallowed(names):
    with contextlib.suppress(KeyError):
        return names['a']
    time.sleep(1)


def caught():
    try:
        sys.exit(1)
    except SystemExit:
        pass
    time.sleep(1)


def cleaned_up():
    try:
        return 1
    finally:
        time.sleep(1)


def left_by_break():
    while True:
        if os.environ:
            break
    time.sleep(1)


def left_by_inner_break():
    while True:
        for _ in range(3):
            break
    time.sleep(1)


def searched(names):
    for name in names:
        if name:
            break
    else:
        return
    time.sleep(1)


def not_for_checkers():
    if not TYPE_CHECKING:
        time.sleep(1)


def always():
    if True:
        time.sleep(1)
    else:
        time.sleep(2)


def generates():
    time.sleep(1)
    return
    yield


def every_case(kind):
    match kind:
        case 'a':
            return 1
        case _:
            return 2
    time.sleep(1)


def most_cases(kind):
    match kind:
        case 'a':
            return 1
        case _ if kind:
            return 2
    time.sleep(1)


def own_exit():
    def exit(): ...

    exit()
    time.sleep(1)


def ended():
    os._exit(1)
    time.sleep(1)


async def main(kind, session: 'web.Session'):
    swallowed({})  # finding: [blocking-sleep]
    caught()  # finding: [blocking-sleep]
    cleaned_up()  # finding: [blocking-sleep]
    left_by_break()  # finding: [blocking-sleep]
    left_by_inner_break()  # ok: the inner loop's `break` leaves the inner loop
    searched([])  # finding: [blocking-sleep]
    not_for_checkers()  # finding: [blocking-sleep]
    always()  # finding: [blocking-sleep]
    generates()  # ok: a generator, though its `yield` never runs
    list(generates())  # finding: [blocking-sleep]
    every_case(kind)  # ok: every case leaves
    most_cases(kind)  # finding: [blocking-sleep]
    own_exit()  # finding: [blocking-sleep]
    ended()  # ok: it has ended
    session.get('/')  # finding: [blocking-http-call]
