/** The fixes that exchange a client for the asynchronous one of its library. */
import { type FixKind, WITHHELD_FROM_AWAITS } from '../kind.ts';
import { asyncClient, asyncKeptClient } from './async-client.ts';

export const CLIENT_FIXES: readonly FixKind[] = [
  {
    id: 'async-client',
    rules: ['blocking-sdk-call', 'blocking-database'],
    fixers: [asyncClient],
    title: 'Use AsyncOpenAI',
    safety: 'unsafe',
    explanation: `Many libraries have a second client whose methods are coroutines: \`AsyncOpenAI\`, \`AsyncAnthropic\`,
\`redis.asyncio.Redis\`, \`AsyncWebClient\`, \`AsyncElasticsearch\` and others. Where the whole life of a client is seen (one local name, or
one attribute of the objects of one class) and lies in coroutines, it is exchanged, and every call of it is awaited. Differences that
remain: connections belong to the event loop they were first used on, and calls of several tasks go on at the same time.`,
    before: `from openai import OpenAI


class Assistant:
    def __init__(self):
        self.client = OpenAI()

    async def answer(self, messages):
        reply = self.client.chat.completions.create(model="gpt-5", messages=messages)
        return reply.choices[0].message.content
`,
    after: `from openai import AsyncOpenAI


class Assistant:
    def __init__(self):
        self.client = AsyncOpenAI()

    async def answer(self, messages):
        reply = await self.client.chat.completions.create(model="gpt-5", messages=messages)
        return reply.choices[0].message.content
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'a client that is handed on, returned, stored elsewhere, made by a helper, or a global of its module',
      'a client that functions use which are not `async`, or an attribute that subclasses or other modules may use',
      'answers that are iterated (`stream=True`, `for item in client.list()`), and methods of which it is not known whether they are coroutines there',
      'arguments that want something else there (`http_client`, `connection_pool`)',
    ],
  },
  {
    id: 'kept-http-client',
    rules: ['blocking-http-call'],
    fixers: [asyncKeptClient],
    title: 'Use httpx.AsyncClient',
    safety: 'unsafe',
    explanation: `A \`httpx.Client\` that the objects of one class keep becomes an \`AsyncClient\`, and every request of it is awaited, where
all of them are sent from coroutines. It can be made where no event loop runs. Responses and errors stay what they are; connections
belong to the event loop they were first used on.`,
    before: `import httpx


class Weather:
    def __init__(self, url):
        self.client = httpx.Client(base_url=url, timeout=5)

    async def today(self):
        return self.client.get("/today").json()

    async def close(self):
        self.client.close()
`,
    after: `import httpx


class Weather:
    def __init__(self, url):
        self.client = httpx.AsyncClient(base_url=url, timeout=5)

    async def today(self):
        return (await self.client.get("/today")).json()

    async def close(self):
        await self.client.aclose()
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'a client that is handed on, or that functions use which are not `async`, subclasses or other modules',
      'streamed responses, `content`, and clients with a `transport`, `mounts` or `event_hooks`',
    ],
  },
];
