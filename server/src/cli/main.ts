/** The `offloop` command: runs the command line on this process. */
import { withSlashes } from '../workspace/paths.ts';
import { runCli } from './run.ts';

// `offloop check | head` closes our output early: what is left to say is then of no interest to anyone.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const { stdin, stdout, stderr } = process;
const exitCode = await runCli(process.argv.slice(2), { stdin, stdout, stderr, cwd: withSlashes(process.cwd()) });
// Not `process.exit`: what was written may still be on its way, and a language server goes on.
process.exitCode = exitCode;
