"""Less common calls of drivers, beside those that stay local."""
import peewee
import pymysql
import redis
from cassandra.cluster import Cluster
from sqlalchemy.engine import Connection


async def by_cassandra():
    session = Cluster().connect()  # finding: [blocking-database]
    statement = session.prepare('select 1')  # finding: [blocking-database]
    future = session.execute_async(statement)  # ok: sent by another thread
    future.result()  # finding: [blocking-database]


async def by_pymysql():
    connection = pymysql.connect(host='localhost')  # finding: [blocking-database]
    connection.query('select 1')  # finding: [blocking-database]
    connection.escape('x')  # ok: computes


async def by_peewee(database: peewee.PostgresqlDatabase):
    database.table_exists('t')  # finding: [blocking-database]
    database.is_closed()  # ok: known


async def by_sqlalchemy(connection: Connection):
    connection.begin_nested()  # finding: [blocking-database]
    connection.in_transaction()  # ok: known


async def by_sentinel(sentinel: redis.Sentinel):
    replica = sentinel.replica_for('main')  # ok: connects when first used
    replica.get('key')  # finding: [blocking-database]
