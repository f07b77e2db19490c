/** Builds the command, and keeps a copy that no later build changes while it is measured. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** The words that run the command, built from the sources as they are now and copied to `folder`. */
export function builtCli(folder: string): readonly string[] {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: REPOSITORY, stdio: 'inherit' });
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(REPOSITORY, 'dist'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  return [process.execPath, join(folder, 'cli.js')];
}
