/** The arguments of `anyio.run_process` and `trio.run_process` for what subprocess was asked. */
import type { ProcessCall, Refused } from './process-call.ts';
import { type Stream, streamArgument } from './streams.ts';

export type Library = 'anyio' | 'trio';

type Speller = (constant: string) => string;

export function argumentsFor(
  library: Library,
  call: ProcessCall,
  spell: Speller,
): { readonly items: readonly string[] } | Refused {
  return library === 'anyio' ? argumentsOfAnyio(call, spell) : argumentsOfTrio(call, spell);
}

/** Every version of anyio takes these. */
const ANYIO_OPTIONS = new Set(['cwd', 'env', 'start_new_session']);

/** anyio captures and checks unless it is told not to, and takes a string for the shell's. */
function argumentsOfAnyio(call: ProcessCall, spell: Speller): { readonly items: readonly string[] } | Refused {
  const { command, input, stdin, stdout, stderr, options, checks } = call;
  const unknown = [...options.keys()].find((name) => !ANYIO_OPTIONS.has(name));
  if (unknown !== undefined) return { refused: `not every version of anyio takes \`${unknown}\`` };
  if (stdin.kind !== 'inherited' && input === null) return { refused: 'not every version of anyio takes `stdin`' };
  if (input !== null && /^b?(?:""|'')$/.test(input)) return { refused: 'anyio gives no empty standard input' };
  const stream = (name: string, given: Stream) => {
    return given.kind === 'pipe' ? [] : [streamArgument(name, given, spell) ?? `${name}=None`];
  };
  return {
    items: [
      command.kind === 'program' ? `[${command.text}]` : command.text,
      ...(input === null ? [] : [`input=${input}`]),
      ...stream('stdout', stdout),
      ...stream('stderr', stderr),
      ...(checks ? [] : ['check=False']),
      ...[...options].map(([name, text]) => `${name}=${text}`),
    ],
  };
}

/** trio checks unless it is told not to, and gives an empty standard input. */
function argumentsOfTrio(call: ProcessCall, spell: Speller): { readonly items: readonly string[] } {
  const { command, input, stdin, stdout, stderr, options, checks } = call;
  const stream = (name: string, given: Stream) => {
    const argument = given.kind === 'pipe' ? `capture_${name}=True` : streamArgument(name, given, spell);
    return argument === null ? [] : [argument];
  };
  return {
    items: [
      command.kind === 'program' ? `[${command.text}]` : command.text,
      ...(command.kind === 'shell' ? ['shell=True'] : []),
      input === null ? (streamArgument('stdin', stdin, spell) ?? 'stdin=None') : `stdin=${input}`,
      ...stream('stdout', stdout),
      ...stream('stderr', stderr),
      ...(checks ? [] : ['check=False']),
      ...[...options].map(([name, text]) => `${name}=${text}`),
    ],
  };
}
