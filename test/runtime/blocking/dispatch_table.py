"""A function out of a dictionary."""
import os

import requests


def answer():
    return requests.get(os.environ["SLOW_HTTP"], timeout=5).json()


COMMANDS = {"answer": answer}


async def main():
    assert COMMANDS["answer"]()
