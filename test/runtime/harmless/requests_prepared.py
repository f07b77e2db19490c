"""Preparing a request sends nothing."""
import requests

session = requests.Session()


def prepare(url):
    return session.prepare_request(requests.Request("GET", url, params={"a": 1}))


async def main():
    assert prepare("http://127.0.0.1/answer").url.endswith("a=1")
