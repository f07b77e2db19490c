"""Small libraries that look something up, or send something, by HTTP."""
import geopy.geocoders
import googlemaps
import msal
import resend
import wikipedia
import zeep
from ddgs import DDGS
from geopy.adapters import AioHTTPAdapter
from gtts import gTTS
from notion_client import AsyncClient, Client
from tavily import AsyncTavilyClient, TavilyClient


async def look_up(text):
    wikipedia.set_lang('de')  # ok: local
    wikipedia.summary(text)  # finding: [blocking-http-call]
    with DDGS() as search:
        search.text(text)  # finding: [blocking-http-call]
    TavilyClient().search(text)  # finding: [blocking-http-call]
    await AsyncTavilyClient().search(text)  # ok
    googlemaps.Client(key='k').geocode(text)  # finding: [blocking-http-call]
    geopy.geocoders.Nominatim(user_agent='a').geocode(text)  # finding: [blocking-http-call]
    async with geopy.geocoders.Nominatim(user_agent='a', adapter_factory=AioHTTPAdapter) as geocoder:
        await geocoder.geocode(text)  # ok


async def send(text, page):
    resend.Emails.send({'to': 'a', 'html': text})  # finding: [blocking-http-call]
    await resend.Emails.send_async({'to': 'a', 'html': text})  # ok
    gTTS(text).save('out.mp3')  # finding: [blocking-http-call]
    Client(auth='t').pages.retrieve(page)  # finding: [blocking-http-call]
    await AsyncClient(auth='t').pages.retrieve(page)  # ok
    app = msal.ConfidentialClientApplication('id')  # ok
    app.acquire_token_for_client(scopes=[])  # finding: [blocking-http-call]
    service = zeep.Client('http://localhost/?wsdl')  # finding: [blocking-http-call]
    service.service.Add(1, 2)  # finding: [blocking-http-call]
