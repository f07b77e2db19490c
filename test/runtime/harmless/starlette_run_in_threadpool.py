"""Starlette's offload."""
import os

import requests
from starlette.concurrency import run_in_threadpool


async def main():
    response = await run_in_threadpool(requests.get, os.environ["SLOW_HTTP"], timeout=5)
    assert response.ok
