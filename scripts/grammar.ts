// Keeps grammars/ what grammars/SOURCE.json says it is. The grammar's npm package builds native code on install,
// so its .wasm is committed and the package is no dependency.
//   npm run grammar               fetch the recorded version again
//   npm run grammar -- 0.25.0     move to that version
//   npm run grammar -- --check    compare the committed file with its recorded hash; no network
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Source {
  readonly package: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
}

process.chdir(fileURLToPath(new URL('../grammars', import.meta.url)));
const source: Source = JSON.parse(readFileSync('SOURCE.json', 'utf8'));

const [argument] = process.argv.slice(2);
if (argument === '--check') check();
else refresh(argument ?? source.version);

function check(): void {
  if (hashOf(source.file) === source.sha256) return;
  console.error(
    `grammars/${source.file} is not the file of ${source.package}@${source.version}; run \`npm run grammar\``,
  );
  process.exitCode = 1;
}

function refresh(version: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'offloop-grammar-'));
  try {
    const [tarball] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', folder, `${source.package}@${version}`], {
        encoding: 'utf8',
        shell: process.platform === 'win32',
      }),
    );
    execFileSync('tar', ['-xzf', tarball.filename, `package/${source.file}`], { cwd: folder });
    copyFileSync(join(folder, 'package', source.file), source.file);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const next: Source = { ...source, version, sha256: hashOf(source.file) };
  writeFileSync('SOURCE.json', `${JSON.stringify(next, null, 2)}\n`);
  console.log(`grammars/${source.file}: ${source.package}@${version}, sha256 ${next.sha256}`);
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
