/** What the command says of examples/, for the README: some of its findings, word for word, and its last line. */
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCli } from '../../server/src/cli/run.ts';
import { withSlashes } from '../../server/src/workspace/paths.ts';

const COMMAND = ['check', 'examples'];
/** The rules whose findings are shown; the others are cut. */
const SHOWN = ['blocking-file-io', 'blocking-sleep'];

/** A Markdown block. `root` is the repository, absolute. */
export async function exampleOutput(root: string): Promise<string> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const flags = ['--isolated', '--no-cache', '--color', 'never'];
  const exitCode = await runCli([...COMMAND, ...flags], {
    stdin: new PassThrough().end(),
    stdout,
    stderr,
    cwd: withSlashes(root),
  });
  stdout.end();
  stderr.end();
  if (exitCode !== 1) throw new Error(`offloop ${COMMAND.join(' ')} ended with ${exitCode}: ${await text(stderr)}`);
  const blocks = (await text(stdout)).trimEnd().split('\n\n');
  const shown = blocks.filter((block) => SHOWN.some((rule) => block.startsWith(`${rule} `)));
  const lines = [
    '```console',
    `$ npx offloop ${COMMAND.join(' ')}`,
    '…',
    '',
    shown.join('\n\n'),
    '',
    blocks.at(-1) ?? '',
    '```',
  ];
  return lines.join('\n');
}
