"""Use httpx.AsyncClient for httpx itself: responses stay what they are."""

import os

import httpx

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


async def load(path):
    return httpx.get(SERVER + path, params={"q": "a b"}, timeout=5)


async def main():
    response = await load("/json")
    print(response, response.json(), response.is_success, response.url.path)
    print([httpx.get(SERVER + path).status_code for path in ("/404", "/redirect")])
    print(httpx.get(f"{SERVER}/redirect", follow_redirects=True, cookies={"b": "2"}).json())
    echo = httpx.post(f"{SERVER}/echo", json={"a": 1})
    print(echo.json()["body"], echo.read() == echo.content)
    echo.close()
