"""Under trio: keyword arguments travel in a partial."""

import os

import requests
import trio

# loop: trio
# fix: Run `requests.get` in a thread (trio.to_thread.run_sync)

SERVER = os.environ["HTTP_SERVER"]


async def main():
    with trio.move_on_after(5):
        echo = requests.get(f"{SERVER}/echo", params={"q": "a"}, timeout=5).json()
        print(echo["path"], echo["query"])
        print(requests.get(SERVER + "/text").text.strip())
