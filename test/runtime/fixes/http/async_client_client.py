"""Use httpx.AsyncClient for a Client of httpx."""

import os

import httpx

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


async def main():
    with httpx.Client(base_url=SERVER, headers={"X-Token": "t"}, follow_redirects=True) as client:
        client.headers["X-More"] = "m"
        print(client.get("/cookies/set").json(), client.cookies.get("a"))
        print([client.get(path).text for path in ("/text", "/latin1")])
        print(client.put("/echo", content=b"raw").json()["headers"])
