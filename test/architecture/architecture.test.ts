/** Who may import whom, and what the shape of the repository promises. ARCHITECTURE.md says why. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/src/engine/rules/index.ts';

/** What a summary holds; the rest of summary/ makes it. */
const SUMMARY_DATA = ['model', 'packed-bindings', 'packed-expressions', 'packed-scopes', 'packed-writes'].map(
  (name) => `server/src/engine/summary/${name}.ts`,
);

const ROOT = new URL('../../', import.meta.url);

/**
 * Every part of the program, and all that it may import besides itself: other parts, and packages. Where only some files of a part
 * are meant, they are named. `node` is Node's own modules.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'server/src/engine/syntax/': ['web-tree-sitter'],
  'server/src/engine/summary/': ['server/src/engine/syntax/'],
  'server/src/engine/knowledge/': [],
  'server/src/engine/findings/': ['server/src/engine/summary/', 'server/src/engine/syntax/lines.ts'],
  'server/src/engine/settings.ts': ['server/src/engine/findings/finding.ts', 'server/src/engine/knowledge/rows.ts'],
  'server/src/engine/program/': [
    'server/src/engine/findings/finding.ts',
    'server/src/engine/knowledge/',
    ...SUMMARY_DATA,
    'server/src/engine/syntax/lines.ts',
  ],
  'server/src/engine/rules/': [
    'server/src/engine/findings/',
    'server/src/engine/knowledge/',
    'server/src/engine/program/',
    'server/src/engine/settings.ts',
    ...SUMMARY_DATA,
  ],
  'server/src/engine/explain/': [
    'server/src/engine/findings/finding.ts',
    'server/src/engine/knowledge/',
    'server/src/engine/program/',
    ...SUMMARY_DATA,
    'server/src/engine/syntax/lines.ts',
  ],
  'server/src/engine/fixes/': [
    'server/src/engine/findings/',
    'server/src/engine/knowledge/',
    'server/src/engine/program/',
    'server/src/engine/settings.ts',
    ...SUMMARY_DATA,
    'server/src/engine/syntax/',
  ],
  'server/src/engine/analyzer.ts': ['server/src/engine/'],
  'server/src/workspace/': [
    'server/src/engine/',
    'package.json',
    'node',
    '@renovatebot/pep440',
    'fastest-levenshtein',
    'ignore',
    'picomatch',
    'toml-eslint-parser',
    'zod/mini',
  ],
  'server/src/lsp/': [
    'server/src/engine/',
    'server/src/workspace/',
    'package.json',
    'diff',
    'vscode-languageserver',
    'vscode-languageserver/node',
    'vscode-languageserver-textdocument',
    'vscode-uri',
    'zod',
    'zod/mini',
  ],
  'server/src/cli/': [
    'server/src/engine/',
    'server/src/workspace/',
    'package.json',
    'node',
    'commander',
    'diff',
    'string-width',
  ],
  'client/src/': [
    'node',
    'vscode',
    'vscode-languageclient',
    'vscode-languageclient/node',
    'vscode-languageclient/browser',
  ],
};

/** The doors do not know each other, but for this: the command `offloop server` starts the other program. */
const EXCEPTIONS: readonly string[] = ['server/src/cli/run.ts -> server/src/lsp/node.ts'];

const LONGEST_FILE = 400;

const sources = ['client/src', 'server/src'].flatMap(typeScriptIn);
const everything = [...sources, ...['scripts', 'test'].flatMap(typeScriptIn)];

describe('imports go one way', () => {
  for (const [part, allowed] of Object.entries(MAY_IMPORT)) {
    it(`${part} imports only what it may`, () => {
      const files = sources.filter((path) => path.startsWith(part));
      const wrong = files.flatMap((path) =>
        importsOf(path)
          .filter((target) => ![part, ...allowed].some((each) => covers(each, target)))
          .map((target) => `${path} -> ${target}`),
      );
      expect(wrong.filter((line) => !EXCEPTIONS.includes(line))).toEqual([]);
    });
  }

  it('every source file belongs to a part', () => {
    const isKnown = (path: string) => Object.keys(MAY_IMPORT).some((part) => path.startsWith(part));
    expect(sources.filter((path) => !isKnown(path))).toEqual([]);
  });
});

describe('the engine is pure', () => {
  const engine = sources.filter((path) => path.startsWith('server/src/engine/'));

  // console, process and timers are unknown to its compiler: server/src/engine/tsconfig.json.
  it('knows no clock and no chance', () => {
    const impure = /\bnew Date\b|\bDate\.|\bperformance\.|\bMath\.random\b/;
    expect(engine.filter((path) => impure.test(read(path)))).toEqual([]);
  });

  it('loads no module while it runs', () => {
    expect(engine.filter((path) => /\bimport\(|\brequire\(/.test(read(path)))).toEqual([]);
  });
});

describe('every rule is complete', () => {
  const inIndex = [...read('server/src/engine/rules/index.ts').matchAll(/from '\.\/(.*)\.ts'/g)].map(([, id]) => id);

  for (const { id } of RULES) {
    it(`${id} has a file of its name, fixtures and a page`, () => {
      expect(inIndex).toContain(id);
      expect(isThere(`test/rules/${id}`) && readdirSync(new URL(`test/rules/${id}`, ROOT))).not.toEqual([]);
      expect(isThere(`docs/rules/${id}.md`), 'run `npm run generate`').toBe(true);
    });
  }

  it('no folder of fixtures is without its rule', () => {
    const folders = readdirSync(new URL('test/rules', ROOT), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const ids = RULES.map((rule) => rule.id);
    expect(folders.map(({ name }) => name).filter((name) => !ids.includes(name))).toEqual([]);
  });
});

describe('files are small and well named', () => {
  it(`no file is longer than ${LONGEST_FILE} lines: look for the second idea inside`, () => {
    const lengths = everything.map((path) => ({ path, lines: read(path).split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > LONGEST_FILE)).toEqual([]);
  });

  it('names are in kebab-case, and none is a util, helper, manager or service', () => {
    const isGood = (path: string) =>
      path.split('/').every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|d))?(\.ts)?$/.test(part));
    const isVague = (path: string) => /(^|[/-])(utils?|helpers?|managers?|services?)([/.-]|$)/.test(path);
    expect(everything.filter((path) => !isGood(path) || isVague(path))).toEqual([]);
  });

  it('every source file says at its head what it is', () => {
    expect(sources.filter((path) => !/^\/\*\*|^\/\/ /.test(read(path)))).toEqual([]);
  });
});

/** Files of the repository by path from its root, and packages by name, that `path` imports in whatever way. */
function importsOf(path: string): readonly string[] {
  const pattern = /^(?:import|export|\})[^'"\n]*\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...read(path).matchAll(pattern)].map(([, from, bare, dynamic]) => {
    const specifier = from ?? bare ?? dynamic ?? '';
    return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
  });
}

/** `server/src/engine/` covers what is below it; `node` covers Node's modules; else only the thing itself. */
function covers(allowed: string, target: string): boolean {
  if (allowed === 'node') return builtinModules.includes(target.replace(/^node:/, ''));
  return allowed.endsWith('/') ? target.startsWith(allowed) : target === allowed;
}

function typeScriptIn(folder: string): string[] {
  const names = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.includes('/node_modules/'))
    .sort();
}

function isThere(path: string): boolean {
  return existsSync(new URL(path, ROOT));
}

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}
