/** Requests of requests rewritten for httpx.AsyncClient: how it is opened, the shapes, the arguments, and what is refused. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../../harness/fix-cases.ts';
import { casesIn } from './cases.ts';

const { body, refused } = casesIn({
  fix: 'Use httpx.AsyncClient',
  imports: 'import asyncio\n\nimport httpx\nimport requests',
  // A line long enough that no call is broken.
  rest: `ERROR = requests.HTTPError  # ${'-'.repeat(90)}`,
  at: 'requests.',
});

const VERIFY = 'verify=await asyncio.to_thread(httpx.create_ssl_context)';
const OPENED = `follow_redirects=True, timeout=None, ${VERIFY}`;

/** A call's arguments, before and after, and the options of the client. */
function args(name: string, before: string, after: string, options = OPENED, method = 'get', verb = method): FixCase {
  const opening = `async with httpx.AsyncClient(${options}) as client:`;
  const head = opening.length > 116 ? brokenOpening(options) : opening;
  return body(name, `x = requests.${method}(${before}).text`, `${head}\n    x = (await client.${verb}(${after})).text`);
}

function brokenOpening(options: string): string {
  return `async with httpx.AsyncClient(\n    ${options}\n) as client:`;
}

const OPEN = `async with httpx.AsyncClient(\n    ${OPENED}\n) as client:`;

/** Lines in a client that is opened for them. */
function opened(lines: string, behind = ''): string {
  const text = lines.trimEnd().replace(/^(?=.)/gm, '    ');
  return behind === '' ? `${OPEN}\n${text}` : `${OPEN}\n${text}\n${behind}`;
}

describe('a client of httpx', () => {
  testFixes([
    {
      name: 'is told what requests does by itself, and reads certificates in a thread',
      before: py`
        import requests


        async def main(url):
            response = requests.get(url)
            return response.text
      `,
      after: py`
        import asyncio

        import httpx


        async def main(url):
            async with httpx.AsyncClient(
                follow_redirects=True,
                timeout=None,
                verify=await asyncio.to_thread(httpx.create_ssl_context),
            ) as client:
                response = await client.get(url)
            return response.text
      `,
      fix: 'Use httpx.AsyncClient',
      safety: 'unsafe',
      settings: { requirements: ['httpx'] },
    },
    {
      name: 'comes first where the project has httpx',
      before: 'import requests\n\n\nasync def main(url):\n    return requests.get(url, timeout=1).text\n',
      after:
        'import asyncio\n\nimport httpx\n\n\nasync def main(url):\n    async with httpx.AsyncClient(\n        follow_redirects=True, verify=await asyncio.to_thread(httpx.create_ssl_context)\n    ) as client:\n        return (await client.get(url, timeout=1)).text\n',
      fix: 'Use',
      settings: { requirements: ['httpx'] },
    },
    {
      name: 'is opened in the way of trio',
      before: 'import requests\nimport trio\n\n\nasync def main(url):\n    requests.post(url, timeout=1)\n',
      after:
        'import httpx\nimport trio\n\n\nasync def main(url):\n    async with httpx.AsyncClient(\n        follow_redirects=True,\n        verify=await trio.to_thread.run_sync(httpx.create_ssl_context),\n    ) as client:\n        await client.post(url, timeout=1)\n',
      fix: 'Use httpx',
    },
    {
      name: 'is opened without asyncio.to_thread before Python 3.9',
      before: 'import requests\n\n\nasync def main(url):\n    requests.post(url, timeout=1)\n',
      after:
        'import asyncio\n\nimport httpx\n\n\nasync def main(url):\n    async with httpx.AsyncClient(\n        follow_redirects=True,\n        verify=await asyncio.get_running_loop().run_in_executor(None, httpx.create_ssl_context),\n    ) as client:\n        await client.post(url, timeout=1)\n',
      fix: 'Use httpx',
      target: 8,
    },
  ]);
});

