/**
 * The keys of `[tool.offloop]`: a JSON schema for editors, and docs/configuration.md for people. That they are the keys which
 * the workspace reads is a test (test/architecture/generated.test.ts).
 */
import knowledge from '../../knowledge/schema.json' with { type: 'json' };
import { RULES } from '../../server/src/engine/rules/index.ts';
import { selectorsOf } from '../../server/src/engine/rules/selection.ts';

interface Setting {
  readonly key: string;
  /** Markdown. */
  readonly description: string;
  /** As people write it; docs only. */
  readonly default: string;
  /** TOML, from the key on or as a table of its own. */
  readonly example: string;
  /** JSON schema of the value. */
  readonly schema: object;
}

/** JSON schemas of what several settings are made of. */
const DEFINITIONS = {
  selectors: { type: 'array', uniqueItems: true, items: { enum: selectorsOf(RULES) } },
  patterns: { type: 'array', items: { type: 'string' } },
  category: { enum: knowledge.$defs.blockingRow.properties.kind.enum },
  level: { enum: ['error', 'warning', 'information', 'hint'] },
};

export const SETTINGS: readonly Setting[] = [
  {
    key: 'select',
    description: 'The rules that are on: ids, categories, `recommended`, `all`.',
    default: '`["recommended"]`',
    example: 'select = ["blocking"]',
    schema: reference('selectors'),
  },
  {
    key: 'extend-select',
    description: 'Rules that are on besides those of `select`.',
    default: '`[]`',
    example: 'extend-select = ["blocking-path-check"]',
    schema: reference('selectors'),
  },
  {
    key: 'ignore',
    description: 'Rules that are off, whatever selects them.',
    default: '`[]`',
    example: 'ignore = ["blocking-file-io"]',
    schema: reference('selectors'),
  },
  {
    key: 'target-version',
    description:
      'The oldest Python that the code must run on. It decides which repairs exist: `asyncio.to_thread` is there from 3.9, `InterpreterPoolExecutor` from 3.14. From 3.8 to 3.15; `3.14t` is the build without the GIL.',
    default:
      '`requires-python` (or what Poetry or setup.cfg have in its place), else `.python-version`, else the Pipfile, else, in an editor, the selected interpreter, else the newest that Offloop knows',
    example: 'target-version = "3.12"',
    schema: { type: 'string', pattern: '^(3\\.|py3)([89]|1[0-5])t?$' },
  },
  {
    key: 'free-threaded',
    description: 'The program runs on a build of Python without the GIL, where threads compute side by side.',
    default: '`true` if `target-version` or `.python-version` names such a build (`3.14t`), else `false`',
    example: 'free-threaded = true',
    schema: { type: 'boolean' },
  },
  {
    key: 'src',
    description: 'The folders that absolute imports start from, relative to the configuration file.',
    default: '`src` if modules lie in it, the project itself, and the folder around each topmost package',
    example: 'src = ["backend", "libs"]',
    schema: reference('patterns'),
  },
  {
    key: 'dependencies',
    description:
      'Installed packages whose source is followed too, by import or distribution name, or `"all"`. Without it a call into a package that Offloop does not know is unknown, and silent. Libraries that it knows stay as they are known.',
    default: '`[]`',
    example: 'dependencies = ["ourlib"]',
    schema: { anyOf: [{ const: 'all' }, { type: 'array', items: { type: 'string' } }] },
  },
  {
    key: 'environment',
    description: 'The Python environment in which `dependencies` are installed, relative to the configuration file.',
    default: 'the first of `.venv`, `venv`, `env`, `.env` that is one',
    example: 'environment = ".venv"',
    schema: { type: 'string' },
  },
  {
    key: 'exclude',
    description:
      'Files and folders that are left out. A pattern without `/` is a name, wherever it stands; one with `/` is a path from the configuration file. Replaces the default.',
    default: "environments, tools' caches, version control and what a build makes",
    example: 'exclude = ["generated", "src/vendored/**"]',
    schema: reference('patterns'),
  },
  {
    key: 'extend-exclude',
    description: 'What is left out besides `exclude`.',
    default: '`[]`',
    example: 'extend-exclude = ["*_pb2.py"]',
    schema: reference('patterns'),
  },
  {
    key: 'blocking',
    description:
      'Names of your own that block, each with what it waits for and, if there is one, its asynchronous replacement. Quote names with dots. `mylib.Client.*` is every method of a class.',
    default: 'none',
    example:
      '[tool.offloop.blocking]\n"mylib.fetch" = "http"\n"mylib.Client.*" = { category = "database", replacement = "mylib.AsyncClient" }',
    schema: {
      type: 'object',
      additionalProperties: {
        oneOf: [
          reference('category'),
          {
            type: 'object',
            required: ['category'],
            additionalProperties: false,
            properties: { category: reference('category'), replacement: { type: 'string' } },
          },
        ],
      },
    },
  },
  {
    key: 'levels',
    description: 'The level of single rules: `error`, `warning`, `information` or `hint`.',
    default: "each rule's own",
    example: '[tool.offloop.levels]\nblocking-file-io = "error"',
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(RULES.map(({ id }) => [id, reference('level')])),
    },
  },
];

function reference(name: keyof typeof DEFINITIONS): object {
  return { $ref: `#/definitions/${name}` };
}

/** schemas/offloop.schema.json: the shape of offloop.toml, and of `[tool.offloop]` in a pyproject.toml. */
export function settingsSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Offloop',
    description: 'offloop.toml, or the table [tool.offloop] of a pyproject.toml',
    type: 'object',
    additionalProperties: false,
    definitions: DEFINITIONS,
    properties: Object.fromEntries(
      SETTINGS.map(({ key, description, schema }) => [
        key,
        { description: description.replaceAll('`', ''), allOf: [schema] },
      ]),
    ),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** docs/configuration.md. */
export function settingsPage(): string {
  return `<!-- Made from scripts/generated/settings.ts by \`npm run generate\`. -->

# Configuration

Offloop needs none. What you want otherwise stands in \`[tool.offloop]\` of your \`pyproject.toml\`, or, without that table's name, in
an \`offloop.toml\` or \`.offloop.toml\`. The nearest of these files counts, from the project's folder upwards; they are not merged.
Command-line options and the editor's settings come first.

A key that is misspelt is an error with the place and a suggestion, never ignored. Editors that know TOML schemas complete the keys
of an \`offloop.toml\` from [schemas/offloop.schema.json](../schemas/offloop.schema.json).

${SETTINGS.map(sectionOf).join('\n\n')}

## Comments

\`# offloop: ignore[rule, rule] reason\` at the end of a line silences these rules, or categories, on it; \`# offloop: ignore\` silences
all. \`# noqa: ASYNC251\` silences the rule that other linters know by that code.
`;
}

function sectionOf(setting: Setting): string {
  const { key, description, example } = setting;
  const toml = example.startsWith('[') ? example : `[tool.offloop]\n${example}`;
  return `## ${key}\n\n${description}\n\nDefault: ${setting.default}.\n\n\`\`\`toml\n${toml}\n\`\`\``;
}
