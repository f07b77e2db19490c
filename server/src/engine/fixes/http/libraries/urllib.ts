/** How programs use urllib.request. Sources: CPython Lib/urllib/request.py, error.py, response.py, Lib/http/client.py (3.14). */
import type { Source } from '../conversion.ts';

export const URLLIB: Source = {
  name: 'urllib',
  functions: /^urllib\.request\.(urlopen)$/,
  methods: null,
  clients: null,
  positional: { urlopen: ['url', 'data', 'timeout'] },
  attributes: { status: 'status', code: 'status', reason: 'reason', headers: 'headers', url: 'url' },
  calls: {
    read: 'body',
    getcode: 'status',
    geturl: 'url',
    info: 'headers',
    close: 'close',
  },
  isSameResponse: false,
  hasTruth: false,
  raisesForStatus: true,
  readers: { 'json.load': 'json.loads' },
  iterated: 'lines',
  failures: {
    connect: ['urllib.error.URLError', 'OSError'],
    connectTimeout: ['urllib.error.URLError', 'OSError'],
    readTimeout: ['TimeoutError', 'OSError'],
    disconnect: ['http.client.HTTPException', 'ConnectionError', 'OSError'],
    status: ['urllib.error.HTTPError', 'urllib.error.URLError', 'OSError'],
    json: ['json.JSONDecodeError', 'ValueError'],
  },
  hasSameErrors: false,
};
