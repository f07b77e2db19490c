/** Clients that a function makes, rewritten with all requests that they send. */
import { describe } from 'vitest';
import { py, testFixes } from '../../harness/fix-cases.ts';
import { casesIn } from './cases.ts';

const aiohttp = casesIn({
  fix: 'Use aiohttp',
  imports: 'import aiohttp\nimport requests',
  rest: 'ERROR = requests.HTTPError',
  at: 's.get',
});

describe('a Session of requests for aiohttp', () => {
  testFixes([
    aiohttp.body(
      'that is entered',
      py`
        with requests.Session() as s:  # one
            s.headers.update({"a": "b"})
            a = s.get(url)
            b = s.post(url, json=1)

            # both
            print(a.text, b.status_code)
            print(data)
        return 1
      `,
      py`
        async with aiohttp.ClientSession() as s:  # one
            s.headers.update({"a": "b"})
            async with s.get(url) as a:
                async with s.post(url, json=1) as b:

                    # both
                    print(await a.text(errors="replace"), b.status)
            print(data)
        return 1
      `,
    ),
    aiohttp.body(
      'one of whose responses is asked by an argument',
      py`
        with requests.Session() as s:
            a = s.get(url)
            if s.post(a.url, json=a.json()):
                s.put(
                    url,  # again
                    data=a.text,
                )
      `,
      py`
        async with aiohttp.ClientSession() as s:
            async with s.get(url) as a:
                async with s.post(
                    str(a.url), json=await a.json(content_type=None)
                ) as response:
                    if response.ok:
                        async with s.put(
                            url,  # again
                            data=await a.text(errors="replace"),
                        ):
                            pass
      `,
    ),
    aiohttp.body(
      'whose responses end in any order',
      py`
        with requests.Session() as s:
            a = s.get(url)
            b = s.get(url)
            print(a.ok)
            print(b.ok)
      `,
      py`
        async with aiohttp.ClientSession() as s:
            async with s.get(url) as a:
                async with s.get(url) as b:
                    print(a.ok)
                    print(b.ok)
      `,
    ),
    aiohttp.body(
      'that is assigned, and closed',
      py`
        s = requests.Session()
        for x in data:
            print(s.get(x).json())
            s.get(x)
        s.close()
        return 1
      `,
      py`
        async with aiohttp.ClientSession() as s:
            for x in data:
                async with s.get(x) as response:
                    print(await response.json(content_type=None))
                async with s.get(x):
                    pass
            await s.close()
        return 1
      `,
    ),
    aiohttp.refused('not when another function has it', 'with requests.Session() as s:\n    print(s)\n    s.get(url)'),
    aiohttp.refused('not when it is kept', 's = self.s = requests.Session()\ns.get(url)'),
    aiohttp.refused('not when it is a parameter', 'session.get(url)\ns = requests.Session()\nprint(s)\ns.get(url)'),
    aiohttp.refused('not when something is mounted', 's = requests.Session()\ns.mount("a", data)\ns.get(url)'),
    aiohttp.refused('not when it has authentication', 's = requests.Session()\ns.auth = data\ns.get(url)'),
    aiohttp.refused(
      'not when it may be another',
      's = requests.Session()\nif data:\n    s = requests.Session()\ns.get(url)',
    ),
    {
      name: 'not when it is that of the object',
      before:
        'import requests\n\n\nclass A:\n    def __init__(self):\n        self.s = requests.Session()\n\n    async def main(self, url):\n        return self.s.get(url).text\n',
      fix: 'Use aiohttp',
      withheld: '',
    },
    aiohttp.refused(
      'not when a function inside uses it',
      's = requests.Session()\ns.get(url)\nreturn lambda: s.get(url)',
    ),
    aiohttp.refused('not when a yield would leave it open', 's = requests.Session()\ns.get(url)\nyield\ns.get(url)'),
    aiohttp.refused(
      'not when it is used outside',
      'if data:\n    s = requests.Session()\n    s.get(url)\nelse:\n    return\ns.get(url)',
    ),
    aiohttp.refused(
      'not when a response is read behind it',
      'with requests.Session() as s:\n    r = s.get(url)\nreturn r.text',
    ),
    aiohttp.refused(
      'not when one of its requests cannot',
      'with requests.Session() as s:\n    s.get(url)\n    s.post(url, files=data)',
    ),
    aiohttp.refused('not when one request is in another', 'with requests.Session() as s:\n    s.get(s.get(url).text)'),
    aiohttp.refused(
      'not when it is closed in a finally',
      's = requests.Session()\ntry:\n    s.get(url)\nfinally:\n    s.close()',
    ),
    aiohttp.refused(
      'not when it is entered with another',
      'with requests.Session() as s, open(url) as f:\n    s.get(url)',
    ),
  ]);
});

const OPENED = 'follow_redirects=True, timeout=None, verify=await asyncio.to_thread(httpx.create_ssl_context)';
const httpx = casesIn({
  fix: 'Use httpx.AsyncClient',
  imports: 'import asyncio\n\nimport httpx\nimport requests',
  rest: `ERROR = requests.HTTPError  # ${'-'.repeat(90)}`,
  at: 's.get',
});

describe('a Session of requests for httpx', () => {
  testFixes([
    httpx.body(
      'that is entered',
      py`
        with requests.Session() as s:
            s.auth = ("u", "p")
            a = s.get(url)
            s.head(url)
        return a.text, a.ok
      `,
      `async with httpx.AsyncClient(
    ${OPENED}
) as s:
    s.auth = ("u", "p")
    a = await s.get(url)
    await s.head(url, follow_redirects=False)
return a.text, not a.is_error`,
    ),
    httpx.body(
      'that is assigned, and closed',
      py`
        s = requests.Session()
        x = [s.get(y).json() for y in data]
        s.close()
        return x
      `,
      `async with httpx.AsyncClient(
    ${OPENED}
) as s:
    x = [(await s.get(y)).json() for y in data]
    await s.aclose()
return x`,
    ),
    httpx.refused('not with cookies of one request', 's = requests.Session()\ns.get(url, cookies={"a": "b"})'),
    httpx.refused('not with one request that is not verified', 's = requests.Session()\ns.get(url, verify=False)'),
  ]);
});