describe('a request', () => {
  testFixes([
    body(
      'that nobody looks at',
      'requests.post(url, json={"a": 1})  # tell',
      opened('await client.post(url, json={"a": 1})  # tell'),
    ),
    body(
      'with a name that is read anywhere',
      py`
        r = requests.get(url)  # ask
        if r:
            return r.status_code, r.reason, r.content
        r.raise_for_status()
      `,
      opened(
        'r = await client.get(url)  # ask',
        'if not r.is_error:\n    return r.status_code, r.reason_phrase, r.content\nr.raise_for_status()',
      ),
    ),
    body(
      'that may be another of requests, where both are asked alike',
      py`
        if data:
            r = requests.get(url)
        else:
            r = self.x
        return r.json(), r.text
      `,
      `if data:\n    ${OPEN.replaceAll('\n', '\n    ')}\n        r = await client.get(url)\nelse:\n    r = self.x\nreturn r.json(), r.text`,
    ),
    body(
      'in a condition, a comprehension and the head of a loop',
      py`
        while data or not requests.get(url).ok:
            pass
      `,
      opened('while data or (await client.get(url)).is_error:\n    pass'),
    ),
    body(
      'in a comprehension',
      'x = [requests.get(y).json() for y in data]',
      opened('x = [(await client.get(y)).json() for y in data]'),
    ),
    body(
      'as part of an expression',
      'x = 1 + requests.get(url).ok',
      opened('x = 1 + (not (await client.get(url)).is_error)'),
    ),
    body('whose URL is wanted', 'x = requests.get(url).url', opened('x = str((await client.get(url)).url)')),
    body(
      'with arguments on several lines and comments',
      py`
        r = requests.get(
            url,  # where
            headers={
                "A": "b",
            },
        )
        print(r.cookies["a"], r.cookies.get("b", 1), r.json(parse_float=str), r.encoding)
      `,
      opened(
        'r = await client.get(\n    url,  # where\n    headers={\n        "A": "b",\n    },\n)',
        'print(r.cookies["a"], r.cookies.get("b", 1), r.json(parse_float=str), r.encoding)',
      ),
    ),
    body(
      'whose body is streamed',
      py`
        with requests.get(url, stream=True) as r:
            for x in r.iter_content(8192):
                print(x)
      `,
      opened('async with client.stream("GET", url) as r:\n    async for x in r.aiter_bytes(8192):\n        print(x)'),
    ),
    body(
      'whose body is read in pieces and lines',
      py`
        r = requests.get(url)
        for x in r.iter_content(8192):
            print(x)
        for x in r.iter_lines():
            print(x)
      `,
      opened(
        'r = await client.get(url)',
        'for x in r.iter_bytes(8192):\n    print(x)\nfor x in r.content.splitlines():\n    print(x)',
      ),
    ),
    refused('not when the response is returned', 'return requests.get(url)'),
    body(
      'with an annotation that fits any',
      'r: Final = requests.get(url)\nprint(r.text)',
      opened('r: Final = await client.get(url)', 'print(r.text)'),
    ),
    refused('not with an annotation of its class', 'r: requests.Response = requests.get(url)\nprint(r.text)'),
    refused('not when it is kept', 'self.last = requests.get(url)'),
    refused('not when it is handed on', 'r = requests.get(url)\nprint(r)'),
    refused(
      'not when it may be another that is asked otherwise',
      'r = requests.get(url)\nif data:\n    r = data\nprint(r.ok)',
    ),
    refused('not with text of a streamed body', 'with requests.get(url, stream=True) as r:\n    print(r.text)'),
    refused('not with .raw', 'r = requests.get(url)\nreturn r.raw'),
    refused('not with .request', 'r = requests.get(url)\nreturn r.request'),
    refused('not when a function inside reads it', 'r = requests.get(url)\nreturn lambda: r.text'),
    refused('not in an f-string that shows it', 'return f"{requests.get(url).text=}"'),
  ]);
});

const WITH_TIMEOUT = `follow_redirects=True, ${VERIFY}`;

describe('arguments', () => {
  testFixes([
    args('that mean the same are kept', 'url, headers=data', 'url, headers=data'),
    args('parameters of a plain URL', '"http://a/b", {"q": 1}', '"http://a/b", params={"q": 1}'),
    args('a timeout', 'url, timeout=data', 'url, timeout=data', WITH_TIMEOUT),
    args('a timeout of two', 'url, timeout=(3, 7.5)', 'url, timeout=httpx.Timeout(7.5, connect=3)', WITH_TIMEOUT),
    args('no redirects', 'url, allow_redirects=False', 'url, follow_redirects=False', `timeout=None, ${VERIFY}`),
    args('a HEAD, which is not redirected', 'url', 'url', `timeout=None, ${VERIFY}`, 'head'),
    args('no verification', 'url, verify=False', 'url', 'verify=False, follow_redirects=True, timeout=None'),
    args('verification', 'url, verify=True', 'url'),
    args('a form', 'url, data={"a": "b"}', 'url, data={"a": "b"}', OPENED, 'post'),
    args('a text', 'url, "a"', 'url, content="a"', OPENED, 'post'),
    args('a body of a DELETE', 'url, json=data', '"DELETE", url, json=data', OPENED, 'delete', 'request'),
    args('cookies', 'url, cookies={}', 'url', `cookies={}, follow_redirects=True, timeout=None, ${VERIFY}`),
    args('a user and a password', 'url, auth=("u", "p")', 'url, auth=("u", "p")'),
  ]);
  const refusedArguments: Readonly<Record<string, string>> = {
    proxies: 'url, proxies=data',
    hooks: 'url, hooks=data',
    files: 'url, files=data',
    'a client certificate': 'url, cert=data',
    'a certificate of its own': 'url, verify="ca.pem"',
    'an authentication class': 'url, auth=data',
    'a cookie jar': 'url, cookies=data',
    'arguments that are not known': 'url, **data',
    'parameters of any URL': 'url, params=data',
    'parameters of a URL with a query': '"http://a?b=c", params=data',
    'a None among the parameters': '"http://a", params={"a": None}',
    'data of any kind': 'url, data=data',
    'a generator as data': 'url, data=(x for x in data)',
    'data beside JSON': 'url, data={}, json=data',
    'no JSON': 'url, json=None',
    'no URL': 'None',
  };
  testFixes(
    Object.entries(refusedArguments).map(([name, text]) =>
      refused(`not with ${name}`, `return requests.post(${text}).text`),
    ),
  );
});
