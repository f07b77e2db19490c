"""Waiting for a person in a coroutine."""
import getpass
import sys


async def ask():
    input('name? ')  # finding: [blocking-input]
#   ^^^^^
    getpass.getpass()  # finding: [blocking-input]
    sys.stdin.readline()  # finding: [blocking-input]
    sys.stdin.read()  # finding: [blocking-input]
    print('hello')  # ok: hardly ever waits
    sys.stdout.write('hello')  # ok
    getpass.getuser()  # ok: asks the environment


async def line_by_line():
    for line in sys.stdin:  # finding: [blocking-input]
        print(line)


def on_a_thread():
    return input()  # ok: nothing says that a loop runs this
