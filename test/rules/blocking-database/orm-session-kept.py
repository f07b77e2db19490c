"""Sessions and cursors by `with`, by factory and on `self`."""
import sqlite3

from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine('sqlite://')
make_session = sessionmaker(engine)


class Repository:
    def __init__(self, session: Session):
        self.session = session
        self.connection = sqlite3.connect('a.db')

    def find(self, statement):
        return self.session.execute(statement).all()

    async def run(self, statement):
        self.session.commit()  # finding: [blocking-database]
        self.find(statement)  # finding: [blocking-database] via self.find > sqlalchemy.orm.Session.execute
        self.connection.execute('select 1')  # finding: [blocking-database]


async def by_factory(statement):
    with make_session() as session:
        session.execute(statement)  # finding: [blocking-database]
    with engine.begin() as connection:  # finding: [blocking-database]
        connection.execute(statement)  # finding: [blocking-database]
