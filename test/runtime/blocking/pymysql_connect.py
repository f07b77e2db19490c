"""MySQL greets first; the constructor waits for it."""
import os

import pymysql


class Repository:
    def __init__(self):
        self.connection = pymysql.connect(host="127.0.0.1", port=int(os.environ["SLOW_LINES"]), user="u", read_timeout=1)


async def main():
    try:
        Repository()
    except (pymysql.MySQLError, IndexError, AssertionError, ValueError):
        pass
