"""Connections, cursors and sessions by constructor, pool, `with`, factory, dependency, on `self`; beside what asks nobody."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Generator, Iterator
from typing import Annotated

import psycopg
import psycopg2
import pymysql
import redis
from fastapi import APIRouter, Depends
from psycopg2.extras import RealDictCursor
from psycopg2.pool import ThreadedConnectionPool
from pymongo import AsyncMongoClient, MongoClient
from sqlalchemy import create_engine, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session, scoped_session, sessionmaker

engine = create_engine('postgresql://')
SessionLocal = sessionmaker(bind=engine, autoflush=False)
Scoped = scoped_session(SessionLocal)
async_engine = create_async_engine('postgresql+asyncpg://')
AsyncSessionLocal = async_sessionmaker(async_engine)
cache = redis.Redis.from_url('redis://')
users = MongoClient()['app']['users']
router = APIRouter()


def get_db() -> Generator[Session, None, None]:
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


def get_untyped_db():
    with SessionLocal() as db:
        yield db


async def get_async_db():
    async with AsyncSessionLocal() as session:
        yield session


Db = Annotated[Session, Depends(get_db)]


@contextlib.contextmanager
def session_scope() -> Iterator[Session]:
    session = SessionLocal()
    try:
        yield session
        session.commit()
    finally:
        session.close()


@router.get('/a')
async def by_dependency(db: Session = Depends(get_db)):  # finding: [async-route-should-be-sync]
    db.execute(text('select 1'))  # finding: [blocking-database]
    return db.query(object).all()  # finding: [blocking-database]


@router.get('/b')
async def by_alias(db: Db):  # finding: [async-route-should-be-sync]
    return db.scalars(select(1)).all()  # finding: [blocking-database]


@router.get('/c')
async def untyped(db=Depends(get_untyped_db)):  # finding: [async-route-should-be-sync]
    db.commit()  # finding: [blocking-database]


@router.get('/d')
async def asynchronous(db: AsyncSession = Depends(get_async_db), untyped=Depends(get_async_db)):
    await db.execute(text('select 1'))  # ok
    await untyped.commit()  # ok
    return await db.run_sync(lambda session: session.query(object).all())  # ok: run in a greenlet


@router.get('/e')
def in_a_thread(db: Session = Depends(get_db)):
    return db.query(object).first()  # ok: in a thread


async def by_block(name):
    with session_scope() as session:  # finding: [blocking-database]
        session.add(object())  # ok: only notes it
        session.flush()  # finding: [blocking-database]
    with SessionLocal.begin() as session:  # finding: [blocking-database]
        session.get(object, 1)  # finding: [blocking-database]
    with engine.connect() as connection:  # finding: [blocking-database]
        connection.execute(text('select 1')).fetchall()  # finding: [blocking-database]
    Scoped.execute(text('select 1'))  # finding: [blocking-database]
    query = select(object).where(name == 1)  # ok: text
    return query


async def run_sync(connection: AsyncConnection, session: AsyncSession):
    def create(sync_session: Session):
        return sync_session.execute(text('select 1'))  # ok: run_sync runs it in a greenlet

    await session.run_sync(create)  # ok
    await connection.run_sync(lambda sync: sync.execute(text('select 1')))  # ok


class Storage:
    def __init__(self, dsn):
        self._db = sqlite3.connect('a.db', check_same_thread=False)
        self._db.row_factory = sqlite3.Row
        self._cursor = self._db.cursor()
        self.pool = ThreadedConnectionPool(1, 5, dsn)
        self.redis = redis.StrictRedis()
        self.mongo = MongoClient().app
        self.async_mongo = AsyncMongoClient().app
        self.dsn = dsn

    def _fetch(self, query):
        return self._cursor.execute(query).fetchall()

    @contextlib.contextmanager
    def cursor(self):
        connection = self.pool.getconn()
        try:
            yield connection.cursor(cursor_factory=RealDictCursor)
        finally:
            self.pool.putconn(connection)

    async def run(self, query):
        self._cursor.execute(query)  # finding: [blocking-database]
        self._fetch(query)  # finding: [blocking-database]
        with self._db:
            self._db.execute(query)  # finding: [blocking-database]
        self._db.cursor().execute(query).fetchone()  # finding: [blocking-database] # finding: [blocking-database]
        with self.cursor() as cursor:  # finding: [blocking-database]
            cursor.execute(query)  # finding: [blocking-database]
        self.redis.hgetall('a')  # finding: [blocking-database]
        cache.set('a', 1)  # finding: [blocking-database]
        pipeline = self.redis.pipeline()
        pipeline.set('a', 1)  # ok: queued
        pipeline.execute()  # finding: [blocking-database]
        self.mongo.users.find_one({})  # finding: [blocking-database]
        self.mongo['users'].insert_one({})  # finding: [blocking-database]
        users.count_documents({})  # finding: [blocking-database]
        cursor = users.find({})  # ok: lazy
        for user in cursor:  # finding: [blocking-database]
            print(user)
        await self.async_mongo.users.find_one({})  # ok
        self._db.row_factory = None  # ok

    def connect(self):
        return psycopg2.connect(self.dsn)

    async def by_connect(self, query):
        connection = self.connect()  # finding: [blocking-database] via self.connect > psycopg2.connect
        with connection, connection.cursor() as cursor:
            cursor.execute(query)  # finding: [blocking-database]
            for row in cursor:  # finding: [blocking-database]
                print(row)


async def drivers(dsn):
    mysql = pymysql.connect(host=dsn)  # finding: [blocking-database]
    with mysql.cursor() as cursor:
        cursor.execute('select 1')  # finding: [blocking-database]
    with psycopg.connect(dsn) as connection:  # finding: [blocking-database]
        connection.execute('select 1').fetchone()  # finding: [blocking-database] # finding: [blocking-database]
        with connection.cursor() as cursor:
            cursor.execute('select 1')  # finding: [blocking-database]
    with contextlib.closing(sqlite3.connect('a.db')) as lite:  # finding: [blocking-database]
        lite.executemany('insert', [])  # finding: [blocking-database]
    async with await psycopg.AsyncConnection.connect(dsn) as connection:  # ok
        await connection.execute('select 1')  # ok
