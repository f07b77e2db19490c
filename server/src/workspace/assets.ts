/**
 * The engine's binaries and knowledge, read from disk: beside the bundle in dist/, or from the repository when run from source
 * (tests, scripts). The one place that knows where they lie.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { Library } from '../engine/knowledge/rows.ts';
import { createParser, type PythonParser } from '../engine/syntax/parser.ts';

/** What an Analyzer is made with, besides settings. One is enough for a process. */
export interface Assets {
  readonly parser: PythonParser;
  readonly libraries: readonly Library[];
}

/** Rejects if files of the installation are missing or damaged. */
export async function loadAssets(): Promise<Assets> {
  const isBundled = existsSync(BUNDLED_KNOWLEDGE);
  const [runtime, grammar, libraries] = await Promise.all([
    readFile(beside(isBundled, 'web-tree-sitter.wasm', 'node_modules/web-tree-sitter/web-tree-sitter.wasm')),
    readFile(beside(isBundled, 'tree-sitter-python.wasm', 'grammars/tree-sitter-python.wasm')),
    isBundled ? readJson<readonly Library[]>(BUNDLED_KNOWLEDGE) : readSourceLibraries(),
  ]);
  return { parser: await createParser({ runtime, grammar }), libraries };
}

/** Differs from that of any other build of Offloop; null when run from source, which is no build. */
export function buildIdentity(): string | null {
  if (!existsSync(BUNDLED_KNOWLEDGE)) return null;
  const hash = createHash('sha256').update(readFileSync(BUNDLED_KNOWLEDGE));
  return hash.update(readFileSync(new URL(import.meta.url))).digest('base64');
}

const BUNDLED_KNOWLEDGE = new URL('knowledge.json', import.meta.url);

function beside(isBundled: boolean, bundled: string, source: string): URL {
  return isBundled ? new URL(bundled, import.meta.url) : inRepository(source);
}

/** In the order of their names, as the build joins them. */
async function readSourceLibraries(): Promise<readonly Library[]> {
  const folder = inRepository('knowledge/');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'schema.json');
  return Promise.all(names.sort().map((name) => readJson<Library>(new URL(name, folder))));
}

function inRepository(path: string): URL {
  return new URL(`../../../${path}`, import.meta.url);
}

/** Our own data: its shape is tested when it is built, not each time it is read. */
async function readJson<T>(url: URL): Promise<T> {
  return JSON.parse(await readFile(url, 'utf8'));
}
