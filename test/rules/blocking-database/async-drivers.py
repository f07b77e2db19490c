"""The asynchronous halves of drivers share their names with the synchronous ones."""
import aiosqlite
import asyncpg
import psycopg
import redis.asyncio as redis
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine


async def by_redis(key, other: Redis):
    client = redis.Redis()
    await client.get(key)  # ok
    await other.set(key, 1)  # ok
    pipeline = client.pipeline()
    pipeline.set(key, 1)  # ok: queued until execute is awaited
    await pipeline.execute()  # ok
    return redis.from_url('redis://').get(key)  # ok: a coroutine


async def by_others(dsn, statement, session: AsyncSession):
    engine = create_async_engine(dsn)
    async with engine.connect() as connection:
        await connection.execute(statement)  # ok
    await session.execute(statement)  # ok
    session.add(object())  # ok
    await session.commit()  # ok
    async with await psycopg.AsyncConnection.connect(dsn) as postgres:  # ok
        await postgres.execute('select 1')  # ok
    connection = await asyncpg.connect(dsn)  # ok
    await connection.fetch('select 1')  # ok
    async with aiosqlite.connect('a.db') as lite:  # ok
        await lite.execute('select 1')  # ok
