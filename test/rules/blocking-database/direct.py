"""Synchronous database drivers in a coroutine."""
import sqlite3

import psycopg2
import pymongo
import redis
from sqlalchemy import create_engine
from sqlalchemy.orm import Session


async def by_sqlite(path):
    connection = sqlite3.connect(path)  # finding: [blocking-database]
#                ^^^^^^^^^^^^^^^
    cursor = connection.cursor()  # ok: asks for nothing yet
    cursor.execute('select 1')  # finding: [blocking-database]
    connection.commit()  # finding: [blocking-database]
    return sqlite3.Row  # ok


async def by_psycopg(dsn):
    with psycopg2.connect(dsn) as connection:  # finding: [blocking-database]
        with connection.cursor() as cursor:
            cursor.execute('select 1')  # finding: [blocking-database]
            return cursor.fetchall()  # finding: [blocking-database]


async def by_redis(key):
    client = redis.Redis()  # ok: connects when first used
    return client.get(key)  # finding: [blocking-database]


async def by_mongo():
    client = pymongo.MongoClient()  # ok: connects when first used
    return client.server_info()  # finding: [blocking-database]


async def by_sqlalchemy(url, statement):
    engine = create_engine(url)  # ok: connects when first used
    with Session(engine) as session:
        session.execute(statement)  # finding: [blocking-database]
        session.add(object())  # ok: only notes it
        session.commit()  # finding: [blocking-database]


def on_a_thread(path):
    return sqlite3.connect(path)  # ok: nothing says that a loop runs this
