"""Clients of services that speak HTTP: what sends a request, and what only prepares one."""
import asyncio

import ccxt
import ccxt.async_support
import jwt
import replicate
import spotipy
import yt_dlp
from deep_translator import GoogleTranslator
from google.auth.transport import requests as transport
from google.oauth2 import id_token, service_account
from gradio_client import Client
from supabase import acreate_client, create_client
from web3 import AsyncWeb3, Web3

supabase = create_client('https://x.supabase.co', 'key')
keys = jwt.PyJWKClient('https://example.com/keys')
w3 = Web3(Web3.HTTPProvider('http://localhost:8545'))


async def by_supabase(user):
    query = supabase.table('users').select('*').eq('id', user).order('name').limit(1)  # ok: builds the query
    query.execute()  # finding: [blocking-http-call]
    supabase.table('users').insert({'id': user}).execute()  # finding: [blocking-http-call]
    supabase.rpc('now').execute()  # finding: [blocking-http-call]
    supabase.auth.sign_in_with_password({'email': 'a', 'password': 'b'})  # finding: [blocking-http-call]
    supabase.auth.admin.delete_user(user)  # finding: [blocking-http-call]
    bucket = supabase.storage.from_('avatars')  # ok
    bucket.upload('a.png', b'')  # finding: [blocking-http-call]
    bucket.get_public_url('a.png')  # ok: a string
    twin = await acreate_client('https://x.supabase.co', 'key')  # ok
    await twin.table('users').select('*').execute()  # ok


async def verify(token):
    key = keys.get_signing_key_from_jwt(token)  # finding: [blocking-http-call]
    id_token.verify_oauth2_token(token, transport.Request())  # finding: [blocking-http-call]
    credentials = service_account.Credentials.from_service_account_info({})  # ok: from memory
    credentials.refresh(transport.Request())  # finding: [blocking-http-call]
    return jwt.decode(token, key.key)  # ok: computes


async def by_web3(address, abi, twin: AsyncWeb3):
    w3.eth.get_balance(address)  # finding: [blocking-http-call]
    w3.to_wei(1, 'ether')  # ok: computes
    contract = w3.eth.contract(address=address, abi=abi)  # ok: no request
    contract.functions.balanceOf(address).call()  # finding: [blocking-http-call]
    contract.functions.balanceOf(address)  # ok: prepares a call
    await twin.eth.get_balance(address)  # ok
    older = Web3(Web3.HTTPProvider(''), modules={'eth': ()})
    return older.eth.get_balance(address)  # ok: asynchronous by its modules


async def by_ccxt(symbol):
    exchange = ccxt.binance({'enableRateLimit': True})  # ok
    exchange.fetch_ticker(symbol)  # finding: [blocking-http-call]
    exchange.fetchOHLCV(symbol)  # finding: [blocking-http-call]
    exchange.market(symbol)  # ok: from memory
    await ccxt.async_support.binance().fetch_ticker(symbol)  # ok


async def by_others(text, url):
    GoogleTranslator(source='auto', target='en').translate(text)  # finding: [blocking-http-call]
    spotipy.Spotify().search(text)  # finding: [blocking-http-call]
    with yt_dlp.YoutubeDL({'quiet': True}) as ydl:
        info = ydl.extract_info(url, download=False)  # finding: [blocking-http-call]
        ydl.prepare_filename(info)  # ok: a string
    replicate.run('owner/model', input={})  # finding: [blocking-http-call]
    replicate.predictions.create(model='owner/model', input={})  # finding: [blocking-http-call]
    for event in replicate.stream('owner/model', input={}):  # finding: [blocking-http-call]
        print(event)
    await replicate.async_run('owner/model', input={})  # ok
    app = Client('owner/space')  # finding: [blocking-http-call]
    app.predict(text)  # finding: [blocking-http-call]
    job = app.submit(text)  # ok: in a thread of its own
    job.result()  # finding: [blocking-wait]
    return await asyncio.wrap_future(job)  # ok
