import { expect, test } from 'vitest';
import { HoverRequest, type MarkupContent } from 'vscode-languageserver-protocol/node';
import { type ClientOptions, clientWith, PLAIN_CLIENT, VS_CODE } from './client.ts';

const FILES = {
  'app.py': `import asyncio
from load import load


async def main():
    load("x")
    await asyncio.to_thread(load, "y")
    await quiet()


async def quiet():
    print(len("x"))
`,
  'load.py': 'def load(path):\n    return open(path).read()\n\n\ndef unknown():\n    return 1\n',
};

const MARKDOWN = {
  ...VS_CODE,
  textDocument: { ...VS_CODE.textDocument, hover: { contentFormat: ['markdown' as const] } },
};

async function hoversIn(name: keyof typeof FILES, options: ClientOptions = { capabilities: MARKDOWN }) {
  const client = await clientWith(FILES, options);
  await client.open(name);
  const at = async (text: string): Promise<string | null> => {
    const { end } = client.rangeOf(name, text);
    const hover = await client.server.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: client.uri(name) },
      position: { line: end.line, character: end.character - 1 },
    });
    return hover === null ? null : (hover.contents as MarkupContent).value;
  };
  return { client, at };
}

test('a function tells where it runs, with links, and what it does', async () => {
  const { client, at } = await hoversIn('load.py');
  await client.open('app.py');
  expect(await at('def load')).toBe(`**Offloop**

- Runs on the event loop: [main](${client.uri('app.py')}#L5) \u2192 [load](${client.uri('load.py')}#L1)
- Runs in a worker thread: given to \`asyncio.to_thread\` by [main](${client.uri('app.py')}#L7)
- Waits for the disk: \`open()\``);
});

test('a call tells what it does there, or who runs what it hands over', async () => {
  const { at } = await hoversIn('app.py');
  expect(await at('    load')).toContain('- Waits for the disk: `load` \u2192 `open()`');
  expect(await at('to_thread')).toContain('- Gives `load` to `asyncio.to_thread`, which runs it in a worker thread.');
});

test('where there is nothing to say there is no hover', async () => {
  const app = await hoversIn('app.py');
  for (const text of ['async def quiet', 'await quiet', 'print', 'import asyncio', '"x"']) {
    expect(await app.at(text)).toBeNull();
  }
  const load = await hoversIn('load.py');
  expect(await load.at('def unknown')).toBeNull();
});

test('a client without Markdown gets plain text', async () => {
  const { at } = await hoversIn('app.py', { capabilities: PLAIN_CLIENT });
  expect(await at('    load')).toBe(
    'Offloop\nRuns on the event loop: a coroutine\nWaits for the disk: load \u2192 open()',
  );
});

test('the setting turns hovers off', async () => {
  const { at } = await hoversIn('app.py', { capabilities: MARKDOWN, settings: { hover: false } });
  expect(await at('    load')).toBeNull();
});
