/** The source of installed packages is followed where the project asks for it, and only there. */
import { describe, expect, test } from 'vitest';
import { Project } from '../../server/src/workspace/project.ts';
import { NO_OVERRIDES } from '../../server/src/workspace/project-setup.ts';
import { assets } from '../harness/engine.ts';
import { folderWith } from '../harness/folder.ts';

const SITE = '.venv/lib/python3.12/site-packages';
const FILES = {
  'main.py': 'import ourlib\n\n\nasync def main():\n    ourlib.fetch()\n',
  [`${SITE}/ourlib/__init__.py`]: 'from .deep import fetch\n',
  [`${SITE}/ourlib/deep.py`]: 'import time\n\n\ndef fetch():\n    time.sleep(1)\n\n\nasync def own():\n    fetch()\n',
  [`${SITE}/requests/__init__.py`]: 'def get(url):\n    return url\n',
  '.venv/pyvenv.cfg': '',
};

async function checked(files: Readonly<Record<string, string>>) {
  const project = Project.open(folderWith(files), NO_OVERRIDES, await assets(), false);
  await project.index(project.setup.files);
  const { findings } = project.check(project.setup.files);
  const chains = findings.map(({ path, evidence }) =>
    [path, ...evidence.map((link) => link.path)].map((at) => at.split('/').at(-1)),
  );
  return { chains, problems: project.setup.problems.map(({ message }) => message) };
}

describe('dependencies', () => {
  test('are opaque by default', async () => {
    expect((await checked({ ...FILES, 'offloop.toml': '' })).chains).toEqual([]);
  });

  test('that are named are followed on demand, and show no findings of their own', async () => {
    const { chains } = await checked({ ...FILES, 'offloop.toml': 'dependencies = ["ourlib"]\n' });
    expect(chains).toEqual([['main.py', 'main.py', 'deep.py']]);
  });

  test('may all be followed', async () => {
    expect((await checked({ ...FILES, 'offloop.toml': 'dependencies = "all"\n' })).chains).toHaveLength(1);
  });

  test('that knowledge describes stay as it says', async () => {
    const main = 'import requests\n\n\nasync def main():\n    requests.get("u")\n';
    const { chains } = await checked({ ...FILES, 'main.py': main, 'offloop.toml': 'dependencies = "all"\n' });
    expect(chains).toEqual([['main.py', 'main.py']]);
  });

  test('without an environment are said to be missing, with a remedy', async () => {
    const { problems } = await checked({ 'main.py': '', 'offloop.toml': 'dependencies = ["ourlib"]\n' });
    expect(problems).toEqual([expect.stringContaining('name it by `environment`')]);
  });
});
