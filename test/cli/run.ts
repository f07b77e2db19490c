/** Runs the command line in this process, as a script would see it. */
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCli } from '../../server/src/cli/run.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `offloop ...argv` in the folder `cwd`, without a cache. */
export async function run(cwd: string, argv: readonly string[], stdin: string | Uint8Array = ''): Promise<Ran> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const outputs = Promise.all([text(stdout), text(stderr)]);
  const noCache = argv[0] === 'check' ? ['--no-cache'] : [];
  const code = await runCli([...argv, ...noCache], { stdin: Readable.from([stdin]), stdout, stderr, cwd });
  stdout.end();
  stderr.end();
  const [out, err] = await outputs;
  return { code, stdout: out, stderr: err };
}
