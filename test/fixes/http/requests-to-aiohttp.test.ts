/** Requests of requests rewritten for aiohttp: the shapes, the arguments, and what is refused (facts/requests-mapping.json). */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../../harness/fix-cases.ts';
import { casesIn } from './cases.ts';

const { body, refused } = casesIn({
  fix: 'Use aiohttp',
  imports: 'import json\n\nimport aiohttp\nimport requests',
  // A line long enough that no call is broken.
  rest: `ERROR = requests.HTTPError  # ${'-'.repeat(90)}`,
  at: 'requests.',
});

/** A call's arguments, before and after. */
function args(name: string, before: string, after: string, method = 'get'): FixCase {
  const call = `async with aiohttp.ClientSession() as http_session:
    async with http_session.${method}(${after}) as response:
        return response.status`;
  return body(name, `return requests.${method}(${before}).status_code`, call);
}

describe('a statement that reads the response at once', () => {
  testFixes([
    {
      name: 'moves into the session, and the import of requests goes',
      before: py`
        import requests


        async def main(url):
            return requests.get(url).text
      `,
      after: py`
        import aiohttp


        async def main(url):
            async with aiohttp.ClientSession() as session:
                async with session.get(url) as response:
                    return await response.text(errors="replace")
      `,
      fix: 'Use aiohttp',
      safety: 'unsafe',
    },
    body(
      'keeps what is done with the value, and its comment',
      py`
        names = [x["name"] for x in requests.get(url).json()["items"]]  # all
      `,
      py`
        async with aiohttp.ClientSession() as http_session:
            async with http_session.get(url) as response:
                names = [x["name"] for x in (await response.json(content_type=None))["items"]]  # all
      `,
    ),
    body(
      'keeps arguments of several lines and their comments',
      py`
        x = requests.get(
            url,  # where
            headers={
                "A": "b",
            },
        ).content
      `,
      py`
        async with aiohttp.ClientSession() as http_session:
            async with http_session.get(
                url,  # where
                headers={
                    "A": "b",
                },
            ) as response:
                x = await response.read()
      `,
    ),
    body(
      'that is an if or a for',
      py`
        for x in requests.get(url).json():  # all
            print(x)
      `,
      py`
        async with aiohttp.ClientSession() as http_session:
            async with http_session.get(url) as response:
                for x in await response.json(content_type=None):  # all
                    print(x)
      `,
    ),
    body(
      'with a request that nobody looks at',
      py`
        requests.post(url, json={"a": 1})  # tell
      `,
      py`
        async with aiohttp.ClientSession() as http_session:
            async with http_session.post(url, json={"a": 1}):
                pass  # tell
      `,
    ),
    {
      name: 'keeps strings of several lines as they are, and tabs',
      before:
        'import requests\n\n\nasync def main(url):\n\tx = requests.get(url).text + """\n  a\n""" + (\n\t\turl\n\t)\n',
      after:
        'import aiohttp\n\n\nasync def main(url):\n\tasync with aiohttp.ClientSession() as session:\n\t\tasync with session.get(url) as response:\n\t\t\tx = await response.text(errors="replace") + """\n  a\n""" + (\n\t\t\t\turl\n\t\t\t)\n',
      fix: 'Use aiohttp',
    },
  ]);
  testFixes([
    refused('not with something evaluated before', 'print(input(), requests.get(url).text)'),
    refused('not in a condition', 'x = data or requests.get(url).text'),
    refused('not in the condition of a loop', 'while requests.get(url).ok:\n    pass'),
    refused('not in a conditional expression', 'x = requests.get(url).text if data else ""'),
    refused('not in a comprehension', 'x = [requests.get(u).text for u in data]'),
    refused('not when the response is returned', 'return requests.get(url)'),
    refused('not when it is kept', 'self.last = requests.get(url)'),
    refused('not when it is handed on', 'print(requests.get(url))'),
    refused('not when it shares its line', 'x = requests.get(url).text; print(x)'),
  ]);
});

