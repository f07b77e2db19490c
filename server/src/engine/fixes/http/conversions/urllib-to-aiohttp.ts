/** urllib.request.urlopen for aiohttp. */
import { is, textOf } from '../../../syntax/table.ts';
import type { Conversion } from '../conversion.ts';
import { AIOHTTP } from '../libraries/aiohttp.ts';
import { URLLIB } from '../libraries/urllib.ts';
import { timeout } from './aiohttp-arguments.ts';
import { isBytes, isText } from './argument-rules.ts';

/** urlopen calls bytes a form where nobody says what they are. */
const FORM = 'headers={"Content-Type": "application/x-www-form-urlencoded"}';

export const URLLIB_TO_AIOHTTP: Conversion = {
  source: URLLIB,
  target: AIOHTTP,
  methodFor: (_, given) => (given.has('data') ? 'post' : 'get'),
  arguments: {
    url(site, value) {
      if (!isText(site, value)) return { refused: 'the URL may be a `Request`' };
      const isOther = is(site.table, value, 'string') && !/^\w*["']+(?:https?:|\{)/.test(textOf(site.table, value));
      return isOther ? { refused: 'aiohttp opens no other URLs than those of HTTP' } : { goesTo: 'call' };
    },
    data: (site, value) =>
      isBytes(site, value) ? { goesTo: 'call', also: FORM } : { refused: 'whether `data` is bytes is not known' },
    timeout,
    context: ({ table }, value) => (is(table, value, 'none') ? { goesTo: 'nowhere' } : { goesTo: 'call', name: 'ssl' }),
  },
  whyNotTogether: () => null,
  addedArguments: () => [],
  clientOptions: () => ['raise_for_status=True'],
  clientArguments: {},
  clientUses: [],
  errors: {
    // `ClientError` would catch timeouts of reading and broken connections, too.
    'urllib.error.URLError': ['aiohttp.ClientResponseError', 'aiohttp.ClientOSError', 'aiohttp.ConnectionTimeoutError'],
    'urllib.error.HTTPError': ['aiohttp.ClientResponseError'],
    OSError: ['OSError', 'aiohttp.ClientError'],
  },
  errorUses: {
    'urllib.error.HTTPError': {
      '.code': '.status',
      '.status': '.status',
      '.reason': '.message',
      '.msg': '.message',
      '.headers': '.headers',
    },
  },
};
