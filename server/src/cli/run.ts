/** Runs the command line: arguments and streams in, exit code out. Never throws, never ends the process. */
import { CommanderError } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { runCheck } from './check.ts';
import { lineOfFailure } from './complain.ts';
import { runExplain } from './explain.ts';
import { type Commands, programOf } from './options.ts';
import { paintFor } from './paint.ts';
import { runRule } from './rule.ts';
import type { ExitCode, Streams } from './streams.ts';

/** `argv` without the program's own name. */
export async function runCli(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const version = `offloop ${packageJson.version}`;
  const commands: Commands = {
    async check(paths, options) {
      exitCode = await runCheck(paths, options, streams);
    },
    async explain(place, options) {
      exitCode = await runExplain(place, options, streams);
    },
    rule(id, options) {
      exitCode = runRule(id, options.all ?? false, streams);
    },
    async server() {
      await import('../lsp/node.ts');
    },
    version() {
      streams.stdout.write(`${version}\n`);
    },
  };
  const program = programOf(commands, version);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
      outputError: (text, write) => write(oneLine(text)),
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const paint = paintFor(streams.stderr, 'auto');
    streams.stderr.write(lineOfFailure({ path: null, rule: null, message }, streams.cwd, paint));
    return 2;
  }
}

/** Commander puts its suggestion on a second line: "(Did you mean --select?)". */
function oneLine(text: string): string {
  return `${text.trim().replace(/\.?\n\(Did you mean (.*)\?\)$/, '; did you mean $1?')}\n`;
}
