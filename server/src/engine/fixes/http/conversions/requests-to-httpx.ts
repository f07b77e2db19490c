/** requests for httpx.AsyncClient, which follows no redirects and waits for 5 seconds unless told otherwise. */
import { childrenOf, is, textOf } from '../../../syntax/table.ts';
import type { Site } from '../../site.ts';
import type { ArgumentRule, Conversion, Given } from '../conversion.ts';
import { HTTPX } from '../libraries/httpx.ts';
import { REQUESTS } from '../libraries/requests.ts';
import {
  cookies,
  isOneOf,
  isPair,
  isStream,
  isText,
  json,
  kept,
  mappingOf,
  refusedFor,
  renamed,
  stream,
  url,
  userAndPassword,
} from './argument-rules.ts';
import { readInThread } from './certificates.ts';

/** A form stays `data`; a text or bytes become `content`. */
const data: ArgumentRule = (site, value, spell) => {
  if (isStream(site, value)) return { refused: '`data` is a file or a generator, which an AsyncClient refuses' };
  if (is(site.table, value, 'dictionary')) return mappingOf('data', false)(site, value, spell);
  if (isOneOf(site, value, ['dict'])) return { goesTo: 'call' };
  if (isText(site, value)) return { goesTo: 'call', name: 'content' };
  return { refused: 'whether `data` is a form or a text is not known, which httpx tells apart' };
};

/** httpx takes a number, None and a pair, in which connecting comes first, as requests does; a pair is spelled out. */
const timeout: ArgumentRule = (site, value, spell) => {
  if (!isPair(site, value)) return { goesTo: 'call' };
  const [connect = '', read = ''] = childrenOf(site.table, value).map((child) => textOf(site.table, child));
  return { goesTo: 'call', value: `${spell('httpx', 'Timeout')}(${read}, connect=${connect})` };
};

export const REQUESTS_TO_HTTPX: Conversion = {
  source: REQUESTS,
  target: HTTPX,
  arguments: {
    method: kept,
    url,
    params: mappingOf('params', true),
    headers: mappingOf('headers', false),
    data,
    json,
    cookies: cookies('client'),
    allow_redirects: renamed('follow_redirects'),
    timeout,
    verify: ({ table }, value) => {
      if (is(table, value, 'true')) return { goesTo: 'nowhere' };
      return is(table, value, 'false')
        ? { goesTo: 'client' }
        : { refused: '`verify` may be the path of a certificate' };
    },
    auth: userAndPassword((pair) => pair),
    stream,
    files: refusedFor('httpx names the parts of `files` otherwise'),
    proxies: refusedFor('httpx takes one `proxy` a client'),
  },
  whyNotTogether(site, given) {
    if (given.has('data') && given.has('json')) return 'requests ignores `json` beside `data`';
    return mayLoseQuery(site, given) ? 'the URL may have a query already, which `params` of httpx would replace' : null;
  },
  addedArguments: ({ method, given, hasOwnClient }) =>
    !hasOwnClient && method === 'head' && !given.has('allow_redirects') ? ['follow_redirects=False'] : [],
  clientOptions(site, call, taken, spell) {
    const given = call?.given;
    const isHead = call?.method === 'head';
    return [
      ...(isHead || given?.has('allow_redirects') ? [] : ['follow_redirects=True']),
      ...(given?.has('timeout') ? [] : ['timeout=None']),
      ...(taken.includes('verify') ? [] : [readInThread(site, spell)]),
    ];
  },
  clientArguments: {},
  clientUses: [
    [/^\.close\(\)/, 'await {c}.aclose()'],
    [/^\.headers(?:\.update\(|\[)/, ''],
    [/^\.auth = \(/, ''],
  ],
  errors: {
    'requests.RequestException': ['httpx.HTTPError', 'httpx.InvalidURL'],
    'requests.HTTPError': ['httpx.HTTPStatusError'],
    'requests.ConnectionError': ['httpx.NetworkError', 'httpx.RemoteProtocolError', 'httpx.ConnectTimeout'],
    'requests.Timeout': ['httpx.TimeoutException'],
    'requests.ConnectTimeout': ['httpx.ConnectTimeout'],
    'requests.ReadTimeout': ['httpx.ReadTimeout'],
    'requests.SSLError': ['httpx.ConnectError'],
    'requests.ProxyError': ['httpx.ProxyError'],
    'requests.TooManyRedirects': ['httpx.TooManyRedirects'],
    'requests.InvalidURL': ['httpx.UnsupportedProtocol', 'httpx.InvalidURL'],
    'requests.MissingSchema': ['httpx.UnsupportedProtocol'],
    'requests.InvalidSchema': ['httpx.UnsupportedProtocol'],
    'requests.JSONDecodeError': ['json.JSONDecodeError'],
    'requests.ChunkedEncodingError': ['httpx.RemoteProtocolError'],
    'requests.ContentDecodingError': ['httpx.DecodingError'],
    OSError: ['OSError', 'httpx.HTTPError'],
  },
  errorUses: {
    'requests.HTTPError': {
      '.response.status_code': '.response.status_code',
      '.response.reason': '.response.reason_phrase',
      '.response.headers': '.response.headers',
      '.response.text': '.response.text',
      '.response.content': '.response.content',
      '.response.json()': '.response.json()',
    },
  },
};

/** requests adds `params` to the query of the URL: harmless where its text shows that it has none. */
function mayLoseQuery(site: Site, given: Given): boolean {
  const [address, params] = [given.get('url'), given.get('params')];
  if (address === undefined || params === undefined || is(site.table, params, 'none')) return false;
  const { table } = site;
  const isWritten = is(table, address, 'string') || is(table, address, 'binary_operator');
  const text = textOf(table, address);
  return !isWritten || text.includes('?') || !/["']/.test(text);
}
