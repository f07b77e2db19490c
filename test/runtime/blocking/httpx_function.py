"""httpx has an asynchronous client; this is the other one."""
import os

import httpx


async def main():
    response = httpx.post(os.environ["SLOW_HTTP"], json={"question": None}, timeout=5)
    assert response.json() == {"answer": 42}
