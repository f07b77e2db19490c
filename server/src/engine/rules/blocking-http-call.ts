/** A synchronous HTTP call on the event loop. */
import { blockingRule } from './blocking.ts';

export const blockingHttpCall = blockingRule({
  id: 'blocking-http-call',
  kind: 'http',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: ['ASYNC210', 'ASYNC212'],
  summary: 'A synchronous HTTP call on the event loop.',
  explanation: `A synchronous HTTP client waits for the server while it holds the thread of the event loop: no other request, timer or task
moves until the answer is there. \`requests\`, \`urllib\`, \`urllib3\`, \`http.client\` and the synchronous half of \`httpx\` all do.

Use an asynchronous client (\`aiohttp\`, \`httpx.AsyncClient\`), or move the call to a thread.`,
  bad: `import requests


async def fetch(url):
    return requests.get(url).text
`,
  good: `import aiohttp


async def fetch(session: aiohttp.ClientSession, url):
    async with session.get(url) as response:
        return await response.text()
`,
});
