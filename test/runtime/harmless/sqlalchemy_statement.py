"""Building a statement asks no database."""
from sqlalchemy import Column, Integer, MetaData, String, Table, select

hosts = Table("hosts", MetaData(), Column("id", Integer), Column("name", String))


def named(name):
    return select(hosts).where(hosts.c.name == name).limit(1)


async def main():
    assert "hosts" in str(named("a"))
