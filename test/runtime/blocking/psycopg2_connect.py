"""Connecting waits for the server's first word; what this one says is not PostgreSQL."""
import os

import psycopg2


def open_database():
    return psycopg2.connect(host="127.0.0.1", port=os.environ["SLOW_LINES"], sslmode="disable", user="u", dbname="d")


async def main():
    try:
        open_database()
    except psycopg2.OperationalError:
        pass
