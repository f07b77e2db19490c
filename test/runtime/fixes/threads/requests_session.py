"""A session keeps its cookies from one thread to the next."""

import os

import requests

# fix: Run `self.session.get` in a thread

SERVER = os.environ["HTTP_SERVER"]


class Client:
    def __init__(self):
        self.session = requests.Session()

    async def get(self, path):
        return self.session.get(SERVER + path, timeout=5).json()


async def main():
    client = Client()
    print(await client.get("/cookies"))
    print(await client.get("/cookies/set"))
    print(await client.get("/cookies"))
