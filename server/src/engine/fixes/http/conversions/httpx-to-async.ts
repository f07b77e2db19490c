/** The synchronous httpx for its own AsyncClient: what can be asked of either is nearly all the same. */
import { is } from '../../../syntax/table.ts';
import type { ArgumentRule, Conversion } from '../conversion.ts';
import { HTTPX, HTTPX_SYNC } from '../libraries/httpx.ts';
import { isStream, isText, kept, keptForClient } from './argument-rules.ts';
import { readInThread } from './certificates.ts';

const ASYNC_ONLY = 'an AsyncClient takes only what is asynchronous or at hand';

const content: ArgumentRule = (site, value) =>
  isText(site, value) ? { goesTo: 'call' } : { refused: `\`content\` may be a file or a generator: ${ASYNC_ONLY}` };

const data: ArgumentRule = (site, value) =>
  isStream(site, value) ? { refused: `\`data\` is a file or a generator: ${ASYNC_ONLY}` } : { goesTo: 'call' };

const verify: ArgumentRule = ({ table }, value) =>
  is(table, value, 'true') ? { goesTo: 'nowhere' } : { goesTo: 'client' };

export const HTTPX_TO_ASYNC: Conversion = {
  source: HTTPX_SYNC,
  target: HTTPX,
  arguments: {
    method: kept,
    url: kept,
    params: kept,
    headers: kept,
    content,
    data,
    json: kept,
    files: kept,
    auth: kept,
    follow_redirects: kept,
    timeout: kept,
    extensions: kept,
    cookies: keptForClient,
    proxy: keptForClient,
    verify,
  },
  sharedArguments: { cookies: kept },
  whyNotTogether: () => null,
  addedArguments: () => [],
  clientOptions: (site, _, taken, spell) => (taken.includes('verify') ? [] : [readInThread(site, spell)]),
  clientArguments: {
    ...Object.fromEntries(
      [
        ...['auth', 'params', 'headers', 'cookies', 'http1', 'http2', 'proxy', 'timeout', 'follow_redirects'],
        ...['limits', 'max_redirects', 'base_url', 'default_encoding'],
      ].map((name) => [name, keptForClient]),
    ),
    verify,
  },
  clientUses: [
    [/^\.close\(\)/, 'await {c}.aclose()'],
    [/^\.(?:headers|cookies|params|auth|timeout|base_url|follow_redirects|is_closed|build_request)\b/, ''],
  ],
  errors: {},
  errorUses: {},
};
