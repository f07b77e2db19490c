"""Line continuations, several statements a line, brackets over lines, decorators and type parameters."""
import time; from time import sleep


async def naps(): time.sleep(1); sleep(2)  # finding: [blocking-sleep] # finding: [blocking-sleep]


async def continued():
    (
        time  # finding: [blocking-sleep]
        .sleep
    )(1)
    value = 1 + \
        time.sleep(1)  # finding: [blocking-sleep]
#       ^^^^^^^^^^
    value = time.sleep(  # finding: [blocking-sleep]
#           ^^^^^^^^^^
        1
    )
    return value


async def generic[T](value: T) -> T:
    time.sleep(1)  # finding: [blocking-sleep]
    return value


async def template(name):
    return t'{time.sleep(1)}{name}'  # finding: [blocking-sleep]


async def exceptions(task):
    try:
        await task
    except ValueError, TypeError:
        time.sleep(1)  # finding: [blocking-sleep]
    try:
        await task
    except* OSError:
        time.sleep(1)  # finding: [blocking-sleep]
