import { expect, test } from 'vitest';
import { type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver-protocol';
import { type ClientOptions, clientWith, type TestClient, VS_CODE } from './client.ts';

const STALLS = `import asyncio
import time


async def f():
    time.sleep(1)
    time.sleep(2)
`;

async function clientOn(text: string, options: ClientOptions = {}): Promise<TestClient> {
  const client = await clientWith({ 'a.py': text }, options);
  await client.open('a.py');
  return client;
}

function titled(actions: readonly CodeAction[], title: string): CodeAction {
  const action = actions.find((each) => each.title.includes(title));
  if (action === undefined) throw new Error(`no "${title}" among ${actions.map((each) => each.title).join(', ')}`);
  return action;
}

test('a quick fix is offered without its edit, which comes when it is chosen', async () => {
  const client = await clientOn(STALLS);
  const offered = titled(await client.actions('a.py', 'sleep(1)'), 'asyncio.sleep');
  expect(offered).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'blocking-sleep' }] });
  expect(offered.edit).toBeUndefined();

  const { edit } = await client.resolve(offered);
  expect(edit).toMatchObject({ documentChanges: [{ textDocument: { uri: client.uri('a.py'), version: 1 } }] });
  const fixed = client.textAfter('a.py', await client.resolve(offered));
  expect(fixed).toContain('    await asyncio.sleep(1)\n    time.sleep(2)\n');
});

test('a client that does not resolve gets its edits at once, by document', async () => {
  const capabilities = { ...VS_CODE, textDocument: { ...VS_CODE.textDocument, codeAction: {} }, workspace: {} };
  const client = await clientOn(STALLS, { capabilities });
  const action = titled(await client.actions('a.py', 'sleep(1)'), 'asyncio.sleep');
  expect(action.data).toBeUndefined();
  expect(Object.keys(action.edit?.changes ?? {})).toEqual([client.uri('a.py')]);
  expect(client.textAfter('a.py', action)).toContain('await asyncio.sleep(1)');
});

test('an action for a text that has changed since comes to nothing', async () => {
  const client = await clientOn(STALLS);
  const offered = titled(await client.actions('a.py', 'sleep(1)'), 'asyncio.sleep');
  await client.replace('a.py', 'import asyncio\n', '');
  expect((await client.resolve(offered)).edit).toBeUndefined();
});

test('an action whose finding is gone because another document changed comes to nothing', async () => {
  const client = await clientWith({
    'a.py': 'import helper\n\n\nasync def f():\n    helper.wait()\n',
    'helper.py': 'import time\n\n\ndef wait():\n    time.sleep(1)\n',
  });
  await client.open('a.py');
  await client.open('helper.py');
  const offered = titled(await client.actions('a.py', 'helper.wait'), 'Ignore');
  await client.replace('helper.py', 'time.sleep(1)', 'pass');
  expect((await client.resolve(offered)).edit).toBeUndefined();
});

test('data that is not ours is left alone', async () => {
  const client = await clientOn(STALLS);
  const action = { title: 'something else', data: { uri: 3 } };
  expect(await client.resolve(action)).toEqual(action);
});

test('fixing everything makes all safe fixes and leaves the rest of the text alone', async () => {
  const client = await clientOn(STALLS);
  const [offered, ...others] = await client.actions('a.py', 'import', { only: ['source.fixAll'] });
  expect(others).toEqual([]);
  expect(offered).toMatchObject({ kind: 'source.fixAll.offloop' });

  const fixed = await client.resolve(offered!);
  expect(client.textAfter('a.py', fixed)).toBe(
    STALLS.replace('import time\n', '')
      .replace('    time.sleep(1)', '    await asyncio.sleep(1)')
      .replace('    time.sleep(2)', '    await asyncio.sleep(2)'),
  );
  expect(fixed.edit?.documentChanges).toMatchObject([
    {
      edits: [{ range: { start: { line: 1 }, end: { line: 2 } } }, { range: { start: { line: 5 }, end: { line: 7 } } }],
    },
  ]);
  expect(await client.diagnostics('a.py')).toHaveLength(2);
});

test('fixing everything is not offered where nothing can be fixed safely', async () => {
  const client = await clientOn('x = 1\n');
  expect(await client.actions('a.py', 'x', { only: ['source.fixAll.offloop'] })).toEqual([]);
});

test('only the kinds that are asked for are offered', async () => {
  const client = await clientOn(STALLS);
  const kinds = async (context: Parameters<TestClient['actions']>[2]): Promise<string[]> => {
    const actions = await client.actions('a.py', 'sleep(1)', context);
    return [...new Set(actions.map(({ kind }) => kind!))];
  };
  expect(await kinds({ only: ['refactor'] })).toEqual([]);
  expect(await kinds({ only: ['quickfix'] })).toEqual(['quickfix']);
  expect(await kinds({})).toEqual(['quickfix', 'source.fixAll.offloop']);
  expect(await kinds({ triggerKind: CodeActionTriggerKind.Automatic })).toEqual(['quickfix']);
});

test.for([
  ['at the end of its line', 'time.sleep(1)', 'time.sleep(1)  # offloop: ignore[blocking-sleep] reason'],
  ['behind another comment', 'time.sleep(1)  # why', 'time.sleep(1)  # why  # offloop: ignore[blocking-sleep] reason'],
  [
    'in the comment that is there',
    'time.sleep(1)  # offloop: ignore[blocking-wait] reason',
    'time.sleep(1)  # offloop: ignore[blocking-wait, blocking-sleep] reason',
  ],
  [
    'where a string lets it stand',
    'time.sleep(len("""\n"""))',
    'time.sleep(len("""\n"""))  # offloop: ignore[blocking-sleep] reason',
  ],
  ['where a line does not go on', 'time.sleep\\\n(1)', 'time.sleep\\\n(1)  # offloop: ignore[blocking-sleep] reason'],
] as const)('a finding can be silenced with a comment %s', async ([, line, silenced]) => {
  const client = await clientOn(`import time\n\n\nasync def f():\n    ${line}\n`);
  const action = titled(await client.actions('a.py', 'time.sleep'), 'Ignore blocking-sleep here');
  const text = client.textAfter('a.py', await client.resolve(action));
  expect(text).toContain(silenced);

  await client.change('a.py', { text });
  expect((await client.diagnostics('a.py')).map(({ code }) => code)).not.toContain('blocking-sleep');
});

test('edits have the line ends of their document', async () => {
  const client = await clientOn('import time\r\n\r\n\r\nasync def f():\r\n    time.sleep(1)\r\n');
  const action = await client.resolve(titled(await client.actions('a.py', 'time.sleep'), 'asyncio.sleep'));
  expect(client.textAfter('a.py', action)).not.toMatch(/[^\r]\n/);
});

test('a client that can select text is told where the reason goes', async () => {
  const text = 'import time\n\n\nasync def f():\n    time.sleep(1)\n';
  const client = await clientOn(text, { initializationOptions: { selectsText: true } });
  const action = await client.resolve(titled(await client.actions('a.py', 'time.sleep'), 'Ignore blocking-sleep'));
  const after = client.textAfter('a.py', action).split('\n');
  const [, range] = action.command?.arguments ?? [];
  expect(action.command?.command).toBe('offloop.select');
  expect(after[range.start.line]?.slice(range.start.character, range.end.character)).toBe('reason');
});
