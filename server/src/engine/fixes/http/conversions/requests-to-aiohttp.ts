/** requests for aiohttp. `BasicAuth` is deprecated since aiohttp 3.14, which is the first to have anything else for it. */
import { is } from '../../../syntax/table.ts';
import type { Conversion } from '../conversion.ts';
import { AIOHTTP } from '../libraries/aiohttp.ts';
import { REQUESTS } from '../libraries/requests.ts';
import { data, timeout } from './aiohttp-arguments.ts';
import { cookies, json, kept, mappingOf, refusedFor, stream, url, userAndPassword } from './argument-rules.ts';

export const REQUESTS_TO_AIOHTTP: Conversion = {
  source: REQUESTS,
  target: AIOHTTP,
  arguments: {
    method: kept,
    url,
    params: mappingOf('params', true),
    headers: mappingOf('headers', false),
    data,
    json,
    cookies: cookies('call'),
    allow_redirects: kept,
    timeout,
    verify: ({ table }, value) => {
      const isLiteral = is(table, value, 'true') || is(table, value, 'false');
      return isLiteral ? { goesTo: 'call', name: 'ssl' } : { refused: '`verify` may be the path of a certificate' };
    },
    auth: userAndPassword((pair, spell) => `${spell('aiohttp', 'BasicAuth')}${pair}`),
    stream,
    files: refusedFor('aiohttp has no `files`: build an `aiohttp.FormData`'),
    proxies: refusedFor('aiohttp takes one `proxy` a request'),
  },
  whyNotTogether: (_, given) =>
    given.has('data') && given.has('json')
      ? 'requests ignores `json` beside `data`, and aiohttp refuses both together'
      : null,
  addedArguments: () => [],
  clientOptions: () => [],
  clientArguments: {},
  clientUses: [
    [/^\.close\(\)/, 'await {c}.close()'],
    [/^\.headers(?:\.update\(|\[)/, ''],
  ],
  errors: {
    'requests.RequestException': ['aiohttp.ClientError', 'TimeoutError'],
    'requests.HTTPError': ['aiohttp.ClientResponseError'],
    // `ClientConnectionError` would catch timeouts of reading, too.
    'requests.ConnectionError': [
      'aiohttp.ClientOSError',
      'aiohttp.ServerDisconnectedError',
      'aiohttp.ConnectionTimeoutError',
    ],
    'requests.Timeout': ['TimeoutError'],
    'requests.ConnectTimeout': ['aiohttp.ConnectionTimeoutError'],
    'requests.ReadTimeout': ['aiohttp.SocketTimeoutError'],
    'requests.SSLError': ['aiohttp.ClientSSLError'],
    'requests.ProxyError': ['aiohttp.ClientProxyConnectionError'],
    'requests.TooManyRedirects': ['aiohttp.TooManyRedirects'],
    'requests.InvalidURL': ['aiohttp.InvalidURL'],
    'requests.MissingSchema': ['aiohttp.InvalidURL'],
    'requests.InvalidSchema': ['aiohttp.InvalidURL'],
    'requests.JSONDecodeError': ['json.JSONDecodeError'],
    'requests.ChunkedEncodingError': ['aiohttp.ClientPayloadError'],
    'requests.ContentDecodingError': ['aiohttp.ClientPayloadError'],
    OSError: ['OSError', 'aiohttp.ClientError'],
  },
  errorUses: { 'requests.HTTPError': { '.response.status_code': '.status' } },
};
