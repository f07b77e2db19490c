"""Waiting for somebody to type."""
import os
import sys


def confirm(question):
    return input(question) == "y"


async def main():
    terminal, sys.stdin = sys.stdin, open(os.environ["SLOW_FILE"])
    try:
        assert not confirm("sure? ")
    finally:
        sys.stdin = terminal
