"""Neo4j, Pinecone, Weaviate, InfluxDB, ClickHouse and MongoEngine, beside their asynchronous twins."""
import clickhouse_connect
import influxdb_client
import mongoengine
import weaviate
from influxdb_client.client.write_api import SYNCHRONOUS
from neo4j import AsyncGraphDatabase, GraphDatabase
from pinecone import Pinecone


async def by_neo4j(uri):
    driver = GraphDatabase.driver(uri)  # ok: connects when first used
    driver.verify_connectivity()  # finding: [blocking-database]
    with driver.session() as session:
        result = session.run('RETURN 1')  # finding: [blocking-database]
        for record in result:  # finding: [blocking-database]
            print(record)
        session.execute_read(print)  # finding: [blocking-database]
    async with AsyncGraphDatabase.driver(uri) as twin:
        await twin.execute_query('RETURN 1')  # ok
        async with twin.session() as session:
            await session.run('RETURN 1')  # ok


async def by_pinecone(vector):
    client = Pinecone(api_key='k')  # ok
    index = client.Index(host='h')  # ok: the host is known
    index.query(vector=vector, top_k=3)  # finding: [blocking-database]
    client.Index('name')  # finding: [blocking-database]
    client.list_indexes()  # finding: [blocking-database]


async def by_weaviate(text):
    with weaviate.connect_to_local() as client:  # finding: [blocking-database]
        collection = client.collections.get('C')  # ok: only a name
        collection.query.near_text(query=text)  # finding: [blocking-database]
        collection.data.insert({'text': text})  # finding: [blocking-database]
        collection.with_tenant('t').query.bm25(query=text)  # finding: [blocking-database]
        client.collections.create('D')  # finding: [blocking-database]
        client.is_connected()  # ok
    async with weaviate.use_async_with_local() as twin:
        await twin.collections.get('C').query.near_text(query=text)  # ok


async def by_influx(point):
    client = influxdb_client.InfluxDBClient(url='http://localhost', token='t')  # ok
    client.query_api().query('from(bucket: "b")')  # finding: [blocking-database]
    client.write_api().write('b', record=point)  # ok: sent in batches by another thread
    client.write_api(write_options=SYNCHRONOUS).write('b', record=point)  # todo-finding: [blocking-database] write_api writes in the background unless it is told SYNCHRONOUS: results of methods have no variants by argument


async def by_clickhouse():
    client = clickhouse_connect.get_client(host='localhost')  # finding: [blocking-database]
    client.query('SELECT 1')  # finding: [blocking-database]
    twin = await clickhouse_connect.get_async_client(host='localhost')  # ok
    await twin.query('SELECT 1')  # ok


class Page(mongoengine.Document):
    title = mongoengine.StringField()

    async def rename(self, title):
        self.title = title
        self.save()  # finding: [blocking-database]
        self.validate()  # ok: computes
