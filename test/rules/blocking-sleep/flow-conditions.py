"""Conditions that decide whether a caller meets the sleep at all."""
import asyncio
import time


def fetch(url, retries=0, wait=False):
    if wait:
        time.sleep(1)
    return url, retries


def patient(url):
    return fetch(url, wait=True)


def passed_on(url, wait):
    return fetch(url, wait=wait)


def by_type(value):
    if isinstance(value, str):
        time.sleep(1)


def unless_on_loop():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        time.sleep(1)


def sometimes(count):
    if count > 3:
        time.sleep(1)


async def main(url, flag):
    fetch(url)  # ok: does not wait by default
    fetch(url, wait=False)  # ok
    fetch(url, wait=True)  # finding: [blocking-sleep] via fetch > time.sleep
    patient(url)  # finding: [blocking-sleep] via patient > fetch > time.sleep
    passed_on(url, False)  # ok
    passed_on(url, True)  # finding: [blocking-sleep] via passed_on > fetch > time.sleep
    by_type(url)  # ok: may be anything
    unless_on_loop()  # ok: sleeps only where no loop runs
    sometimes(url)  # finding: [blocking-sleep] via sometimes > time.sleep
    if flag:
        time.sleep(1)  # finding: [blocking-sleep]
