/** The fixes that rewrite requests for another HTTP client. */
import { type FixKind, WITHHELD_FROM_AWAITS } from '../kind.ts';
import { requestsToAiohttp } from './requests-to-aiohttp.ts';

export const HTTP_FIXES: readonly FixKind[] = [
  {
    id: 'requests-to-aiohttp',
    fixers: [requestsToAiohttp],
    rules: ['blocking-http-call'],
    title: 'Use aiohttp',
    safety: 'unsafe',
    explanation: `The statement, or the statements that read the response, move into a session of aiohttp. Differences that remain: errors are
those of aiohttp, text without a charset is read as UTF-8, proxies of the environment are not used, each call opens a session of its own
(keep one for the program), and without \`timeout\` a request ends after five minutes.`,
    before: `import requests


async def load(url):
    response = requests.get(url, params={"q": "a"}, timeout=5)
    response.raise_for_status()
    return response.json()
`,
    after: `import aiohttp


async def load(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url, params={"q": "a"}, timeout=aiohttp.ClientTimeout(sock_connect=5, sock_read=5)) as response:
            response.raise_for_status()
            return await response.json(content_type=None)
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'a response that is returned, stored, handed on, tested as a whole, or read outside of its block',
      'what aiohttp has no counterpart of: `files`, `proxies`, `hooks`, `stream`, `cert`, authentication classes, `.elapsed`, `.raw`, …',
      '`except` clauses around it that would not catch the errors of aiohttp',
      '`*args`, `**kwargs`, and a `timeout` of which it is not known whether it is a number or a pair',
    ],
  },
];
