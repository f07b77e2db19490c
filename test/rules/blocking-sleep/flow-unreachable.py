"""Code that never runs: behind `return`, `raise` and `sys.exit`, under what is always false."""

import os
import sys
import time
from typing import TYPE_CHECKING, NoReturn


def returned():
    return 1
    time.sleep(1)


def raised():
    raise NotImplementedError
    time.sleep(1)


def exited():
    sys.exit(1)
    time.sleep(1)


def always_false():
    if False:
        time.sleep(1)
    if 0:
        time.sleep(1)
    while False:
        time.sleep(1)


def for_checkers():
    if TYPE_CHECKING:
        time.sleep(1)


def fail() -> NoReturn:
    raise ValueError


def either(flag):
    if flag:
        return 1
    else:
        raise ValueError
    time.sleep(1)


def endless():
    while True:
        if os.environ:
            continue
        return
    time.sleep(1)


async def main(flag):
    returned()  # ok: it has returned
    raised()  # ok: it has raised
    exited()  # ok: it has ended
    always_false()  # ok: never
    for_checkers()  # ok: never runs
    either(flag)  # ok: every branch leaves
    endless()  # ok: the loop is left by `return` only
    if not flag:
        return
        time.sleep(1)  # ok: it has returned
    for _ in range(3):
        continue
        time.sleep(1)  # ok: the next round has begun
    time.sleep(1)  # finding: [blocking-sleep]
    fail()
    time.sleep(1)  # todo-ok: [blocking-sleep] `fail()` never returns (`NoReturn`): the flow is followed in one file, before it is known what a name stands for
