"""Use httpx.AsyncClient: a user and a password, for one request or for a session."""

import os

import requests

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


async def main():
    print(requests.get(f"{SERVER}/auth", auth=("user", "pass")).json())
    print(requests.get(f"{SERVER}/auth").status_code)
    with requests.Session() as session:
        session.auth = ("user", "pass")
        print(session.get(f"{SERVER}/auth").ok)
