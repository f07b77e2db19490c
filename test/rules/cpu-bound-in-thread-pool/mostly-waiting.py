"""A task that mostly waits is well placed in a thread, whatever it computes besides."""
import json
from concurrent.futures import ThreadPoolExecutor

import requests


def split(text):
    depth, out = 0, []
    for index, character in enumerate(text):
        if character == '{':
            depth += 1
        elif character == '}':
            depth -= 1
            out.append(index)
    return out


def extract(url):
    response = requests.get(url)
    try:
        return json.loads(response.text)
    except ValueError:
        return split(response.text)


def run(urls, texts):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(extract, urls))  # ok: waits for the network
        return list(pool.map(split, texts))  # finding: [cpu-bound-in-thread-pool]
