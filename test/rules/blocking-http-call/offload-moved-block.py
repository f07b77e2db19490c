"""An offload of something else does not help the call that still blocks here."""
import asyncio

import requests


def parse(text):
    return text.split()


async def download(url):
    response = requests.get(url)  # finding: [blocking-http-call]
    return await asyncio.to_thread(parse, response.text)


async def download_in_helper(url):
    return await asyncio.to_thread(parse, fetch(url))  # finding: [blocking-http-call] via fetch > requests.get


def fetch(url):
    return requests.get(url).text


def threaded(url):
    """A helper that itself waits for its thread."""
    import threading

    thread = threading.Thread(target=requests.get, args=(url,))
    thread.start()
    thread.join()


async def hidden_wait(url):
    threaded(url)  # finding: [blocking-wait] via threaded > threading.Thread.join
