"""Processes started by helpers, and by helpers on a thread."""
import asyncio
import subprocess


def git(*arguments):
    return subprocess.run(['git', *arguments], check=True, capture_output=True).stdout


def branch():
    return git('branch')


async def main():
    branch()  # finding: [blocking-subprocess] via branch > git > subprocess.run
    await asyncio.to_thread(branch)  # ok
