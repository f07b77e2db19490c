"""Synchronous HTTP clients in a coroutine, by function, by session and by connection."""
import http.client
import urllib.parse
import urllib.request

import httpx
import requests
import urllib3
from requests import Session

API = 'https://example.com/'


async def by_function(url):
    requests.get(url)  # finding: [blocking-http-call]
#   ^^^^^^^^^^^^
    requests.request('GET', url)  # finding: [blocking-http-call]
    urllib.request.urlopen(url)  # finding: [blocking-http-call]
    httpx.get(url)  # finding: [blocking-http-call]
    httpx.request('GET', url)  # finding: [blocking-http-call]
    text = requests.post(url, json={'a': 1}).json()  # finding: [blocking-http-call]
    return text, requests.codes.ok, urllib.parse.urljoin(API, url)  # ok: no request in these


async def by_session(url):
    session = Session()  # ok: connects to nothing yet
    session.headers.update({'Accept': '*/*'})  # ok
    session.get(url)  # finding: [blocking-http-call]
    with requests.Session() as other:
        other.post(url, data='x')  # finding: [blocking-http-call]
    pool = urllib3.PoolManager()  # ok
    pool.request('GET', url)  # finding: [blocking-http-call]
    connection = http.client.HTTPSConnection('example.com')  # ok
    connection.request('GET', '/')  # finding: [blocking-http-call]
    with httpx.Client() as client:  # finding: [blocking-socket] reads the certificate store
        return client.get(url)  # finding: [blocking-http-call]


def by_thread(url):
    return requests.get(url)  # ok: nothing says that a loop runs this
