"""Synchronous helpers that are reached through an offload only, deep below it or through objects made in the thread."""

import asyncio
from concurrent.futures import ThreadPoolExecutor, as_completed

import requests


def _get(url):
    return requests.get(url, timeout=10)  # ok: nobody calls it on the loop


def _pages(url):
    while url:
        response = _get(url)
        yield response.json()
        url = response.links.get('next', {}).get('url')


def collect(url):
    return [item for page in _pages(url) for item in page['items']]


class Report:
    def __init__(self, url):
        self.items = collect(url)

    def render(self):
        return '\n'.join(self.items) + _get('https://example.com/footer').text


def build(url):
    return Report(url).render()


def fan_out(urls):
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(_get, url) for url in urls]
        return [future.result() for future in as_completed(futures)]


async def main(url):
    await asyncio.to_thread(collect, url)  # ok
    await asyncio.to_thread(build, url)  # ok
    await asyncio.to_thread(fan_out, [url])  # ok: a thread may wait for its own pool
    report = await asyncio.to_thread(Report, url)  # ok: the constructor runs in the thread
    await asyncio.to_thread(report.render)  # ok
    await asyncio.to_thread(lambda: list(_pages(url)))  # ok: consumed in the thread
    return report.items  # ok: an attribute


async def on_the_loop(url):
    report = Report(url)  # finding: [blocking-http-call] via Report > collect > _pages > _get > requests.get
    await asyncio.to_thread(report.render)  # ok
    await asyncio.to_thread(Report(url).render)  # finding: [blocking-http-call]
    fan_out([url])  # finding: [blocking-wait]
