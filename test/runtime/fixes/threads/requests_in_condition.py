"""Conditions ask as often as before: the right side of `or` and the other branch are not evaluated."""

import os

import requests

# fix: Run `requests.get` in a thread

SERVER = os.environ["HTTP_SERVER"]


async def main():
    asked = []
    if not requests.get(SERVER + "/404", timeout=5).ok or asked.append("never"):
        print("not there")
    print("old" if asked else requests.get(SERVER + "/text", timeout=5).text.strip())
    while (response := requests.get(SERVER + "/json", timeout=5)).ok and len(asked) < 1:
        asked.append(response.json()["answer"])
    print(asked)
