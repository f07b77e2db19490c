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
    returned()  # todo-ok: [blocking-sleep] what stands behind a `return` is taken to run
    raised()  # todo-ok: [blocking-sleep] what stands behind a `raise` is taken to run
    exited()  # todo-ok: [blocking-sleep] what stands behind `sys.exit()` is taken to run
    always_false()  # todo-ok: [blocking-sleep] `if False` sets no guard
    for_checkers()  # todo-ok: [blocking-sleep] `if TYPE_CHECKING` sets no guard for calls
    either(flag)  # todo-ok: [blocking-sleep] what stands behind branches that all leave is taken to run
    endless()  # todo-ok: [blocking-sleep] what stands behind `while True` without a `break` is taken to run
    if not flag:
        return
        time.sleep(1)  # todo-ok: [blocking-sleep] what stands behind a `return` is taken to run
    for _ in range(3):
        continue
        time.sleep(1)  # todo-ok: [blocking-sleep] what stands behind a `continue` is taken to run
    time.sleep(1)  # finding: [blocking-sleep]
    fail()
    time.sleep(1)  # todo-ok: [blocking-sleep] what stands behind a call of `NoReturn` is taken to run
