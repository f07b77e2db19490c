"""What an f-string shows does not depend on the thread."""

import os

import requests

# fix: Run `requests.head` in a thread

SERVER = os.environ["HTTP_SERVER"]


async def main():
    print(f"{requests.head(f'{SERVER}/bytes', timeout=5).headers['content-length']:>8} bytes")
