"""A parameter of the name of an import or builtin is whatever the caller gives."""
import time
from time import sleep


async def given(time):
    time.sleep(1)  # ok: the parameter


async def with_default(sleep=None, *, open=None):
    sleep(1)  # ok: the parameter
    open('a')  # ok: the parameter


async def rest(*time, **sleep):
    time.sleep(1)  # ok: the tuple of the rest
    sleep(1)  # ok: the dict of the rest


async def in_lambda(run):
    run(lambda time: time.sleep(1))  # ok: the lambda's parameter


async def imported():
    time.sleep(1)  # finding: [blocking-sleep]
    sleep(1)  # finding: [blocking-sleep]
