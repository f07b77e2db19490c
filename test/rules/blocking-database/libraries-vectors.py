"""Clients of vector databases, beside their asynchronous twins."""
import chromadb
from pymilvus import AsyncMilvusClient, Collection, MilvusClient, connections, utility


async def by_milvus(vector):
    client = MilvusClient('http://localhost:19530')  # finding: [blocking-database]
    schema = client.create_schema()  # ok: only describes
    client.create_collection('c', schema=schema)  # finding: [blocking-database]
    client.search('c', data=[vector])  # finding: [blocking-database]
    client.close()  # ok
    twin = AsyncMilvusClient('http://localhost:19530')  # ok
    await twin.search('c', data=[vector])  # ok


async def by_old_milvus(vector):
    connections.connect(host='localhost')  # finding: [blocking-database]
    if utility.has_collection('c'):  # finding: [blocking-database]
        collection = Collection('c')  # finding: [blocking-database]
        collection.load()  # finding: [blocking-database]
        collection.query('id > 0')  # finding: [blocking-database]


async def by_chroma(text):
    client = chromadb.HttpClient(host='localhost')  # finding: [blocking-database]
    collection = client.get_or_create_collection('c')  # finding: [blocking-database]
    collection.add(ids=['1'], documents=[text])  # finding: [blocking-database]
    collection.name  # ok
    client.get_settings()  # ok: local
    local = chromadb.PersistentClient(path='db')  # finding: [blocking-database]
    kept = local.get_collection('c')  # finding: [blocking-database]
    kept.query(query_texts=[text])  # finding: [blocking-database]
    twin = await chromadb.AsyncHttpClient(host='localhost')  # ok
    other = await twin.get_collection('c')  # ok
    await other.query(query_texts=[text])  # ok


class Store:
    def __init__(self, client: chromadb.ClientAPI):
        self.client = client

    async def names(self):
        return [each.name for each in self.client.list_collections()]  # finding: [blocking-database]


async def by_qdrant(vector):
    from qdrant_client import QdrantClient

    client = QdrantClient('http://localhost:6333')  # ok: connects when first used
    client.query_points('c', query=vector)  # finding: [blocking-database]
    local = QdrantClient(':memory:')
    local.query_points('c', query=vector)  # ok: in this process
