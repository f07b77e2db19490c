"""http.client waits in getresponse."""
import http.client
import os
from urllib.parse import urlsplit


def ask(connection: http.client.HTTPConnection):
    connection.request("GET", "/answer")
    return connection.getresponse().read()


async def main():
    address = urlsplit(os.environ["SLOW_HTTP"])
    assert ask(http.client.HTTPConnection(address.hostname, address.port, timeout=5))
