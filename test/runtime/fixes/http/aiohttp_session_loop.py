"""Use aiohttp: a session that is made by an assignment, and asked in a loop."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def main():
    session = requests.Session()
    answers = []
    for path in ("/json", "/404", "/chunked"):
        response = session.get(SERVER + path, timeout=5)
        if not response:
            answers.append(response.status_code)
            continue
        answers.append(response.json()["answer"])
    session.close()
    print(answers)
