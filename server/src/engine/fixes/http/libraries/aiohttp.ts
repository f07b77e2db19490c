/** How requests are written for aiohttp. Sources: aiohttp/client.py, client_reqrep.py, client_exceptions.py (3.9 to 3.14). */
import type { Target } from '../conversion.ts';

const READ = {
  status: '{r}.status',
  ok: '{r}.ok',
  reason: '{r}.reason',
  headers: '{r}.headers',
  url: 'str({r}.url)',
  raiseForStatus: '{r}.raise_for_status()',
  close: '{r}.close()',
  cookie: '{r}.cookies[{k}].value',
  // A response without a charset is read as UTF-8; what is not, becomes U+FFFD, as in requests, instead of an error.
  text: 'await {r}.text(errors="replace")',
  body: 'await {r}.read()',
  // Without `content_type=None` it refuses what the server does not call JSON.
  json: 'await {r}.json(content_type=None)',
  // `json()` gives None for an empty body, where requests raises.
  strictJson: '{loads}(await {r}.read(){,a})',
  encoding: '{r}.get_encoding()',
  chunks: 'async for {r}.content.iter_chunked({n})',
  lines: 'async for {r}.content',
} as const;

export const AIOHTTP: Target = {
  name: 'aiohttp',
  distribution: 'aiohttp',
  title: 'Use aiohttp',
  client: 'ClientSession',
  runsOn: ['asyncio'],
  clientNames: ['session', 'http_session', 'client_session'],
  hasResponseBlock: true,
  response: { ...READ, byteLines: '(await {r}.read()).splitlines()' },
  streamed: READ,
  failures: {
    connect: [
      'aiohttp.ClientConnectorError',
      'aiohttp.ClientOSError',
      'aiohttp.ClientConnectionError',
      'aiohttp.ClientError',
      'OSError',
    ],
    connectTimeout: [
      'aiohttp.ConnectionTimeoutError',
      'aiohttp.ServerTimeoutError',
      'aiohttp.ClientConnectionError',
      'aiohttp.ClientError',
      'TimeoutError',
      'OSError',
    ],
    readTimeout: [
      'aiohttp.SocketTimeoutError',
      'aiohttp.ServerTimeoutError',
      'aiohttp.ClientConnectionError',
      'aiohttp.ClientError',
      'TimeoutError',
      'OSError',
    ],
    disconnect: ['aiohttp.ServerDisconnectedError', 'aiohttp.ClientConnectionError', 'aiohttp.ClientError'],
    status: ['aiohttp.ClientResponseError', 'aiohttp.ClientError'],
    json: ['json.JSONDecodeError', 'ValueError'],
  },
  bodiless: [],
};
