import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CancellationTokenSource, DocumentDiagnosticRequest, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import type { PythonParser } from '../../server/src/engine/syntax/parser.ts';
import type { Assets } from '../../server/src/workspace/assets.ts';
import { assets } from '../harness/engine.ts';
import { clientWith } from './client.ts';
import { serverSpawned } from './servers.ts';

const STALLS = { 'a.py': 'import time\n\n\nasync def f():\n    time.sleep(1)\n' };

test('the server counts in UTF-16 and takes incremental changes', async () => {
  const { capabilities } = await clientWith({});
  expect(capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.offloop'], resolveProvider: true },
  });
});

test('an open document keeps one tree, which goes when it is closed', async () => {
  const { parser, libraries } = await assets();
  let trees = 0;
  const counting: PythonParser = {
    ...parser,
    parse: (text) => {
      trees++;
      return parser.parse(text);
    },
    release: (parse) => {
      trees--;
      parser.release(parse);
    },
  };
  const client = await clientWith(STALLS, { host: { loadAssets: async () => ({ parser: counting, libraries }) } });
  await client.open('a.py');
  await client.diagnostics('a.py');
  await client.replace('a.py', 'time.sleep(1)', 'time.sleep(2)');
  await client.diagnostics('a.py');
  expect(trees).toBe(1);

  await client.close('a.py');
  await client.diagnostics('a.py');
  expect(trees).toBe(0);
});

test('a request that was taken back is answered as cancelled', async () => {
  const client = await clientWith(STALLS);
  await client.open('a.py');
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri: client.uri('a.py') } };
  const answer = client.server.connection.sendRequest(DocumentDiagnosticRequest.type, params, source.token);
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});

test('a fault on one document is logged, and the others are served', async () => {
  const real = await assets();
  const host = { loadAssets: async () => faultyOn('boom', real) };
  const client = await clientWith({ ...STALLS, 'b.py': 'boom = 1\n' }, { host });
  await client.open('b.py');
  expect(await client.diagnostics('b.py')).toEqual([]);
  await client.until(() => client.logged.some((line) => line.includes('the parser fell over')));

  await client.close('b.py');
  await client.open('a.py');
  expect(await client.diagnostics('a.py')).toHaveLength(1);
});

test('shutdown and exit end the server with 0, exit alone with 1', async () => {
  const polite = await clientWith({});
  await polite.shutdown();
  await polite.exit();
  expect(await polite.server.exitCode).toBe(0);

  const rude = await clientWith({});
  await rude.exit();
  expect(await rude.server.exitCode).toBe(1);
});

test.for([
  ['dist/server.js', ['--stdio']],
  ['bin/offloop.js', ['server', '--stdio']],
] as const)('the built %s serves over standard streams', async ([program, args]) => {
  const path = fileURLToPath(new URL(`../../${program}`, import.meta.url));
  const client = await clientWith(STALLS, { server: serverSpawned(process.execPath, [path, ...args]) });
  await client.open('a.py');
  expect(await client.diagnostics('a.py')).toHaveLength(1);
  await client.shutdown();
  await client.exit();
  expect(await client.server.exitCode).toBe(0);
});

/** Assets whose parser throws on any text that contains `word`. */
function faultyOn(word: string, { parser, libraries }: Assets): Assets {
  const check = (text: string): void => {
    if (text.includes(word)) throw new Error('the parser fell over');
  };
  const faulty: PythonParser = {
    ...parser,
    parse(text) {
      check(text);
      return parser.parse(text);
    },
    parseOnce(text) {
      check(text);
      return parser.parseOnce(text);
    },
  };
  return { parser: faulty, libraries };
}
