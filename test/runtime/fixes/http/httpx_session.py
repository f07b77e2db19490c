"""Use httpx.AsyncClient: a session keeps its headers and the cookies that it gets."""

import os

import requests

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


async def main():
    session = requests.Session()
    session.headers.update({"X-Token": "t"})
    print(session.get(f"{SERVER}/cookies/set").json())
    print(session.get(f"{SERVER}/cookies", timeout=5).json())
    echo = session.post(f"{SERVER}/echo", data={"a": "b c"})
    session.close()
    print(echo.json()["headers"], echo.json()["body"])
