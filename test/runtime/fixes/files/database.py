"""A connection of sqlite3 that is made, used and left in one block."""

# fix: Move the
# stall: none

import os
import sqlite3
import tempfile


async def main():
    path = os.path.join(tempfile.mkdtemp(), "a.db")
    with sqlite3.connect(path) as connection:
        connection.execute("create table t (x)")
        connection.executemany("insert into t values (?)", [(1,), (2,)])
        rows = connection.execute("select x from t order by x").fetchall()
    print(rows)
