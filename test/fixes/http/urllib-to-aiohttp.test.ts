/** urlopen rewritten for aiohttp. */
import { describe } from 'vitest';
import { py, testFixes } from '../../harness/fix-cases.ts';
import { casesIn } from './cases.ts';

const { body, refused } = casesIn({
  fix: 'Use aiohttp',
  imports: 'import json\nimport urllib.error\nimport urllib.request\n\nimport aiohttp',
  rest: `ERROR = urllib.request.Request  # ${'-'.repeat(90)}`,
  at: 'urlopen',
});

describe('urlopen', () => {
  testFixes([
    body(
      'that is entered',
      py`
        with urllib.request.urlopen(f"{url}/a", timeout=3) as r:  # ask
            if r.status == 200 and r.getcode() == r.code:
                print(r.headers["a"], r.info(), r.geturl(), r.reason)
            return json.load(r)
      `,
      py`
        async with aiohttp.ClientSession(raise_for_status=True) as http_session:
            async with http_session.get(f"{url}/a", timeout=aiohttp.ClientTimeout(sock_connect=3, sock_read=3)) as r:  # ask
                if r.status == 200 and r.status == r.status:
                    print(r.headers["a"], r.headers, str(r.url), r.reason)
                return json.loads(await r.read())
      `,
    ),
    body(
      'that is read at once',
      'x = json.loads(urllib.request.urlopen("http://a").read().decode())',
      'async with aiohttp.ClientSession(raise_for_status=True) as http_session:\n    async with http_session.get("http://a") as response:\n        x = json.loads((await response.read()).decode())',
    ),
    body(
      'that sends a form, and whose lines are read',
      'r = urllib.request.urlopen("http://a", json.dumps(data).encode())\nfor line in r:\n    print(line)',
      `async with aiohttp.ClientSession(raise_for_status=True) as http_session:
    async with http_session.post(
        "http://a", data=json.dumps(data).encode(), headers={"Content-Type": "application/x-www-form-urlencoded"}
    ) as r:
        async for line in r.content:
            print(line)`,
    ),
    body(
      'whose errors are handled',
      py`
        try:
            with urllib.request.urlopen("http://a") as r:
                return r.read()
        except urllib.error.HTTPError as e:
            print(e.code, e.reason)
        except urllib.error.URLError as e:
            print(e)
      `,
      py`
        try:
            async with aiohttp.ClientSession(raise_for_status=True) as http_session:
                async with http_session.get("http://a") as r:
                    return await r.read()
        except aiohttp.ClientResponseError as e:
            print(e.status, e.message)
        except (aiohttp.ClientResponseError, aiohttp.ClientOSError, aiohttp.ConnectionTimeoutError) as e:
            print(e)
      `,
    ),
    refused('not of what may be a Request', 'return urllib.request.urlopen(url).read()'),
    refused('not of a Request', 'return urllib.request.urlopen(urllib.request.Request("http://a")).read()'),
    refused('not of a file', 'return urllib.request.urlopen("file:///a").read()'),
    refused('not with data of any kind', 'return urllib.request.urlopen("http://a", data=data).read()'),
    refused('not when it is handed on', 'with urllib.request.urlopen("http://a") as r:\n    print(r)'),
    refused('not when it is read in pieces', 'with urllib.request.urlopen("http://a") as r:\n    print(r.read(3))'),
    refused(
      'not when the error is asked for more',
      'try:\n    urllib.request.urlopen("http://a").read()\nexcept urllib.error.URLError as e:\n    print(e.reason)',
    ),
  ]);
});
