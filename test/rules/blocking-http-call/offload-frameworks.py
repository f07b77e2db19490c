"""The same through anyio, trio, Starlette and asgiref."""
import anyio
import anyio.to_process
import requests
import trio
from anyio import to_thread
from asgiref.sync import sync_to_async
from fastapi.concurrency import run_in_threadpool
from starlette.concurrency import run_in_threadpool as in_threadpool


def fetch(url):
    return requests.get(url).text


@sync_to_async
def fetch_decorated(url):
    return requests.get(url).text


@sync_to_async(thread_sensitive=False)
def fetch_configured(url):
    return requests.get(url).text


async def main(url):
    await anyio.to_thread.run_sync(fetch, url)  # ok
    await to_thread.run_sync(lambda: fetch(url))  # ok
    await anyio.to_process.run_sync(fetch, url)  # finding: [io-bound-in-process-pool]
    await trio.to_thread.run_sync(fetch, url)  # ok
    await run_in_threadpool(fetch, url)  # ok
    await in_threadpool(requests.get, url)  # ok
    await sync_to_async(fetch)(url)  # ok
    await sync_to_async(requests.get, thread_sensitive=False)(url)  # ok
    await fetch_decorated(url)  # ok
    await fetch_configured(url)  # ok
    await anyio.to_thread.run_sync(fetch(url))  # finding: [evaluated-before-offload]
