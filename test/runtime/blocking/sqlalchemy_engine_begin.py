"""A transaction on an engine, in a context manager of our own."""
import contextlib
import os

import sqlalchemy
from sqlalchemy.exc import OperationalError

engine = sqlalchemy.create_engine(f"sqlite:///{os.environ['LOCKED_DATABASE']}", connect_args={"timeout": 0.08})


@contextlib.contextmanager
def transaction():
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("INSERT INTO hosts VALUES ('a')"))
        yield connection


async def main():
    with contextlib.suppress(OperationalError):
        with transaction():
            pass
