import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol';
import type { PythonParser } from '../../server/src/engine/syntax/parser.ts';
import { assets } from '../harness/engine.ts';
import { clientWith, PLAIN_CLIENT } from './client.ts';

const SERVICE = `import prices


async def quote(symbol):
    return prices.load(symbol)
`;

const PRICES = `import requests


def load(symbol):
    return requests.get(symbol).json()
`;

const PROJECT = { 'service.py': SERVICE, 'prices.py': PRICES };

test('a finding carries its rule, its page, its severity, and the chain across both files', async () => {
  const client = await clientWith(PROJECT);
  await client.open('service.py');

  const [diagnostic, ...others] = await client.diagnostics('service.py');
  expect(others).toEqual([]);
  expect(diagnostic).toMatchObject({
    source: 'offloop',
    code: 'blocking-http-call',
    codeDescription: { href: 'https://github.com/offloop/offloop/blob/main/docs/rules/blocking-http-call.md' },
    severity: 1,
    range: client.rangeOf('service.py', 'prices.load'),
    data: { rule: 'blocking-http-call' },
  });
  expect(diagnostic?.relatedInformation?.map(({ location }) => location)).toEqual([
    { uri: client.uri('service.py'), range: client.rangeOf('service.py', 'prices.load') },
    { uri: client.uri('prices.py'), range: { start: { line: 4, character: 11 }, end: { line: 4, character: 23 } } },
  ]);
});

test('a client without related information gets the chain in the message, pushed', async () => {
  const client = await clientWith(PROJECT, { capabilities: PLAIN_CLIENT });
  expect(client.capabilities.diagnosticProvider).toBeUndefined();
  await client.open('service.py');

  const { diagnostics, version } = await client.until(() => client.pushed.get('service.py'));
  expect(version).toBe(1);
  expect(diagnostics[0]?.relatedInformation).toBeUndefined();
  expect(diagnostics[0]?.codeDescription).toBeUndefined();
  expect(diagnostics[0]?.message).toMatch(/prices\.py:5 calls `requests\.get\(\)`/);
});

test('an unsaved edit of the helper changes the findings of its caller', async () => {
  const client = await clientWith(PROJECT);
  await client.open('service.py');
  await client.open('prices.py');
  expect(await client.diagnostics('service.py')).toHaveLength(1);

  await client.replace('prices.py', 'requests.get(symbol).json()', 'symbol');
  await client.until(() => client.refreshes > 0);
  expect(await client.diagnostics('service.py')).toEqual([]);
});

test('an edit that changes nothing for the other documents asks for no refresh', async () => {
  const client = await clientWith(PROJECT, { capabilities: PLAIN_CLIENT });
  await client.open('service.py');
  await client.open('prices.py', `${PRICES}\n\nasync def now():\n    load("A")\n`);
  await client.until(() => client.pushed.get('service.py') && client.pushed.get('prices.py'));
  client.pushed.clear();

  await client.replace('prices.py', 'load("A")', '');
  await client.until(() => client.pushed.get('prices.py')?.version === 2);
  expect([...client.pushed.keys()]).toEqual(['prices.py']);
});

test('the first findings do not wait for a long chain of imports, and the others follow', async () => {
  const { parser, libraries } = await assets();
  const slow: PythonParser = {
    ...parser,
    parseOnce(text) {
      for (const end = performance.now() + 30; performance.now() < end; );
      return parser.parseOnce(text);
    },
  };
  const length = 20;
  const links = Array.from({ length }, (_, index) => [
    `m${index}.py`,
    `import m${index + 1}\nwait = m${index + 1}.wait\n`,
  ]);
  const files = {
    ...Object.fromEntries(links),
    [`m${length}.py`]: 'import time\n\n\ndef wait():\n    time.sleep(1)\n',
  };
  const main = 'import time\n\nimport m0\n\n\nasync def f():\n    time.sleep(1)\n    m0.wait()\n';
  const host = { loadAssets: async () => ({ parser: slow, libraries }) };
  const client = await clientWith({ ...files, 'main.py': main }, { host });
  await client.open('main.py');

  expect(await client.diagnostics('main.py')).toHaveLength(1);
  await client.until(() => client.refreshes > 0);
  expect(await client.diagnostics('main.py')).toHaveLength(2);
});

