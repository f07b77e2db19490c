/**
 * Writes what is generated from the code: the rules' pages and tables, the configuration's page and schema.
 *
 *     npm run generate                 writes the files that are stale
 *     npm run generate -- --check      names them, and writes nothing
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles, staleFiles } from './generated/files.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const stale = await staleFiles(root);

if (process.argv[2] === '--check') {
  for (const path of stale) console.error(`${path} is stale; run \`npm run generate\``);
  if (stale.length > 0) process.exitCode = 1;
} else {
  const files = await generatedFiles(root);
  for (const path of stale) {
    const text = files.get(path);
    if (text === undefined) {
      rmSync(`${root}/${path}`);
    } else {
      mkdirSync(dirname(`${root}/${path}`), { recursive: true });
      writeFileSync(`${root}/${path}`, text);
    }
    console.log(`${text === undefined ? 'removed' : 'wrote'} ${path}`);
  }
}
