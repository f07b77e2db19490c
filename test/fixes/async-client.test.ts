/** Clients exchanged for the asynchronous ones of their libraries. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../harness/fix-cases.ts';

const changed = (name: string, fix: string, before: string, after: string): FixCase => {
  return { name, fix, before, after, safety: 'unsafe' };
};
const kept = (name: string, before: string, at?: string): FixCase => {
  return { name, fix: 'Use Async', before, withheld: '', ...(at === undefined ? {} : { at }) };
};

describe('a client whose whole life is seen is exchanged', () => {
  testFixes([
    changed(
      'a local name, with every call of it',
      'Use AsyncWebClient',
      py`
        import slack_sdk


        async def tell(channel, texts):
            client = slack_sdk.WebClient(token="x")  # ours
            for text in texts:
                client.chat_postMessage(channel=channel, text=text)
            return client.users_list()["members"]
      `,
      py`
        from slack_sdk.web.async_client import AsyncWebClient


        async def tell(channel, texts):
            client = AsyncWebClient(token="x")  # ours
            for text in texts:
                await client.chat_postMessage(channel=channel, text=text)
            return (await client.users_list())["members"]
      `,
    ),
    changed(
      'one that is made where it is used',
      'Use AsyncAnthropic',
      py`
        import anthropic


        async def ask(messages):
            return anthropic.Anthropic().messages.create(model="m", max_tokens=1, messages=messages).content
      `,
      py`
        import anthropic


        async def ask(messages):
            return (await anthropic.AsyncAnthropic().messages.create(model="m", max_tokens=1, messages=messages)).content
      `,
    ),
    changed(
      'one that a with block closes',
      'Use AsyncOpenAI',
      py`
        from openai import OpenAI


        async def ask(messages):
            with OpenAI() as client:
                return client.responses.create(input=messages)
      `,
      py`
        from openai import AsyncOpenAI


        async def ask(messages):
            async with AsyncOpenAI() as client:
                return await client.responses.create(input=messages)
      `,
    ),
    changed(
      'an attribute, with what closes it',
      'Use redis.asyncio.Redis',
      py`
        import redis


        class Store:
            def __init__(self, host):
                self._client = redis.Redis(host=host)

            async def read(self, key):
                return self._client.get(key)

            async def close(self):
                self._client.close()
      `,
      py`
        from redis.asyncio import Redis


        class Store:
            def __init__(self, host):
                self._client = Redis(host=host)

            async def read(self, key):
                return await self._client.get(key)

            async def close(self):
                await self._client.aclose()
      `,
    ),
    changed(
      'one that a `finally` closes',
      'Use redis.asyncio.Redis',
      py`
        import redis


        async def read(url, key):
            client = redis.Redis.from_url(url)
            try:
                return client.get(key)
            finally:
                client.close()
      `,
      py`
        from redis.asyncio import Redis


        async def read(url, key):
            client = Redis.from_url(url)
            try:
                return await client.get(key)
            finally:
                await client.aclose()
      `,
    ),
    changed(
      'a client of httpx that an object keeps',
      'Use httpx.AsyncClient',
      py`
        from httpx import Client


        class Weather:
            def __init__(self):
                self.client = Client(timeout=5)

            async def today(self, url, city):
                response = self.client.post(url, json={"city": city})
                return response.json()
      `,
      py`
        from httpx import AsyncClient


        class Weather:
            def __init__(self):
                self.client = AsyncClient(timeout=5)

            async def today(self, url, city):
                response = await self.client.post(url, json={"city": city})
                return response.json()
      `,
    ),
  ]);
});

describe('a client is kept', () => {
  const inside = (lines: string): string => `from openai import OpenAI\n\n\n${lines}`;
  testFixes([
    kept(
      'that is handed on',
      inside(
        'async def f(use, x):\n    client = OpenAI()\n    use(client)\n    return client.responses.create(input=x)\n',
      ),
    ),
    kept(
      'that is returned',
      inside('async def f(x):\n    client = OpenAI()\n    client.responses.create(input=x)\n    return client\n'),
    ),
    kept(
      "that is somebody else's",
      inside('async def f(client: OpenAI, x):\n    return client.responses.create(input=x)\n'),
    ),
    kept(
      'that the whole module uses',
      inside('client = OpenAI()\n\n\nasync def f(x):\n    return client.responses.create(input=x)\n'),
    ),
    kept(
      'that a plain function uses, too',
      inside(
        'class A:\n    def __init__(self):\n        self.client = OpenAI()\n\n    def f(self, x):\n        return self.client.responses.create(input=x)\n\n    async def g(self, x):\n        return self.client.responses.create(input=x)\n',
      ),
      'return self.client',
    ),
    kept(
      'that a subclass may use',
      inside(
        'class A:\n    def __init__(self):\n        self.client = OpenAI()\n\n    async def g(self, x):\n        return self.client.responses.create(input=x)\n\n\nclass B(A):\n    pass\n',
      ),
    ),
    kept(
      'that a helper makes',
      inside(
        'def make():\n    return OpenAI()\n\n\nasync def f(x):\n    client = make()\n    return client.responses.create(input=x)\n',
      ),
    ),
    kept(
      'whose answers are streamed',
      inside(
        'async def f(x):\n    client = OpenAI()\n    for part in client.responses.create(input=x, stream=True):\n        print(part)\n',
      ),
    ),
    kept(
      'of which a method is not known',
      'import redis\n\n\nasync def f(x):\n    client = redis.Redis()\n    pipe = client.pipeline()\n    return client.get(x), pipe\n',
      'client.get',
    ),
    kept(
      'that a lambda uses',
      inside(
        'async def f(x):\n    client = OpenAI()\n    x(lambda: client.models.list())\n    return client.responses.create(input=x)\n',
      ),
      'responses',
    ),
    kept(
      'that sends a request while it handles a cancellation',
      inside(
        'import asyncio\n\n\nasync def f(x):\n    client = OpenAI()\n    try:\n        client.responses.create(input=x)\n    except asyncio.CancelledError:\n        client.close()\n        raise\n',
      ),
    ),
    kept(
      'that sends a request at the end',
      inside(
        'async def f(x):\n    client = OpenAI()\n    try:\n        return client.responses.create(input=x)\n    finally:\n        client.responses.create(input="end")\n',
      ),
      'return client',
    ),
    kept(
      'that a `finally` closes where trio runs',
      inside(
        'import trio\n\n\nasync def f(x):\n    client = OpenAI()\n    try:\n        return client.responses.create(input=x)\n    finally:\n        client.close()\n',
      ),
      'return client',
    ),
    kept(
      'that is given what only it can use',
      inside('async def f(x, http):\n    return OpenAI(http_client=http).responses.create(input=x)\n'),
    ),
  ]);
});

const HTTP = (body: string): string =>
  `import httpx\n\n\nclass A:\n    def __init__(self):\n        self.client = httpx.Client(timeout=5)\n\n${body}`;

describe('a client of httpx is kept', () => {
  const keptHttp = (name: string, body: string): FixCase => {
    return { name, fix: 'Use httpx', before: HTTP(body), withheld: '', at: 'url)' };
  };
  testFixes([
    keptHttp(
      'whose response is streamed',
      '    async def f(self, url):\n        with self.client.stream("GET", url) as response:\n            return response.read()\n\n    async def g(self, url):\n        return self.client.get(url)\n',
    ),
    keptHttp(
      'that a plain method uses, too',
      '    def f(self, url):\n        return self.client.get(url)\n\n    async def g(self, url):\n        return self.client.get(url)\n',
    ),
  ]);
});
