"""A connection pool in a module constant."""
import os

import urllib3

HTTP = urllib3.PoolManager(retries=False)


async def main():
    assert HTTP.request("GET", os.environ["SLOW_HTTP"]).status == 200
