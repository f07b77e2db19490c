// Builds dist/: one bundle for each program, the two .wasm files they load, and the knowledge base as one file.
// Everything a program needs is inside its bundle, so the package has no run-time dependencies.
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

// Bundled CommonJS libraries call `require` for Node's own modules; an ES module has none by itself.
const requireBanner =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const programs: readonly { entry: string; outfile: string; options: BuildOptions }[] = [
  {
    entry: 'client/src/node.ts',
    outfile: 'dist/client.cjs',
    options: { format: 'cjs', external: ['vscode'] },
  },
  {
    entry: 'server/src/lsp/node.ts',
    outfile: 'dist/server.js',
    options: { format: 'esm', banner: { js: requireBanner } },
  },
  {
    entry: 'server/src/cli/main.ts',
    outfile: 'dist/cli.js',
    options: { format: 'esm', banner: { js: requireBanner } },
  },
];

await mkdir('dist', { recursive: true });
await Promise.all([
  ...programs.map(bundle),
  copyFile('grammars/tree-sitter-python.wasm', 'dist/tree-sitter-python.wasm'),
  copyFile(fileURLToPath(import.meta.resolve('web-tree-sitter/web-tree-sitter.wasm')), 'dist/web-tree-sitter.wasm'),
  writeKnowledge(),
]);

async function bundle({ entry, outfile, options }: (typeof programs)[number]): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    logLevel: 'warning',
    ...options,
  });
}

/** dist/knowledge.json: the parsed library files in the order of their names. */
async function writeKnowledge(): Promise<void> {
  const names = await readdir('knowledge');
  const libraries = names.filter((name) => name.endsWith('.json') && name !== 'schema.json').sort();
  const parsed = await Promise.all(
    libraries.map(async (name): Promise<unknown> => JSON.parse(await readFile(`knowledge/${name}`, 'utf8'))),
  );
  await writeFile('dist/knowledge.json', JSON.stringify(parsed));
}
