import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  WorkDoneProgressCancelNotification,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { folderWith } from '../harness/folder.ts';
import { clientWith, PLAIN_CLIENT, type TestClient, VS_CODE } from './client.ts';

const STALLS = 'import time\n\n\nasync def f():\n    time.sleep(1)\n';

test('a changed setting counts at once', async () => {
  const client = await clientWith({ 'a.py': STALLS });
  await client.open('a.py');
  expect(await client.diagnostics('a.py')).toHaveLength(1);

  await client.configure({ ignore: ['blocking-sleep'] });
  await client.until(() => client.refreshes > 0);
  expect(await client.diagnostics('a.py')).toEqual([]);
});

test('a client that can not be asked sends its settings along', async () => {
  const initializationOptions = { settings: { ignore: ['blocking-sleep'] } };
  const client = await clientWith({ 'a.py': STALLS }, { capabilities: PLAIN_CLIENT, initializationOptions });
  await client.open('a.py');
  await client.configure({ ignore: [] });
  const { diagnostics } = await client.until(() => client.pushed.get('a.py'));
  expect(diagnostics).toHaveLength(1);
});

test('a setting that means nothing is told, and left out', async () => {
  const client = await clientWith({ 'a.py': STALLS }, { settings: { ignore: ['blocking-sleeep'], select: 3 } });
  await client.open('a.py');
  expect(await client.diagnostics('a.py')).toHaveLength(1);
  expect(client.shown).toEqual([
    'Offloop: the setting `offloop.ignore`: unknown rule `blocking-sleeep`; did you mean `blocking-sleep`?',
  ]);
});

test('a configuration file that the user names is used instead of the one in the project', async () => {
  const files = { 'a.py': STALLS, 'offloop.toml': 'ignore = []\n' };
  const client = await clientWith(
    { ...files, 'strict/offloop.toml': 'ignore = ["blocking-sleep"]\n' },
    { settings: { configuration: 'strict/offloop.toml' } },
  );
  await client.open('a.py');
  expect(await client.diagnostics('a.py')).toEqual([]);
});

test('an edited configuration file counts, and what is wrong with it is shown with its place', async () => {
  const client = await clientWith({
    'a.py': STALLS,
    'pyproject.toml': '[tool.offloop]\nignore = ["blocking-sleep"]\n',
  });
  await client.open('a.py');
  expect(await client.diagnostics('a.py')).toEqual([]);

  await client.write('pyproject.toml', '[tool.offloop]\nignor = ["blocking-sleep"]\n', FileChangeType.Changed);
  await client.until(() => client.refreshes > 0);
  expect(await client.diagnostics('a.py')).toHaveLength(1);
  expect(client.shown).toEqual([
    `Offloop: ${client.folder}/pyproject.toml:2:1: unknown key \`ignor\`; did you mean \`ignore\`?`,
  ]);
});

test('a helper that appears, changes and goes on disk counts', async () => {
  const client = await clientWith({ 'a.py': 'import helper\n\n\nasync def f():\n    helper.wait()\n' });
  await client.open('a.py');
  expect(await client.diagnostics('a.py')).toEqual([]);
  const refreshed = async (): Promise<number> => {
    const before = client.refreshes;
    await client.until(() => client.refreshes > before);
    return (await client.diagnostics('a.py')).length;
  };

  await client.write('helper.py', 'import time\n\n\ndef wait():\n    time.sleep(1)\n', FileChangeType.Created);
  expect(await refreshed()).toBe(1);
  await client.write('helper.py', 'def wait():\n    pass\n', FileChangeType.Changed);
  expect(await refreshed()).toBe(0);
  await client.write('helper.py', 'import time\n\n\ndef wait():\n    time.sleep(1)\n', FileChangeType.Changed);
  expect(await refreshed()).toBe(1);
  await client.write('helper.py', null, FileChangeType.Deleted);
  expect(await refreshed()).toBe(0);
});

test('the client is asked to watch Python files and what configures a project', async () => {
  const client = await clientWith({});
  const registration = await client.until(() =>
    client.registrations.find(({ method }) => method === DidChangeWatchedFilesNotification.method),
  );
  const globs = registration.registerOptions.watchers.map(({ globPattern }: { globPattern: string }) => globPattern);
  expect(globs).toEqual(expect.arrayContaining(['**/*.{py,pyw}', '**/pyproject.toml', '**/offloop.toml']));
});

test('a caller in a file that nobody opened puts a helper on the loop once the workspace is indexed', async () => {
  const client = await clientWith({
    'helper.py': 'import time\n\n\ndef tick():\n    time.sleep(1)\n',
    'main.py':
      'import asyncio\nimport helper\n\n\nasync def main():\n    asyncio.get_running_loop().call_soon(helper.tick)\n',
  });
  await client.workspaceReport();
  await client.open('helper.py');
  expect(await client.diagnostics('helper.py')).toHaveLength(1);
});

