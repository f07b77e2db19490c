/** httpx with its synchronous client, and with its asynchronous one. Sources: httpx/_api.py, _client.py, _models.py (0.28.1). */
import type { Failures, Source, Spellings, Target } from '../conversion.ts';

const FAILURES: Failures = {
  connect: [
    'httpx.ConnectError',
    'httpx.NetworkError',
    'httpx.TransportError',
    'httpx.RequestError',
    'httpx.HTTPError',
  ],
  connectTimeout: [
    'httpx.ConnectTimeout',
    'httpx.TimeoutException',
    'httpx.TransportError',
    'httpx.RequestError',
    'httpx.HTTPError',
  ],
  readTimeout: [
    'httpx.ReadTimeout',
    'httpx.TimeoutException',
    'httpx.TransportError',
    'httpx.RequestError',
    'httpx.HTTPError',
  ],
  disconnect: [
    'httpx.RemoteProtocolError',
    'httpx.ProtocolError',
    'httpx.TransportError',
    'httpx.RequestError',
    'httpx.HTTPError',
  ],
  status: ['httpx.HTTPStatusError', 'httpx.HTTPError'],
  json: ['json.JSONDecodeError', 'ValueError'],
};

const ALWAYS: Spellings = {
  status: '{r}.status_code',
  // `is_success` is 2xx only.
  ok: 'not {r}.is_error',
  reason: '{r}.reason_phrase',
  headers: '{r}.headers',
  url: 'str({r}.url)',
  raiseForStatus: '{r}.raise_for_status()',
  close: 'await {r}.aclose()',
  cookie: '{r}.cookies[{k}]',
  cookieOrNone: '{r}.cookies.get({a})',
  encoding: '{r}.encoding',
  history: '{r}.history',
  links: '{r}.links',
  isRedirect: '{r}.has_redirect_location',
};

export const HTTPX: Target = {
  name: 'httpx',
  distribution: 'httpx',
  title: 'Use httpx.AsyncClient',
  client: 'AsyncClient',
  runsOn: ['asyncio', 'trio', 'anyio'],
  clientNames: ['client', 'http_client', 'async_client'],
  hasResponseBlock: false,
  response: {
    ...ALWAYS,
    text: '{r}.text',
    body: '{r}.content',
    json: '{r}.json({a})',
    elapsed: '{r}.elapsed',
    chunks: '{r}.iter_bytes({n})',
    byteLines: '{r}.content.splitlines()',
    bytePieces: '{r}.iter_bytes({a})',
    textPieces: '{r}.iter_text({a})',
    textLines: '{r}.iter_lines()',
  },
  streamed: {
    ...ALWAYS,
    body: 'await {r}.aread()',
    chunks: 'async for {r}.aiter_bytes({n})',
    bytePieces: 'async for {r}.aiter_bytes({a})',
    textPieces: 'async for {r}.aiter_text({a})',
    rawPieces: 'async for {r}.aiter_raw({a})',
    textLines: 'async for {r}.aiter_lines()',
  },
  failures: FAILURES,
  bodiless: ['get', 'delete', 'head', 'options'],
};

/** The response is of one class, whichever client got it; only what would read more of it differs. */
export const HTTPX_SYNC: Source = {
  name: 'httpx',
  functions: /^httpx\.(get|post|put|patch|delete|head|options|request|stream)$/,
  methods: /^httpx\.Client\.(get|post|put|patch|delete|head|options|request|stream)$/,
  clients: /^httpx\.Client$/,
  positional: {
    get: ['url'],
    post: ['url'],
    put: ['url'],
    patch: ['url'],
    delete: ['url'],
    head: ['url'],
    options: ['url'],
    request: ['method', 'url'],
    stream: ['method', 'url'],
  },
  attributes: {},
  calls: {
    read: 'body',
    close: 'close',
    iter_bytes: 'bytePieces',
    iter_text: 'textPieces',
    iter_raw: 'rawPieces',
    iter_lines: 'textLines',
  },
  isSameResponse: true,
  hasTruth: false,
  raisesForStatus: false,
  readers: {},
  iterated: null,
  failures: FAILURES,
  hasSameErrors: true,
};
