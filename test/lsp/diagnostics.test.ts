import { expect, test } from 'vitest';
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
  await client.open('service.py');

  const { diagnostics, version } = await client.until(() => client.pushed.get('service.py'));
  expect(version).toBe(1);
  expect(diagnostics[0]?.relatedInformation).toBeUndefined();
  expect(diagnostics[0]?.codeDescription).toBeUndefined();
  expect(diagnostics[0]?.message).toMatch(/prices\.py:5 calls `requests\.get\(\)`/);
});
