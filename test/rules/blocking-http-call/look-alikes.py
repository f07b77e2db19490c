"""`get`, `post` and `request` of things that are no HTTP client."""
import os
from collections import ChainMap
from contextvars import ContextVar

config = {'url': 'https://example.com'}
current = ContextVar('current', default=None)
settings = ChainMap(config, os.environ)


class Registry:
    def get(self, name):
        return config[name]

    def request(self, method, url):
        return method, url


async def look_up(registry: Registry, unknown, url):
    config.get('url')  # ok: dict
    current.get()  # ok: ContextVar
    settings.get('url')  # ok: ChainMap
    os.environ.get('HOME')  # ok
    registry.get(url)  # ok: the project's own, reads a dict
    registry.request('GET', url)  # ok
    unknown.get(url)  # ok: nobody knows what this is
    unknown.session.post(url)  # ok
