"""Prompts behind helpers."""
import asyncio
from getpass import getpass


def confirm(question):
    return input(question) == 'y'


async def main():
    confirm('sure? ')  # finding: [blocking-input] via confirm > input
    getpass()  # finding: [blocking-input]
    await asyncio.to_thread(confirm, 'sure? ')  # ok
    await asyncio.to_thread(input)  # ok
