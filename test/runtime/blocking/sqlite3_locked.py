"""sqlite3 waits while another process holds the database."""
import contextlib
import os
import sqlite3


class Hosts:
    def __init__(self, path):
        self.connection = sqlite3.connect(path, timeout=0.08)

    async def add(self, name):
        cursor = self.connection.cursor()
        cursor.execute("INSERT INTO hosts VALUES (?)", (name,))


async def main():
    with contextlib.suppress(sqlite3.OperationalError):
        await Hosts(os.environ["LOCKED_DATABASE"]).add("a")
