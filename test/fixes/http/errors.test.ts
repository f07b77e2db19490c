/** Handlers of the errors of requests and urllib, rewritten with the requests. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../../harness/fix-cases.ts';
import { casesIn } from './cases.ts';

const aiohttp = casesIn({
  fix: 'Use aiohttp',
  imports: 'import json\n\nimport aiohttp\nimport requests',
  rest: 'ERROR = requests.HTTPError',
  at: 'requests.get',
});

/** A response in a `try` with the clauses `before`, and after. */
function clauses(name: string, before: string, after: string): FixCase {
  return aiohttp.body(
    name,
    `try:\n    r = requests.get(url)\n    r.raise_for_status()\n${before}`,
    `try:
    async with aiohttp.ClientSession() as http_session:
        async with http_session.get(url) as r:
            r.raise_for_status()
${after}`,
  );
}

function refused(name: string, before: string): FixCase {
  return aiohttp.refused(name, `try:\n    r = requests.get(url)\n    r.raise_for_status()\n${before}`);
}

describe('handlers for aiohttp', () => {
  testFixes([
    clauses(
      'of all errors of requests',
      'except requests.RequestException as e:  # any\n    print(f"failed: {e}", e.args)\n    raise ValueError(url) from e',
      'except (aiohttp.ClientError, TimeoutError) as e:  # any\n    print(f"failed: {e}", e.args)\n    raise ValueError(url) from e',
    ),
    clauses(
      'of several kinds',
      'except requests.HTTPError as e:\n    print(e.response.status_code)\nexcept (requests.exceptions.Timeout, ValueError):\n    pass\nexcept requests.ConnectionError:\n    raise',
      'except aiohttp.ClientResponseError as e:\n    print(e.status)\nexcept (TimeoutError, ValueError):\n    pass\nexcept (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError, aiohttp.ConnectionTimeoutError):\n    raise',
    ),
    clauses(
      'of OSError, which errors of requests are',
      'except OSError:\n    pass',
      'except (OSError, aiohttp.ClientError):\n    pass',
    ),
    clauses(
      'of everything',
      'except Exception as e:\n    print(e.response)',
      'except Exception as e:\n    print(e.response)',
    ),
    clauses('of nothing that can be raised', 'except KeyError:\n    pass', 'except KeyError:\n    pass'),
    aiohttp.body(
      'where JSON may be none',
      py`
        try:
            x = requests.get(url).json()
        except requests.RequestException:
            x = None
      `,
      py`
        try:
            async with aiohttp.ClientSession() as http_session:
                async with http_session.get(url) as response:
                    x = json.loads(await response.read())
        except (aiohttp.ClientError, TimeoutError, json.JSONDecodeError):
            x = None
      `,
    ),
    aiohttp.body(
      'that go on to serve another request of requests',
      py`
        try:
            x = requests.get(url).text
            session.x = requests.post(url)
        except requests.RequestException:
            pass
      `,
      py`
        try:
            async with aiohttp.ClientSession() as http_session:
                async with http_session.get(url) as response:
                    x = await response.text(errors="replace")
            session.x = requests.post(url)
        except (requests.RequestException, aiohttp.ClientError, TimeoutError):
            pass
      `,
    ),
    {
      name: 'of names that were imported, whose imports go; before Python 3.11 timeouts are of asyncio',
      before: py`
        from requests import get
        from requests.exceptions import RequestException, Timeout


        async def main(url):
            try:
                return get(url).text
            except (RequestException, Timeout):
                return None
      `,
      after: py`
        import asyncio

        import aiohttp


        async def main(url):
            try:
                async with aiohttp.ClientSession() as session:
                    async with session.get(url) as response:
                        return await response.text(errors="replace")
            except (aiohttp.ClientError, asyncio.TimeoutError):
                return None
      `,
      fix: 'Use aiohttp',
      target: 10,
    },
    refused(
      'not when an error is asked for its request',
      'except requests.RequestException as e:\n    print(e.request.url)',
    ),
    refused(
      'not when any error is asked for its response',
      'except requests.RequestException as e:\n    print(e.response)',
    ),
    refused(
      'not when an error is tested',
      'except requests.RequestException as e:\n    print(isinstance(e, requests.Timeout))',
    ),
    refused(
      'not when the order matters',
      'except requests.RequestException:\n    pass\nexcept TimeoutError:\n    raise'.replace(
        'RequestException',
        'ConnectTimeout',
      ),
    ),
    refused('not when it is not known what is caught', 'except data:\n    pass'),
    refused('not with a comment among the classes', 'except (  # these\n    requests.Timeout,\n):\n    pass'),
    refused('not with except*', 'except* requests.Timeout:\n    pass'),
    aiohttp.refused(
      'not when errors are suppressed',
      'with contextlib.suppress(requests.Timeout):\n    requests.get(url)',
    ),
    {
      name: 'not when a caller in the file counts on them',
      before: py`
        import requests


        async def load(url):
            return requests.get(url).text


        async def main(url):
            try:
                return await load(url)
            except requests.RequestException:
                return None
      `,
      fix: 'Use aiohttp',
      withheld: '',
    },
    {
      name: 'not when a decorator counts on them',
      before: py`
        import requests
        from tenacity import retry, retry_if_exception_type


        @retry(retry=retry_if_exception_type(requests.Timeout))
        async def load(url):
            return requests.get(url).text
      `,
      fix: 'Use aiohttp',
      withheld: '',
    },
  ]);
});

const httpx = casesIn({
  fix: 'Use httpx.AsyncClient',
  imports: 'import asyncio\n\nimport httpx\nimport requests',
  rest: `ERROR = requests.HTTPError  # ${'-'.repeat(90)}`,
  at: 'requests.get',
});

describe('handlers for httpx', () => {
  testFixes([
    httpx.body(
      'of several kinds',
      py`
        try:
            r = requests.get(url, timeout=1)
            r.raise_for_status()
        except requests.HTTPError as e:
            print(e.response.status_code, e.response.reason, e.response.text)
        except requests.Timeout:
            pass
        except requests.ConnectionError:
            pass
        except requests.RequestException:
            raise
      `,
      py`
        try:
            async with httpx.AsyncClient(
                follow_redirects=True, verify=await asyncio.to_thread(httpx.create_ssl_context)
            ) as client:
                r = await client.get(url, timeout=1)
            r.raise_for_status()
        except httpx.HTTPStatusError as e:
            print(e.response.status_code, e.response.reason_phrase, e.response.text)
        except httpx.TimeoutException:
            pass
        except (httpx.NetworkError, httpx.RemoteProtocolError, httpx.ConnectTimeout):
            pass
        except (httpx.HTTPError, httpx.InvalidURL):
            raise
      `,
    ),
    httpx.body(
      'around what is asked later',
      py`
        r = requests.get(url, timeout=1)
        try:
            r.raise_for_status()
        except requests.HTTPError:
            return None
      `,
      py`
        async with httpx.AsyncClient(
            follow_redirects=True, verify=await asyncio.to_thread(httpx.create_ssl_context)
        ) as client:
            r = await client.get(url, timeout=1)
        try:
            r.raise_for_status()
        except httpx.HTTPStatusError:
            return None
      `,
    ),
    httpx.refused(
      'not when it is asked for its request',
      'try:\n    requests.get(url).raise_for_status()\nexcept requests.HTTPError as e:\n    print(e.request)',
    ),
  ]);
});
