import { expect, test } from 'vitest';
import { clientWith, type TestClient } from './client.ts';

const FILES = { 'a.py': 'async def f(): ...\n' };

async function targetOf(client: TestClient): Promise<unknown> {
  const status = await client.until(() => client.statuses.find(({ files }) => files !== null));
  client.statuses.length = 0;
  return status.targets[0];
}

test('the client is told which Python the project is taken to run on, and where it says so', async () => {
  const pyproject = '[project]\nrequires-python = ">=3.13"\n';
  const client = await clientWith(
    { ...FILES, 'pyproject.toml': pyproject, '.python-version': '3.14t' },
    { initializationOptions: { wantsStatus: true } },
  );
  expect(await targetOf(client)).toMatchObject({
    version: '3.13t',
    source: '`requires-python` in pyproject.toml; without the GIL: .python-version',
  });
});

test('the interpreter selected in the editor counts where the project names no version', async () => {
  const initializationOptions = { wantsStatus: true };
  const selected = { interpreter: { version: '3.12.1' } };
  const client = await clientWith(FILES, { initializationOptions, settings: selected });
  const source = 'the interpreter selected in the editor';
  expect(await targetOf(client)).toMatchObject({ version: '3.12', source });

  await client.configure({ interpreter: { path: '/usr/bin/python3.14t' } });
  expect(await targetOf(client)).toMatchObject({ version: '3.14t', source });

  await client.configure({ ...selected, targetVersion: '3.10' });
  expect(await targetOf(client)).toMatchObject({ version: '3.10', source: '`offloop.targetVersion` in the editor' });
});
