/** Requests of httpx's synchronous client rewritten for its AsyncClient. */
import { describe } from 'vitest';
import { py, testFixes } from '../../harness/fix-cases.ts';
import { casesIn } from './cases.ts';

const frame = {
  fix: 'Use httpx.AsyncClient',
  imports: 'import asyncio\n\nimport httpx',
  rest: `ERROR = httpx.HTTPError  # ${'-'.repeat(90)}`,
};
const { body, refused } = casesIn({ ...frame, at: 'httpx.' });
const ofClient = casesIn({ ...frame, at: 'c.' });

describe('a request of httpx', () => {
  testFixes([
    body(
      'is awaited in a client, and its response and errors stay what they are',
      py`
        try:
            self.last = httpx.get(url, params=data, headers=data, timeout=3)
        except httpx.HTTPError as e:
            return e.request
        return self.last
      `,
      py`
        try:
            async with httpx.AsyncClient(verify=await asyncio.to_thread(httpx.create_ssl_context)) as client:
                self.last = await client.get(url, params=data, headers=data, timeout=3)
        except httpx.HTTPError as e:
            return e.request
        return self.last
      `,
    ),
    body(
      'gives the client what belongs to it',
      'return httpx.post(url, json=data, cookies=data, proxy=data, verify=data)',
      'async with httpx.AsyncClient(cookies=data, proxy=data, verify=data) as client:\n    return await client.post(url, json=data)',
    ),
    body(
      'is closed by an await',
      'r = httpx.get(url)\nr.close()\nreturn r.read()',
      'async with httpx.AsyncClient(verify=await asyncio.to_thread(httpx.create_ssl_context)) as client:\n    r = await client.get(url)\nawait r.aclose()\nreturn r.content',
    ),
    body(
      'is streamed',
      py`
        with httpx.stream("GET", url) as r:
            for x in r.iter_lines():
                print(x, r.status_code)
            r.read()
            print(r.text)
      `,
      py`
        async with httpx.AsyncClient(verify=await asyncio.to_thread(httpx.create_ssl_context)) as client:
            async with client.stream("GET", url) as r:
                async for x in r.aiter_lines():
                    print(x, r.status_code)
                await r.aread()
                print(r.text)
      `,
    ),
    refused('not with a body that may be a file', 'return httpx.post(url, content=data)'),
    refused('not with raw pieces of what was read', 'r = httpx.get(url)\nfor x in r.iter_raw():\n    print(x)'),
    refused('not with trust_env', 'return httpx.get(url, trust_env=False)'),
    refused('not when a streamed response is handed on', 'with httpx.stream("GET", url) as r:\n    print(r)'),
  ]);
});

describe('a Client of httpx', () => {
  testFixes([
    ofClient.body(
      'that is entered',
      py`
        with httpx.Client(base_url=url, timeout=None) as c:  # one
            c.headers["a"] = "b"
            a = c.get("/a")
            return a, [c.post(x, json=a.json()) for x in data], c.get("/b", cookies=data)
      `,
      py`
        async with httpx.AsyncClient(
            base_url=url, timeout=None, verify=await asyncio.to_thread(httpx.create_ssl_context)
        ) as c:  # one
            c.headers["a"] = "b"
            a = await c.get("/a")
            return a, [await c.post(x, json=a.json()) for x in data], await c.get("/b", cookies=data)
      `,
    ),
    ofClient.body(
      'that is assigned and closed',
      py`
        c = httpx.Client(verify=False)
        with c.stream("POST", url, content=b"a") as r:
            print(r.is_success)
        c.close()
      `,
      py`
        async with httpx.AsyncClient(verify=False) as c:
            async with c.stream("POST", url, content=b"a") as r:
                print(r.is_success)
            await c.aclose()
      `,
    ),
    ofClient.refused('not with a transport', 'c = httpx.Client(transport=data)\nc.get(url)'),
    ofClient.refused('not with event hooks', 'c = httpx.Client(event_hooks=data)\nc.get(url)'),
    ofClient.refused('not when it is handed on', 'c = httpx.Client(); print(c)\nc.get(url)'),
  ]);
});
