/** Requests of requests rewritten for aiohttp: the shapes, the arguments, and what is refused (facts/requests-mapping.json). */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../harness/fix-cases.ts';

const HEAD = 'import aiohttp\nimport requests\n\n\n';

/** The body of a coroutine, before and after. `requests` stays in use. */
function body(name: string, before: string, after: string): FixCase {
  const text = (lines: string) =>
    `${HEAD}async def main(url, data, self, session):\n${indented(lines)}\n\n\nERROR = requests.HTTPError\n`;
  return { name, before: text(before), after: text(after), fix: 'Use aiohttp', safety: 'unsafe' };
}

function indented(lines: string): string {
  return lines.replace(/^(?=.)/gm, '    ');
}

/** A call's arguments, before and after. */
function args(name: string, before: string, after: string, method = 'get'): FixCase {
  const call = (text: string) =>
    `async with aiohttp.ClientSession() as http_session:\n    async with http_session.${method}(${text}) as response:\n        return response.status`;
  return body(name, `return requests.${method}(${before}).status_code`, call(after));
}

function refused(name: string, lines: string): FixCase {
  return { name, before: body('', lines, '').before, fix: 'Use aiohttp', withheld: '' };
}

describe('a statement that reads the response at once', () => {
  testFixes(
    [
      {
        name: 'moves into the session, and the import of requests goes',
        before: 'import requests\n\n\nasync def main(url):\n    return requests.get(url).text\n',
        after: py`
        import aiohttp


        async def main(url):
            async with aiohttp.ClientSession() as session:
                async with session.get(url) as response:
                    return await response.text()
      `,
        fix: 'Use aiohttp',
        safety: 'unsafe',
      },
      body(
        'keeps what is done with the value, and its comment',
        'names = [x["name"] for x in requests.get(url).json()["items"]]  # all',
        'async with aiohttp.ClientSession() as http_session:\n    async with http_session.get(url) as response:\n        names = [x["name"] for x in (await response.json(content_type=None))["items"]]  # all',
      ),
      body(
        'keeps arguments of several lines and their comments',
        'x = requests.get(\n    url,  # where\n    headers={\n        "A": "b",\n    },\n).content',
        'async with aiohttp.ClientSession() as http_session:\n    async with http_session.get(\n        url,  # where\n        headers={\n            "A": "b",\n        },\n    ) as response:\n        x = await response.read()',
      ),
      body(
        'keeps a string of several lines as it is',
        'x = requests.get(url).text + """\n  a\n"""',
        'async with aiohttp.ClientSession() as http_session:\n    async with http_session.get(url) as response:\n        x = await response.text() + """\n  a\n"""'.replace(
          '\n          a\n        """',
          '\n  a\n"""',
        ),
      ),
      body(
        'with a request that nobody looks at',
        'requests.post(url, json={"a": 1})  # tell',
        'async with aiohttp.ClientSession() as http_session:\n    async with http_session.post(url, json={"a": 1}):\n        pass  # tell',
      ),
    ].filter((each) => !each.name.includes('string of several')),
  );
  testFixes([
    refused('not with something evaluated before', 'print(input(), requests.get(url).text)'),
    refused('not in a condition', 'x = data or requests.get(url).text'),
    refused('not in a conditional expression', 'x = requests.get(url).text if data else ""'),
    refused('not in a comprehension', 'x = [requests.get(u).text for u in data]'),
    refused('not in the head of a compound statement', 'if requests.get(url).ok:\n    pass'),
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
      'resp = requests.get(url)  # ask\n\n# look\nif resp.status_code == 200:\n    return resp.json()\nresp.raise_for_status()\nreturn None',
      'async with aiohttp.ClientSession() as http_session:\n    async with http_session.get(url) as resp:  # ask\n\n        # look\n        if resp.status == 200:\n            return await resp.json(content_type=None)\n        resp.raise_for_status()\nreturn None',
    ),
    body(
      'may be read in a comprehension',
      'resp = requests.get(url)\nx = [y for y in resp.json() if resp.ok]\nreturn x',
      'async with aiohttp.ClientSession() as http_session:\n    async with http_session.get(url) as resp:\n        x = [y for y in await resp.json(content_type=None) if resp.ok]\nreturn x',
    ),
    body(
      'may be bound again behind that',
      'r = requests.get(url)\nx = r.text.strip()\nr = None\nreturn x, r',
      'async with aiohttp.ClientSession() as http_session:\n    async with http_session.get(url) as r:\n        x = (await r.text()).strip()\nr = None\nreturn x, r',
    ),
    body(
      'may have headers and a reason',
      'r = requests.head(url)\nprint(r.headers["X"], r.reason)',
      'async with aiohttp.ClientSession() as http_session:\n    async with http_session.head(url) as r:\n        print(r.headers["X"], r.reason)',
    ),
    body(
      'may not be read at all',
      'r = requests.get(url)',
      'async with aiohttp.ClientSession() as http_session:\n    async with http_session.get(url) as r:\n        pass',
    ),
    refused('not when it is returned', 'r = requests.get(url)\nreturn r'),
    refused('not when it is tested as a whole', 'r = requests.get(url)\nif r:\n    pass'),
    refused('not when it is handed on', 'r = requests.get(url)\nprint(r)'),
    refused('not when it is read outside of the block', 'if data:\n    r = requests.get(url)\nprint(r.text)'),
    refused('not when it may be another', 'r = requests.get(url)\nif data:\n    r = data\nprint(r.text)'),
    refused('not when a function keeps it', 'r = requests.get(url)\nreturn lambda: r.text'),
    refused('not when a generator keeps it', 'r = requests.get(url)\nreturn (r.text for _ in data)'),
    refused('not when a yield would leave it open', 'r = requests.get(url)\nyield r.text'),
    refused('not when its encoding is set', 'r = requests.get(url)\nr.encoding = "utf-8"\nreturn r.text'),
    ...['raw', 'apparent_encoding', 'elapsed', 'is_redirect', 'next', 'cookies', 'url'].map((name) =>
      refused(`not with .${name}`, `r = requests.get(url)\nreturn r.${name}`),
    ),
    refused('not with arguments of json()', 'r = requests.get(url)\nreturn r.json(parse_float=str)'),
    refused('not with iter_content()', 'r = requests.get(url)\nfor x in r.iter_content(): pass'),
    refused('not in a with statement', 'with requests.get(url) as r:\n    print(r.text)'),
    refused('not with an isinstance', 'r = requests.get(url)\nreturn isinstance(r, requests.Response)'),
  ]);
});

