/**
 * A call of subprocess or os as what it asks for: the command, the streams, what happens to its output, what raises. Or why another
 * library's processes cannot do the same (measured: CPython 3.11 and 3.14, uvloop 0.22).
 */
import { childIn, childrenOf, is, type Node, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { hasComment } from '../text/edits.ts';
import type { ProcessFunction } from './started.ts';
import { type Stream, streamAt } from './streams.ts';
import { isBytes, isNumber, isPlainName, isSequence, isText, literalBoolean } from './values.ts';

/** What is run, as text. */
type Command =
  | { readonly kind: 'literal'; readonly text: string; readonly items: readonly string[] }
  | { readonly kind: 'sequence' | 'program' | 'shell'; readonly text: string };

export interface ProcessCall {
  readonly command: Command;
  readonly stdin: Stream;
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** An expression that gives bytes for the standard input. */
  readonly input: string | null;
  /** `cwd=path`, as written. */
  readonly options: ReadonlyMap<string, string>;
  /** What stands in `.decode(…)` where output is text; null where it is bytes. */
  readonly decoding: string | null;
  readonly checks: boolean;
  /** Seconds, as written. */
  readonly timeout: string | null;
  /** It certainly is not None. */
  readonly isTimeoutNumber: boolean;
}

export type Refused = { readonly refused: string };

/** What a function does besides what its arguments say. */
interface Defaults {
  readonly isShell?: boolean;
  readonly isText?: boolean;
  readonly checks?: boolean;
  readonly captures?: boolean;
  readonly joins?: boolean;
  /** The names of its first parameters. */
  readonly parameters: readonly string[];
}

const DEFAULTS: Readonly<Record<ProcessFunction | 'subprocess.Popen', Defaults>> = {
  'subprocess.run': { parameters: ['args'] },
  'subprocess.Popen': { parameters: ['args'] },
  'subprocess.call': { parameters: ['args'] },
  'subprocess.check_call': { parameters: ['args'], checks: true },
  'subprocess.check_output': { parameters: ['args'], checks: true, captures: true },
  'subprocess.getoutput': { parameters: ['cmd'], isShell: true, isText: true, captures: true, joins: true },
  'subprocess.getstatusoutput': { parameters: ['cmd'], isShell: true, isText: true, captures: true, joins: true },
  'os.system': { parameters: ['command'], isShell: true },
  'os.popen': { parameters: ['cmd'], isShell: true, isText: true, captures: true },
};

/** What asyncio, uvloop and trio hand on to `subprocess.Popen`. */
const OPTIONS = new Set([
  'close_fds',
  'creationflags',
  'cwd',
  'env',
  'executable',
  'pass_fds',
  'restore_signals',
  'start_new_session',
  'startupinfo',
]);

type Arguments = ReadonlyMap<string, Node>;

/** What `call`, of the function `by`, asks for. */
export function readCall(site: Site, by: ProcessFunction | 'subprocess.Popen', call: Node): ProcessCall | Refused {
  const { table } = site;
  const defaults = DEFAULTS[by];
  if (hasComment(table, table.starts[call] ?? 0, table.ends[call] ?? 0))
    return { refused: 'a comment stands in the call' };
  const args = namedArguments(site, call, defaults.parameters);
  if ('refused' in args) return args;
  const isShell = booleanOf(site, args, 'shell', defaults.isShell ?? false);
  const checks = booleanOf(site, args, 'check', defaults.checks ?? false);
  const captures = booleanOf(site, args, 'capture_output', false);
  const text = textOptions(site, args, defaults.isText ?? false);
  if (isShell === undefined) return { refused: 'whether `shell` is true is not known' };
  if (checks === undefined) return { refused: 'whether `check` is true is not known' };
  if (captures === undefined) return { refused: 'whether `capture_output` is true is not known' };
  if ('refused' in text) return text;
  const command = commandOf(site, args.get(defaults.parameters[0] ?? '') ?? -1, isShell);
  const input = inputOf(site, args, text.arguments);
  const timeout = timeoutAt(site, args.get('timeout'));
  if ('refused' in command) return command;
  if ('refused' in input) return input;
  if ('refused' in timeout) return timeout;
  const pipe: Stream = { kind: 'pipe', text: null };
  const isCaptured = captures || (defaults.captures ?? false);
  const streams = {
    stdin: input.text !== null ? pipe : streamAt(site, args.get('stdin')),
    stdout: isCaptured ? pipe : streamAt(site, args.get('stdout')),
    stderr: captures
      ? pipe
      : defaults.joins
        ? ({ kind: 'stdout', text: null } as const)
        : streamAt(site, args.get('stderr')),
  };
  for (const [name, stream] of Object.entries(streams)) {
    if (stream.kind === 'unknown') return { refused: `where \`${name}\` goes is not known` };
  }
  return {
    command,
    ...streams,
    // Nobody would close the pipe: `communicate()` does, once it has something to write (before Python 3.12).
    input: input.text ?? (streams.stdin.kind === 'pipe' ? 'b""' : null),
    options: new Map([...args].flatMap(([name, node]) => (OPTIONS.has(name) ? [[name, textOf(table, node)]] : []))),
    decoding: text.arguments,
    checks,
    ...timeout,
  };
}

/** The arguments by name. */
function namedArguments(site: Site, call: Node, parameters: readonly string[]): Arguments | Refused {
  const { table } = site;
  const found = new Map<string, Node>();
  const list = childIn(table, call, 'arguments');
  if (!is(table, list, 'argument_list')) return { refused: 'its command is a generator' };
  for (const [index, child] of childrenOf(table, list).entries()) {
    if (is(table, child, 'list_splat') || is(table, child, 'dictionary_splat'))
      return { refused: 'what `*` and `**` pass on is not known' };
    const isNamed = is(table, child, 'keyword_argument');
    const name = isNamed ? textOf(table, childIn(table, child, 'name')) : parameters[index];
    if (name === undefined) return { refused: 'it has more positional arguments than are known' };
    if (!parameters.includes(name) && !KNOWN.has(name) && !OPTIONS.has(name))
      return { refused: `there is no counterpart of \`${name}\`` };
    found.set(name, isNamed ? childIn(table, child, 'value') : child);
  }
  return found;
}

/** The arguments that are read here. */
const KNOWN = new Set([
  'capture_output',
  'check',
  'encoding',
  'errors',
  'input',
  'shell',
  'stderr',
  'stdin',
  'stdout',
  'text',
  'timeout',
  'universal_newlines',
]);

function booleanOf(site: Site, args: Arguments, name: string, otherwise: boolean): boolean | undefined {
  const node = args.get(name);
  return node === undefined ? otherwise : literalBoolean(site, node);
}

/** What stands between the parentheses of `.decode()`; null for bytes. */
function textOptions(site: Site, args: Arguments, isAlways: boolean): { readonly arguments: string | null } | Refused {
  const { table } = site;
  const flags = ['text', 'universal_newlines'].map((name) => booleanOf(site, args, name, false));
  if (flags.includes(undefined)) return { refused: 'whether its output is text is not known' };
  const given = ['encoding', 'errors'].flatMap((name) => {
    const node = args.get(name);
    return node === undefined || is(table, node, 'none') ? [] : [{ name, node }];
  });
  // `"locale"` is no codec: `io.TextIOWrapper` alone knows it.
  const isPlain = given.every(({ node }) => is(table, node, 'string') && textOf(table, node).slice(1, -1) !== 'locale');
  if (!isPlain) return { refused: 'how its output is decoded is not known' };
  if (!isAlways && !flags.includes(true) && given.length === 0) return { arguments: null };
  const written = given.map(({ name, node }, index) => {
    const isFirst = name === 'encoding' && index === 0;
    return isFirst ? textOf(table, node) : `${name}=${textOf(table, node)}`;
  });
  // What `decode` takes anyway.
  const isUsual = /^["']utf-?8["']$/i.test(written.join());
  return { arguments: isUsual ? '' : written.join(', ') };
}

function commandOf(site: Site, node: Node, isShell: boolean): Command | Refused {
  const { table } = site;
  if (node < 0) return { refused: 'its command is not given plainly' };
  const text = textOf(table, node);
  if (isShell) {
    return isText(site, node) ? { kind: 'shell', text } : { refused: 'whether its command is a string is not known' };
  }
  if (is(table, node, 'list') || is(table, node, 'tuple')) {
    const items = childrenOf(table, node).map((child) => textOf(table, child));
    return items.length > 0 ? { kind: 'literal', text, items } : { refused: 'its command is empty' };
  }
  if (isSequence(site, node)) return { kind: 'sequence', text };
  if (is(table, node, 'string') && !/\s/.test(text)) return { kind: 'program', text };
  return { refused: 'whether its command is a list is not known' };
}

function inputOf(site: Site, args: Arguments, decoding: string | null): { readonly text: string | null } | Refused {
  const node = args.get('input');
  if (node === undefined) return { text: null };
  const text = inputText(site, node, decoding);
  return text === null || typeof text === 'string' ? { text } : text;
}

/**
 * The bytes to write for the value of `input` at `node`; null for None, which is certain: asyncio and trio take bytes, and wait
 * forever where a None was to be piped.
 */
export function inputText(site: Site, node: Node, decoding: string | null): string | null | Refused {
  const { table } = site;
  if (is(table, node, 'none')) return null;
  const text = textOf(table, node);
  if (decoding === null) return isBytes(site, node) ? text : { refused: 'whether `input` is bytes is not known' };
  if (!isText(site, node)) return { refused: 'whether `input` is a string is not known' };
  // Bytes take ASCII only.
  if (is(table, node, 'string') && /^["'][\x20-\x7e\n]*$/.test(text) && decoding === '') return `b${text}`;
  const isOperand = is(table, node, 'binary_operator') || is(table, node, 'concatenated_string');
  return `${isOperand ? `(${text})` : text}.encode(${decoding})`;
}

function timeoutAt(site: Site, node: Node | undefined): Pick<ProcessCall, 'timeout' | 'isTimeoutNumber'> | Refused {
  const { table } = site;
  if (node === undefined || is(table, node, 'none')) return { timeout: null, isTimeoutNumber: true };
  const text = textOf(table, node);
  const isSimple = is(table, node, 'integer') || is(table, node, 'float') || isPlainName(text);
  if (!isSimple) return { refused: '`timeout` would be worked out twice' };
  return { timeout: text, isTimeoutNumber: isNumber(site, node) };
}

/** `value` as the function called would give it: decoded where that is text. */
export function decoded(value: string, { decoding }: ProcessCall): string {
  return decoding === null ? value : `${value}.decode(${decoding})`;
}

/**
 * Whether asyncio would wait on after the process was killed: until Python 3.13, `wait()` waits for the pipes as well (gh-119710),
 * which what a shell has started holds open.
 */
export function isStuckWhenKilled({ settings }: Site, { command, stdout, stderr }: ProcessCall): boolean {
  const isPiped = [stdout, stderr].some(({ kind }) => kind === 'pipe');
  return isPiped && command.kind === 'shell' && settings.target.minor < 13;
}

export const STUCK = 'before Python 3.13, killing a shell does not end the wait for what it has started';
