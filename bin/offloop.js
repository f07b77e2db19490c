#!/usr/bin/env node
// The `offloop` command. All it does is start the built CLI, or say how to build it.
import { existsSync } from 'node:fs';

const cli = new URL('../dist/cli.js', import.meta.url);
if (existsSync(cli)) {
  await import(cli.href);
} else {
  process.stderr.write('offloop: dist/cli.js is missing; run `npm run build` first\n');
  process.exitCode = 2;
}
