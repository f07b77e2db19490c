/** A synchronous call of a service's SDK on the event loop. */
import { blockingRule } from './blocking.ts';

export const blockingSdkCall = blockingRule({
  id: 'blocking-sdk-call',
  kind: 'sdk',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: `A synchronous call of a service's SDK on the event loop.`,
  explanation: `Cloud, AI and messaging SDKs speak HTTP below: a call of the synchronous client waits for the service while it holds the event
loop. Most have an asynchronous client of the same shape.`,
  bad: `from openai import OpenAI

client = OpenAI()


async def answer(messages):
    return client.chat.completions.create(model='m', messages=messages)
`,
  good: `from openai import AsyncOpenAI

client = AsyncOpenAI()


async def answer(messages):
    return await client.chat.completions.create(model='m', messages=messages)
`,
});
