/** A synchronous database driver on the event loop. */
import { blockingRule } from './blocking.ts';

export const blockingDatabase = blockingRule({
  id: 'blocking-database',
  kind: 'database',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A synchronous database driver on the event loop.',
  explanation: `A synchronous driver waits for the database to answer, and for locks others hold, while it holds the event loop.

Use the driver's asynchronous counterpart. A thread does where the connection may move between threads; SQLite connections and
ORM sessions may not.`,
  bad: `import psycopg2


async def users(dsn):
    connection = psycopg2.connect(dsn)
    return connection
`,
  good: `import psycopg


async def users(dsn):
    return await psycopg.AsyncConnection.connect(dsn)
`,
});