test('several changes in one notification each count from where the one before left the text', async () => {
  const client = await clientWith({ 'a.py': 'import time\n\n\nasync def f():\n    pass\n' });
  await client.open('a.py');
  expect(await client.diagnostics('a.py')).toEqual([]);

  const at = (line: number, character: number) => ({ line, character });
  await client.change(
    'a.py',
    { range: { start: at(4, 4), end: at(4, 8) }, text: 'x = "😀😀"; y()' },
    { range: { start: at(4, 16), end: at(4, 17) }, text: 'z; time.sleep' },
    { range: { start: at(0, 0), end: at(0, 0) }, text: '# 😀\n' },
  );
  expect(client.text('a.py')).toContain('x = "😀😀"; z; time.sleep()');
  const [diagnostic] = await client.diagnostics('a.py');
  expect(diagnostic?.range).toEqual({ start: at(5, 19), end: at(5, 29) });
});

test('a change without a range replaces the whole text', async () => {
  const client = await clientWith({ 'a.py': '' });
  await client.open('a.py');
  await client.change('a.py', { text: 'import time\r\n\r\nasync def f():\r\n    time.sleep(1)\r\n' });
  const [diagnostic] = await client.diagnostics('a.py');
  expect(diagnostic?.range).toEqual(client.rangeOf('a.py', 'time.sleep'));
});

test('what the client holds already is not sent again', async () => {
  const client = await clientWith(PROJECT);
  await client.open('service.py');
  const first = await client.report('service.py');
  expect(await client.report('service.py', first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

  await client.replace('service.py', 'return ', '');
  expect((await client.report('service.py', first.resultId)).kind).toBe('full');
});

test('the workspace report has the files that are not open, until they are fixed', async () => {
  const client = await clientWith({ ...PROJECT, 'other.py': SERVICE });
  await client.open('service.py');
  const { items } = await client.workspaceReport();
  expect(items).toMatchObject([{ kind: 'full', uri: client.uri('other.py'), version: null }]);

  const held = items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
  expect((await client.workspaceReport(held)).items).toMatchObject([{ kind: 'unchanged' }]);

  await client.write('other.py', 'x = 1\n', FileChangeType.Changed);
  const isEmptied = async (): Promise<boolean> => {
    const [item] = (await client.workspaceReport(held)).items;
    return item?.kind === 'full' && item.items.length === 0;
  };
  await expect.poll(isEmptied).toBe(true);
});

test('the workspace report is empty when the user turned it off', async () => {
  const client = await clientWith(PROJECT, { settings: { workspaceDiagnostics: false } });
  expect((await client.workspaceReport()).items).toEqual([]);
});

test('closing a document brings back what is on disk, and takes pushed diagnostics away', async () => {
  const client = await clientWith(PROJECT, { capabilities: PLAIN_CLIENT });
  await client.open('prices.py', 'def load(symbol):\n    return symbol\n');
  await client.open('service.py');
  await client.until(() => client.statuses);
  await client.close('prices.py');
  await client.until(() => client.pushed.get('service.py')?.diagnostics.length === 1);

  await client.close('service.py');
  await client.until(() => client.pushed.get('service.py')?.diagnostics.length === 0);
});

test('broken code is checked as far as it can be read', async () => {
  const client = await clientWith({
    'a.py': 'import time\n\nasync def f():\n    time.sleep(1)\n    x = (\n\ndef g(:\n',
  });
  await client.open('a.py');
  expect(await client.diagnostics('a.py')).toHaveLength(1);
});

test('a comment silences a finding', async () => {
  const client = await clientWith({
    'a.py': 'import time\n\nasync def f():\n    time.sleep(1)  # offloop: ignore[blocking-sleep]\n',
  });
  await client.open('a.py');
  expect(await client.diagnostics('a.py')).toEqual([]);
});
