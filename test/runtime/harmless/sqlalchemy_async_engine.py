"""SQLAlchemy's own asynchronous engine."""
import os

from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine


async def main():
    url = f"sqlite+aiosqlite:///{os.environ['LOCKED_DATABASE']}"
    engine = create_async_engine(url, connect_args={"timeout": 0.08})
    sessions: async_sessionmaker[AsyncSession] = async_sessionmaker(engine)
    async with sessions() as session:
        try:
            await session.execute(text("SELECT name FROM hosts"))
        except OperationalError:
            pass
    await engine.dispose()
