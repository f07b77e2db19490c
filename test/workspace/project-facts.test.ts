/** What the engine is told of a project besides its Python: what it depends on, and how long its lines may be. */
import { describe, expect, test } from 'vitest';
import { NO_OVERRIDES, readProjectSetup } from '../../server/src/workspace/project-setup.ts';
import { folderWith } from '../harness/folder.ts';

function settingsWith(files: Readonly<Record<string, string>>) {
  return readProjectSetup(folderWith(files), NO_OVERRIDES).settings;
}

describe('the distributions that a project declares are known', () => {
  const declared = (files: Readonly<Record<string, string>>) => settingsWith(files).requirements;

  test('from pyproject.toml, with its extras and groups', () => {
    const text = `
[project]
name = "x"
dependencies = ["aiohttp>=3.9; python_version > '3.8'", "Typing_Extensions", "httpx[http2] ~= 0.27"]
[project.optional-dependencies]
redis = ["redis @ https://example.org/redis.whl"]
[dependency-groups]
dev = ["pytest", { include-group = "lint" }]
`;
    const names = ['aiohttp', 'httpx', 'pytest', 'redis', 'typing-extensions'];
    expect(declared({ 'pyproject.toml': text })).toEqual(names);
  });

  test('from Poetry', () => {
    const text = `
[tool.poetry.dependencies]
python = "^3.12"
requests = "*"
[tool.poetry.group.dev.dependencies]
ruff = "*"
`;
    expect(declared({ 'pyproject.toml': text })).toEqual(['python', 'requests', 'ruff']);
  });

  test('from requirements files and a Pipfile', () => {
    const files = {
      'requirements.txt': '# all\n-r other.txt\naiofiles==23.1  # files\n\n--hash=sha256:0\n',
      'requirements-dev.in': 'Foo.Bar\n',
      'notes.txt': 'requests\n',
      Pipfile: '[packages]\nanyio = "*"\n[dev-packages]\nmypy = "*"\n',
    };
    expect(declared(files)).toEqual(['aiofiles', 'anyio', 'foo-bar', 'mypy']);
  });

  test('and a file that is malformed declares nothing', () => {
    expect(declared({ 'pyproject.toml': '[project', Pipfile: 'packages = 3' })).toEqual([]);
    expect(declared({ 'pyproject.toml': '[project]\ndependencies = {a = [1]}\n' })).toEqual([]);
  });
});

test.each([
  ['django', undefined],
  ['django>=4.2', undefined],
  ['django>=4.2,<5', [5, 0]],
  ['django[argon2] >= 4.2, < 5.1  # why', [5, 1]],
  ['django<5.0.3', [5, 1]],
  ['django==4.2.16', [4, 3]],
  ['django==4.2.*', [4, 3]],
  ['Django~=4.2', [5, 0]],
  ['Django~=4.2.1', [4, 3]],
  ['django<=4.2', [4, 3]],
  ['django!=5.0', undefined],
  ["django; python_version < '3.9'", undefined],
  ['django @ https://example.org/django-4.2.whl', undefined],
])('%s stays below %s', (line, below) => {
  expect(settingsWith({ 'requirements.txt': `${line}\n` }).below.get('django')).toEqual(below);
});

test.each([
  ['"^4.2"', [5, 0]],
  ['"~4.2"', [4, 3]],
  ['"4.2.1"', [4, 3]],
  ['"*"', undefined],
  ['{ version = ">=4.2,<6", extras = ["bcrypt"] }', [6, 0]],
])('Poetry’s django = %s stays below %s', (versions, below) => {
  const text = `[tool.poetry.dependencies]\ndjango = ${versions}\n`;
  expect(settingsWith({ 'pyproject.toml': text }).below.get('django')).toEqual(below);
});

test.each([
  [{}, null],
  [{ 'pyproject.toml': '[project]\nname = "x"\n' }, null],
  [{ 'pyproject.toml': '[tool.ruff]\nselect = []\n' }, 88],
  [{ 'pyproject.toml': '[tool.ruff]\nline-length = 100\n[tool.black]\nline-length = 79\n' }, 100],
  [{ 'pyproject.toml': '[tool.black]\nline-length = 79\n' }, 79],
  [{ 'pyproject.toml': '[tool.black]\nline-length = 79\n', 'ruff.toml': 'line-length = 120\n' }, 120],
  [{ 'ruff.toml': 'line-length = "many"\n' }, 88],
])('the line length of %j is %s', (files, length) => {
  expect(settingsWith(files).lineLength).toBe(length);
});
