"""An ORM session from a sessionmaker, on a database that somebody else has locked."""
import os

from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine(f"sqlite:///{os.environ['LOCKED_DATABASE']}", connect_args={"timeout": 0.08})
SessionLocal = sessionmaker(bind=engine)


def hosts(session: Session):
    return session.execute(text("SELECT name FROM hosts")).all()


async def main():
    with SessionLocal() as session:
        try:
            hosts(session)
        except OperationalError as error:
            assert "locked" in str(error)