test('each workspace folder has its own configuration, and folders come and go', async () => {
  const client = await clientWith({ 'a.py': STALLS, 'offloop.toml': '' });
  const other = folderWith({ 'b.py': STALLS, 'offloop.toml': 'ignore = ["blocking-sleep"]\n', 'c.py': STALLS });
  const folder = { uri: URI.file(other).toString(), name: 'other' };
  await client.workspaceReport();
  await changeFolders(client, { added: [folder], removed: [] });
  expect((await client.workspaceReport()).items.map(({ uri }) => uri)).toEqual([client.uri('a.py')]);

  await changeFolders(client, { added: [], removed: [{ uri: URI.file(client.folder).toString(), name: 'first' }] });
  expect((await client.workspaceReport()).items).toEqual([]);
});

test('a file that lies in no workspace folder is checked in its own project', async () => {
  const client = await clientWith(
    {
      'app/a.py': 'import helper\n\n\nasync def f():\n    helper.wait()\n',
      'app/helper.py': 'import time\n\n\ndef wait():\n    time.sleep(1)\n',
    },
    { hasNoFolder: true },
  );
  await client.open('app/a.py');
  expect(await client.diagnostics('app/a.py')).toHaveLength(1);
});

test('a file in a folder that is no project is checked with its neighbours, and nothing below is read', async () => {
  const client = await clientWith(
    {
      'a.py': 'import helper\nimport deep.helper\n\n\nasync def f():\n    helper.wait()\n    deep.helper.wait()\n',
      'helper.py': 'import time\n\n\ndef wait():\n    time.sleep(1)\n',
      'deep/helper.py': 'import time\n\n\ndef wait():\n    time.sleep(1)\n',
    },
    { hasNoFolder: true },
  );
  await client.open('a.py');
  const [diagnostic, ...others] = await client.diagnostics('a.py');
  expect(diagnostic?.range).toEqual(client.rangeOf('a.py', 'helper.wait'));
  expect(others).toEqual([]);
});

test('looking at a folder puts nothing into it', async () => {
  const client = await clientWith({ 'a.py': STALLS });
  await client.workspaceReport();
  await client.open('a.py');
  await client.diagnostics('a.py');
  expect(readdirSync(client.folder)).toEqual(['a.py']);
});

test('an excluded file that is opened has no findings', async () => {
  const client = await clientWith({ '.venv/lib/a.py': STALLS });
  await client.open('.venv/lib/a.py');
  expect(await client.diagnostics('.venv/lib/a.py')).toEqual([]);
});

test('indexing shows progress, can be cancelled, and tells our own client how many files there are', async () => {
  const client = await clientWith({ 'a.py': STALLS, 'b.py': '' }, { initializationOptions: { wantsStatus: true } });
  const { token } = await client.until(() => client.progress.find(({ kind }) => kind === 'begin'));
  await client.server.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
  await client.until(() => client.progress.some(({ kind }) => kind === 'end'));
  await client.until(() => client.statuses.at(-1)?.isBusy === false);
  expect(client.statuses.at(-1)).toMatchObject({ isBusy: false, files: 2 });
});

test('a client without progress is served as well', async () => {
  const client = await clientWith({ 'a.py': STALLS }, { capabilities: { ...VS_CODE, window: {} } });
  expect((await client.workspaceReport()).items).toHaveLength(1);
  expect(client.progress).toEqual([]);
});

async function changeFolders(client: TestClient, event: WorkspaceFoldersChangeEvent): Promise<void> {
  await client.server.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
}

test('all safe fixes of the workspace are one edit, of open documents and of files', async () => {
  const client = await clientWith({ 'a.py': STALLS, 'b.py': STALLS, 'c.py': 'x = 1\n' });
  await client.open('a.py', STALLS.replace('sleep(1)', 'sleep(2)'));
  await client.execute('offloop.executeWorkspaceAutofix');
  const [edit] = client.applied;
  expect(client.applied).toHaveLength(1);
  const changed = edit?.documentChanges?.map((change) => 'edits' in change && change.textDocument);
  expect(changed).toEqual([
    { uri: client.uri('a.py'), version: 1 },
    { uri: client.uri('b.py'), version: null },
  ]);
  expect(client.textAfter('a.py', { title: '', edit: edit! })).toContain('await asyncio.sleep(2)');
  // Nothing was changed by trying.
  expect(await client.diagnostics('a.py')).toHaveLength(1);
  expect(client.shown).toEqual([]);
});

test('a workspace without safe fixes is told so', async () => {
  const client = await clientWith({ 'c.py': 'x = 1\n' });
  await client.execute('offloop.executeWorkspaceAutofix');
  expect(client.applied).toEqual([]);
  expect(client.shown).toEqual(['Offloop: nothing in the workspace has a safe fix.']);
});
