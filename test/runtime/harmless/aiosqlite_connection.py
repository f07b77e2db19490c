"""aiosqlite: sqlite3 in a thread of its own."""
import os

import aiosqlite


async def main():
    async with aiosqlite.connect(os.environ["LOCKED_DATABASE"], timeout=0.08) as database:
        try:
            await database.execute("INSERT INTO hosts VALUES ('a')")
        except aiosqlite.OperationalError:
            pass