describe('a response with a name', () => {
  testFixes([
    body(
      'takes the statements that read it into the block',
      py`
        resp = requests.get(url)  # ask

        # look
        if resp.status_code == 200:
            return resp.json()
        resp.raise_for_status()
        return None
      `,
      py`
        async with aiohttp.ClientSession() as http_session:
            async with http_session.get(url) as resp:  # ask

                # look
                if resp.status == 200:
                    return await resp.json(content_type=None)
                resp.raise_for_status()
        return None
      `,
    ),
    body(
      'may be read in a comprehension',
      py`
        resp = requests.get(url)
        x = [y for y in resp.json() if resp.ok]
        return x
      `,
      py`
        async with aiohttp.ClientSession() as http_session:
            async with http_session.get(url) as resp:
                x = [y for y in await resp.json(content_type=None) if resp.ok]
        return x
      `,
    ),
    body(
      'may be bound again behind that',
      py`
        r = requests.get(url)
        x = r.text.strip()
        r = None
        return x, r
      `,
      py`
        async with aiohttp.ClientSession() as http_session:
            async with http_session.get(url) as r:
                x = (await r.text(errors="replace")).strip()
        r = None
        return x, r
      `,
    ),
    body(
      'may have headers and a reason',
      py`
        r = requests.head(url)
        print(r.headers["X"], r.reason)
      `,
      py`
        async with aiohttp.ClientSession() as http_session:
            async with http_session.head(url) as r:
                print(r.headers["X"], r.reason)
      `,
    ),
    body(
      'may be tested, iterated and asked for cookies and its URL',
      py`
        r = requests.get(url, stream=True)
        if not r or (r and data):
            print(r.cookies["a"], r.url + "x", r.encoding)
        for x in r.iter_content(chunk_size=512):
            print(f"{x} {r.text}")
        for x in requests.get(url).iter_lines():
            print(x)
      `,
      py`
        async with aiohttp.ClientSession() as http_session:
            async with http_session.get(url) as r:
                if not r.ok or (r.ok and data):
                    print(r.cookies["a"].value, str(r.url) + "x", r.get_encoding())
                async for x in r.content.iter_chunked(512):
                    print(f"{x} {await r.text(errors='replace')}")
        for x in requests.get(url).iter_lines():
            print(x)
      `,
    ),
    body(
      'may be entered',
      py`
        with requests.get(url, stream=True) as r:  # ask
            print(r.ok)
      `,
      py`
        async with aiohttp.ClientSession() as http_session:
            async with http_session.get(url) as r:  # ask
                print(r.ok)
      `,
    ),
    body(
      'may be parsed with arguments, and where a handler waits for what is no JSON',
      py`
        try:
            r = requests.get(url)
            return r.json()["a"]
        except Exception:
            pass
      `,
      py`
        try:
            async with aiohttp.ClientSession() as http_session:
                async with http_session.get(url) as r:
                    return json.loads(await r.read())["a"]
        except Exception:
            pass
      `,
    ),
    body(
      'may not be read at all',
      py`
        r = requests.get(url)
      `,
      py`
        async with aiohttp.ClientSession() as http_session:
            async with http_session.get(url) as r:
                pass
      `,
    ),
    refused('not when it is returned', 'r = requests.get(url)\nreturn r'),
    refused('not when it is handed on', 'r = requests.get(url)\nprint(r)'),
    refused('not when it is read outside of the block', 'if data:\n    r = requests.get(url)\nprint(r.text)'),
    refused('not when it may be another', 'r = requests.get(url)\nif data:\n    r = data\nprint(r.text)'),
    refused('not when a function keeps it', 'r = requests.get(url)\nreturn lambda: r.text'),
    refused('not when a generator keeps it', 'r = requests.get(url)\nreturn (r.text for _ in data)'),
    refused('not when a yield would leave it open', 'r = requests.get(url)\nyield r.text'),
    refused('not when its encoding is set', 'r = requests.get(url)\nr.encoding = "utf-8"\nreturn r.text'),
    ...['raw', 'apparent_encoding', 'elapsed', 'is_redirect', 'next', 'cookies', 'history'].map((name) =>
      refused(`not with .${name}`, `r = requests.get(url)\nreturn r.${name}`),
    ),
    refused('not with pieces that no loop takes', 'r = requests.get(url)\nreturn b"".join(r.iter_content(9))'),
    refused('not where an f-string shows its text', 'r = requests.get(url)\nreturn f"{r.status_code=}"'),
    refused('not where a lock is held while it is read', 'r = requests.get(url)\nwith self.lock:\n    print(r.text)'),
    refused('not where it is read in a finally', 'r = requests.get(url)\ntry:\n    pass\nfinally:\n    print(r.text)'),
    refused('not with a cookie jar', 'r = requests.get(url)\nreturn dict(r.cookies)'),
    refused('not with an isinstance', 'r = requests.get(url)\nreturn isinstance(r, requests.Response)'),
  ]);
});

describe('arguments', () => {
  testFixes([
    args(
      'that mean the same are kept',
      'url, headers=data, allow_redirects=False',
      'url, headers=data, allow_redirects=False',
    ),
    args('get the keyword of get', 'url, {"q": 1}', 'url, params={"q": 1}'),
    args('get the keywords of post', 'url, data', 'url, data=data', 'post'),
    args('a timeout', 'url, timeout=5', 'url, timeout=aiohttp.ClientTimeout(sock_connect=5, sock_read=5)'),
    args(
      'a timeout of two',
      'url, timeout=(3, 7.5)',
      'url, timeout=aiohttp.ClientTimeout(sock_connect=3, sock_read=7.5)',
    ),
    args('no timeout', 'url, timeout=None', 'url, timeout=aiohttp.ClientTimeout(total=None)'),
    args('no verification', 'url, verify=False', 'url, ssl=False'),
    args('a user and a password', 'url, auth=("u", data)', 'url, auth=aiohttp.BasicAuth("u", data)'),
    args('a stream, and none', 'url, stream=False', 'url'),
    args('a method', '"PUT", url', '"PUT", url', 'request'),
    args('JSON', 'url, json={"a": None}', 'url, json={"a": None}', 'post'),
  ]);
  const refusedArguments: Readonly<Record<string, string>> = {
    proxies: 'url, proxies=data',
    hooks: 'url, hooks=data',
    files: 'url, files=data',
    'a stream that may be one': 'url, stream=data',
    'a client certificate': 'url, cert=data',
    'a certificate of its own': 'url, verify="ca.pem"',
    'an authentication class': 'url, auth=requests.auth.HTTPDigestAuth("u", "p")',
    'any authentication': 'url, auth=data',
    'a cookie jar': 'url, cookies=data',
    'keyword arguments that are not known': 'url, **data',
    'arguments that are not known': '*data',
    'a None among the parameters': 'url, params={"a": None}',
    'a bool among the parameters': 'url, params={"a": True}',
    'a None among the headers': 'url, headers={"a": None}',
    'a timeout of an unknown kind': 'url, timeout=data',
    'a generator as data': 'url, data=(x for x in data)',
    'data beside JSON': 'url, data=data, json=data',
    'no URL': 'None',
  };
  testFixes(
    Object.entries(refusedArguments).map(([name, text]) => {
      return refused(`not with ${name}`, `return requests.get(${text}).status_code`);
    }),
  );
});
