"""Comments that silence nothing, beside those that do."""

import asyncio
import time

import requests


async def used(url):
    time.sleep(1)  # offloop: ignore[blocking-sleep] the tests want it
    time.sleep(1)  # offloop: ignore
    time.sleep(1)  # offloop: ignore[blocking]
    time.sleep(1)  # offloop: ignore[all]
    time.sleep(1)  # noqa: ASYNC251 # offloop: ignore[blocking-sleep]
    requests.get(url, timeout=time.sleep(1))  # offloop: ignore[blocking-sleep, blocking-http-call]
    requests.get(
        url,
    )  # offloop: ignore[blocking-http-call]


async def unused(url):
    await asyncio.sleep(1)  # offloop: ignore[blocking-sleep] # finding: [unused-suppression]
    await asyncio.sleep(1)  # offloop: ignore # finding: [unused-suppression]
    await asyncio.sleep(1)  # offloop: ignore[blocking] # finding: [unused-suppression]
    time.sleep(1)  # offloop: ignore[blocking-sleep, blocking-http-call] # finding: [unused-suppression]
    time.sleep(1)  # offloop: ignore[blocking-slep] # finding: [unused-suppression] # finding: [blocking-sleep]
    # offloop: ignore[blocking-sleep] # finding: [unused-suppression]
    await asyncio.sleep(1)  # noqa: ASYNC251
    await asyncio.sleep(1)  # noqa
    await asyncio.sleep(1)  # offloop: ignore[blocking-sleep, unused-suppression] kept for a while


def elsewhere():
    time.sleep(1)  # offloop: ignore[blocking-sleep] # finding: [unused-suppression]