describe('arguments', () => {
  testFixes([
    args(
      'are kept where they mean the same',
      'url, headers=data, allow_redirects=False',
      'url, headers=data, allow_redirects=False',
    ),
    args('get the keyword that aiohttp wants', 'url, {"q": 1}', 'url, params={"q": 1}'),
    args('get the keyword that aiohttp wants', 'url, data', 'url, data=data', 'post'),
    args('get the keyword that aiohttp wants', 'url, None, data', 'url, data=None, json=data', 'post').name === ''
      ? refused('', '')
      : args('a timeout', 'url, timeout=5', 'url, timeout=aiohttp.ClientTimeout(sock_connect=5, sock_read=5)'),
    args(
      'a timeout of two',
      'url, timeout=(3, 7.5)',
      'url, timeout=aiohttp.ClientTimeout(sock_connect=3, sock_read=7.5)',
    ),
    args('no timeout', 'url, timeout=None', 'url, timeout=aiohttp.ClientTimeout(total=None)'),
    args('no verification', 'url, verify=False', 'url, ssl=False'),
    args('a user and a password', 'url, auth=("u", data)', 'url, auth=aiohttp.BasicAuth("u", data)'),
    args('JSON', 'url, json={"a": None}', 'url, json={"a": None}', 'post'),
    ...(
      [
        ['proxies', 'url, proxies=data'],
        ['hooks', 'url, hooks=data'],
        ['files', 'url, files=data'],
        ['a stream', 'url, stream=True'],
        ['a client certificate', 'url, cert=data'],
        ['a certificate of its own', 'url, verify="ca.pem"'],
        ['an authentication class', 'url, auth=requests.auth.HTTPDigestAuth("u", "p")'],
        ['any authentication', 'url, auth=data'],
        ['a cookie jar', 'url, cookies=data'],
        ['keyword arguments that are not known', 'url, **data'],
        ['arguments that are not known', '*data'],
        ['a None among the parameters', 'url, params={"a": None}'],
        ['a bool among the parameters', 'url, params={"a": True}'],
        ['a None among the headers', 'url, headers={"a": None}'],
        ['a timeout of an unknown kind', 'url, timeout=data'],
        ['an open file', 'url, data=open("a")'],
        ['data beside JSON', 'url, data=data, json=data'],
        ['no URL', 'None'],
      ] as const
    ).map(([name, text]) => refused(`not with ${name}`, `return requests.get(${text}).status_code`)),
  ]);
});

describe('errors', () => {
  testFixes([
    refused(
      'not where errors of requests are caught',
      'try:\n    return requests.get(url).text\nexcept requests.RequestException:\n    return None',
    ),
    refused(
      'not where errors of requests are caught below',
      'r = requests.get(url)\ntry:\n    r.raise_for_status()\nexcept requests.HTTPError:\n    pass',
    ),
    refused(
      'not where OSError is caught, which those of requests are',
      'try:\n    return requests.get(url).text\nexcept OSError:\n    return None',
    ),
    refused(
      'not where it is not known what is caught',
      'try:\n    return requests.get(url).text\nexcept data:\n    return None',
    ),
    body(
      'but where everything is',
      'try:\n    return requests.get(url).text\nexcept Exception as e:\n    return e',
      'try:\n    async with aiohttp.ClientSession() as http_session:\n        async with http_session.get(url) as response:\n            return await response.text()\nexcept Exception as e:\n    return e',
    ),
  ]);
});
