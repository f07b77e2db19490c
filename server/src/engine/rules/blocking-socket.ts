/** A blocking socket, name look-up or mail, FTP or SSH session on the event loop. */
import { blockingRule } from './blocking.ts';

export const blockingSocket = blockingRule({
  id: 'blocking-socket',
  kind: 'socket',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A blocking socket, name look-up or mail, FTP or SSH session on the event loop.',
  explanation: `A socket call in blocking mode, a DNS look-up, or a protocol client built on them waits for the other side of the network while
it holds the event loop.

Use streams (\`asyncio.open_connection\`), \`loop.getaddrinfo\`, an asynchronous client of the protocol, or a thread.`,
  bad: `import socket


async def resolve(host):
    return socket.gethostbyname(host)
`,
  good: `import asyncio
import socket


async def resolve(host):
    loop = asyncio.get_running_loop()
    return await loop.getaddrinfo(host, None, family=socket.AF_INET)
`,
});
