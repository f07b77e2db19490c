"""A client of httpx that an object keeps: base URL, headers, redirects, cookies and errors stay what they are."""
# fix: Use httpx.AsyncClient
import os

import httpx


class Site:
    def __init__(self, url):
        self.client = httpx.Client(base_url=url, headers={"x-a": "1"}, verify=False, timeout=5)

    async def page(self, path, **options):
        response = self.client.get(path, follow_redirects=True)
        response.raise_for_status()
        return response.json() if options.get("is_json", True) else response.text

    async def echo(self):
        told = self.client.post("/echo", json={"b": 2}).json()
        return told["method"], told["path"], told["body"]

    async def close(self):
        self.client.close()


async def main():
    site = Site(os.environ["HTTP_SERVER"])
    print(await site.page("/redirect"))
    print(await site.page("/cookies/set"))
    print(await site.page("/text", is_json=False))
    print(await site.echo())
    try:
        await site.page("/404")
    except httpx.HTTPStatusError as error:
        print(error.response.status_code)
    await site.close()
