"""`data:` needs no network: urllib reads it from memory."""
from urllib.request import urlopen


async def main(url, name):
    urlopen('data:text/plain,hi').read()  # ok: memory
    urlopen(f'data:text/plain,{name}').read()  # ok: memory
    urlopen(f'https://{name}/data:').read()  # finding: [blocking-http-call] # finding: [blocking-http-call]
    urlopen(url).read()  # finding: [blocking-http-call] # finding: [blocking-http-call]
