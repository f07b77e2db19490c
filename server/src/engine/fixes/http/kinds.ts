/** The fixes that rewrite blocking HTTP requests for an asynchronous client. */
import { type FixKind, WITHHELD_FROM_AWAITS } from '../kind.ts';
import { HTTPX_TO_ASYNC } from './conversions/httpx-to-async.ts';
import { REQUESTS_TO_AIOHTTP } from './conversions/requests-to-aiohttp.ts';
import { REQUESTS_TO_HTTPX } from './conversions/requests-to-httpx.ts';
import { URLLIB_TO_AIOHTTP } from './conversions/urllib-to-aiohttp.ts';
import { rewriteBy } from './rewrite.ts';

const FOR_CLIENTS = [
  'a client made elsewhere (`self.session`, a parameter), or used in a way that the other has no counterpart of',
  '`*args`, `**kwargs`',
];

const FOR_ERRORS =
  '`except` clauses that would catch other failures, or ask errors for what those of the other library have not; handlers around calls of the function in its file';

export const HTTP_FIXES: readonly FixKind[] = [
  {
    id: 'requests-to-aiohttp',
    fixers: [rewriteBy(REQUESTS_TO_AIOHTTP)],
    rules: ['blocking-http-call'],
    title: 'Use aiohttp',
    safety: 'unsafe',
    explanation: `The statement, or the statements that read the response, move into a session of aiohttp; a \`Session\` that the function
makes becomes one, with all its requests; handlers of errors catch those of aiohttp. Differences that remain: text without a charset
is read as UTF-8, an empty body is no error of \`json()\` outside of a \`try\`, proxies of the environment and \`.netrc\` are not used, a session keeps no cookies of
hosts that are IP addresses, a call of \`requests.get\` opens a session of its own (keep one for the program), and without \`timeout\` a
request ends after five minutes. \`BasicAuth\` is deprecated since aiohttp 3.14, but all versions before have nothing else.`,
    before: `import requests


async def load(url):
    response = requests.get(url, params={"q": "a"}, timeout=5)
    response.raise_for_status()
    return response.json()
`,
    after: `import aiohttp


async def load(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(
            url,
            params={"q": "a"},
            timeout=aiohttp.ClientTimeout(sock_connect=5, sock_read=5),
        ) as response:
            response.raise_for_status()
            return await response.json(content_type=None)
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'a response that is returned, stored, handed on, or read outside of its block',
      'what aiohttp has no counterpart of: `files`, `proxies`, `hooks`, `cert`, authentication classes, `.elapsed`, `.raw`, …',
      FOR_ERRORS,
      ...FOR_CLIENTS,
      'a `timeout` of which it is not known whether it is a number or a pair',
    ],
  },
  {
    id: 'requests-to-httpx',
    fixers: [rewriteBy(REQUESTS_TO_HTTPX)],
    rules: ['blocking-http-call'],
    title: 'Use httpx.AsyncClient',
    safety: 'unsafe',
    explanation: `The request moves into a client of httpx, which is told to follow redirects and to wait as long as requests does; a
\`Session\` that the function makes becomes such a client; handlers of errors catch those of httpx. Making a client reads the certificate
store, some 20 ms, so a thread does that: a client made once for the program needs none of it. Differences that remain: JSON is sent
without spaces, text without a charset is read as UTF-8, \`.netrc\` is not used, and \`raise_for_status()\` raises for a redirect that is not followed.`,
    before: `import requests


async def load(url):
    response = requests.get(url, timeout=5)
    response.raise_for_status()
    return response.json()
`,
    after: `import asyncio

import httpx


async def load(url):
    async with httpx.AsyncClient(
        follow_redirects=True, verify=await asyncio.to_thread(httpx.create_ssl_context)
    ) as client:
        response = await client.get(url, timeout=5)
    response.raise_for_status()
    return response.json()
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'a response that is returned, stored or handed on: whoever gets it expects one of requests',
      'what httpx has no counterpart of, or only for a client: `files`, `proxies`, `hooks`, `cert`, authentication classes, `.raw`, …',
      '`params` where the URL may have a query, which httpx would replace; `data` of unknown type',
      FOR_ERRORS,
      ...FOR_CLIENTS,
    ],
  },
  {
    id: 'httpx-to-async-client',
    fixers: [rewriteBy(HTTPX_TO_ASYNC)],
    rules: ['blocking-http-call'],
    title: 'Use httpx.AsyncClient',
    safety: 'unsafe',
    explanation: `The request is awaited in an \`AsyncClient\`; a \`Client\` that the function makes becomes one. Responses and errors are the
same. A thread reads the certificate store, some 20 ms: a client made once for the program needs none of it.`,
    before: `import asyncio

import httpx


async def load(url):
    response = httpx.get(url, timeout=5)
    return response.json() if response.is_success else None
`,
    after: `import asyncio

import httpx


async def load(url):
    async with httpx.AsyncClient(
        verify=await asyncio.to_thread(httpx.create_ssl_context)
    ) as client:
        response = await client.get(url, timeout=5)
    return response.json() if response.is_success else None
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'transports, mounts and event hooks, which an AsyncClient has of its own kind; a body that is a file or a generator',
      ...FOR_CLIENTS,
    ],
  },
  {
    id: 'urllib-to-aiohttp',
    fixers: [rewriteBy(URLLIB_TO_AIOHTTP)],
    rules: ['blocking-http-call'],
    title: 'Use aiohttp',
    safety: 'unsafe',
    explanation: `The statements that read the response move into a session of aiohttp, which raises for a status from 400 on as urlopen does.
Differences that remain: the response may come compressed (and is unpacked), the proxies of the environment are not used, and without
\`timeout\` a request ends after five minutes.`,
    before: `import json
from urllib.request import urlopen


async def load(url: str):
    with urlopen(url, timeout=5) as response:
        return json.load(response)
`,
    after: `import json

import aiohttp


async def load(url: str):
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        async with session.get(
            url, timeout=aiohttp.ClientTimeout(sock_connect=5, sock_read=5)
        ) as response:
            return json.loads(await response.read())
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'a URL that is not known to be a text (it may be a `Request`), and URLs of files',
      'a response that is handed on, or read in pieces',
      FOR_ERRORS,
      '`*args`, `**kwargs`',
    ],
  },
];
