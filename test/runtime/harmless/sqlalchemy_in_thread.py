"""A session that lives and dies in the thread."""
import asyncio
import os

from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import sessionmaker

engine = create_engine(f"sqlite:///{os.environ['LOCKED_DATABASE']}", connect_args={"timeout": 0.08})
SessionLocal = sessionmaker(engine)


def hosts():
    with SessionLocal() as session:
        try:
            return session.execute(text("SELECT name FROM hosts")).all()
        except OperationalError:
            return []


async def main():
    assert await asyncio.to_thread(hosts) == []
