"""A session given by a dependency: by its annotation, by what the dependency returns."""
from typing import Annotated

import requests
from fastapi import Depends, FastAPI
from requests import Session

app = FastAPI()


def get_session() -> Session:
    return Session()


SessionDependency = Annotated[Session, Depends(get_session)]


@app.get('/a')
async def by_annotation(session: Session = Depends(get_session)):  # finding: [async-route-should-be-sync]
    session.get('/')  # finding: [blocking-http-call]


@app.get('/b')
async def by_annotated(session: Annotated[requests.Session, Depends(get_session)]):  # finding: [async-route-should-be-sync]
    session.get('/')  # finding: [blocking-http-call]


@app.get('/c')
async def by_alias(session: SessionDependency):  # finding: [async-route-should-be-sync]
    session.get('/')  # finding: [blocking-http-call]


@app.get('/d')
async def by_result(session=Depends(get_session)):  # finding: [async-route-should-be-sync]
    session.get('/')  # finding: [blocking-http-call]
