/**
 * The statements that run a process to its end with asyncio, as subprocess runs it: start it, wait for it and for its output, kill it
 * when its time is up, raise where it failed.
 */
import { startOf } from '../../syntax/table.ts';
import { functionAround, type Site } from '../site.ts';
import { type BlockPlace, indentationUnit } from '../text/blocks.ts';
import { indentationAt } from '../text/edits.ts';
import { freshName } from '../text/fresh-names.ts';
import { laidOut, widthOf } from '../text/layout.ts';
import type { Speller } from '../text/speller.ts';
import { decoded, type ProcessCall } from './process-call.ts';
import type { ResultPart } from './result-uses.ts';
import { streamArgument } from './streams.ts';
import { isPlainName } from './values.ts';

/** What the text around wants of the finished process. */
export interface Wanted {
  /** How often each part is read. */
  readonly counts: Readonly<Record<ResultPart, number>>;
  /** Some part is read in an f-string, where not everything can be written before Python 3.12. */
  readonly isInterpolated: boolean;
  /** The exit code may be awaited where it is read. */
  readonly isAwaitable: boolean;
}

export interface Style {
  readonly indentation: string;
  readonly unit: string;
}

/** As the block at `place` is written. */
export function styleAt({ table, file, path }: Site, { block, statement }: BlockPlace): Style {
  return {
    indentation: indentationAt(file.lineStarts, startOf(table, statement), table.text),
    unit: indentationUnit(file, path, block),
  };
}

export interface WrittenProcess {
  /** The statement that starts the process, and what comes before it. Its first line is not indented. */
  readonly start: string;
  /** The statements behind it. */
  readonly rest: readonly string[];
  /** What stands for each part of the result behind them. */
  readonly parts: Readonly<Record<ResultPart, string>>;
}

/** What is captured of a stream. */
interface Output {
  readonly isRead: boolean;
  /** The name that gets the bytes. */
  readonly bytes: string;
  /** The name that gets the text; null where the bytes are decoded where they are read. */
  readonly bound: string | null;
  /** What stands for it behind all statements. */
  readonly text: string;
}

export function writeProcess(
  site: Site,
  call: ProcessCall,
  wanted: Wanted,
  speller: Speller,
  style: Style,
): WrittenProcess {
  const name = (...names: readonly string[]) => freshName(site.table, functionAround(site), names);
  const line = lineWriter(site, style);
  const process = name('process', 'proc', 'child');
  const isNamed = (call.checks || call.timeout !== null) && !isPlainName(call.command.text);
  const command = isNamed ? name('command', 'cmd', 'args') : call.command.text;
  const output = outputOf(call, 'stdout', [name('stdout', 'out', 'raw_output'), name('output', 'text')], wanted);
  const errors = outputOf(call, 'stderr', [name('stderr', 'err', 'raw_errors'), name('errors', 'error_text')], wanted);
  const binding = isNamed ? `${boundCommand(call, command, line)}\n${style.indentation}` : '';
  const [head, items] = creation(call, isNamed ? command : null, speller);
  const start = `${binding}${line(0, `${process} = await ${head}(`, items, ')')}`;
  const isOneWait = !hasPipe(call) && call.timeout === null && !call.checks;
  if (wanted.isAwaitable && isOneWait && wanted.counts.returncode === 1) {
    return { start, rest: [], parts: { stdout: '', stderr: '', returncode: `await ${process}.wait()` } };
  }
  return {
    start,
    rest: [
      ...waiting(
        site,
        call,
        { process, command, targets: targetsOf(output, errors, name('_', '_rest')) },
        speller,
        line,
      ),
      ...[output, errors].flatMap(({ bound, bytes }) => (bound === null ? [] : `${bound} = ${decoded(bytes, call)}`)),
      ...checking(call, { process, command, output, errors }, speller, line),
    ],
    parts: { stdout: output.text, stderr: errors.text, returncode: `${process}.returncode` },
  };
}

export type LineWriter = (depth: number, head: string, items: readonly string[], tail: string) => string;

/** Writes a call as a statement, `depth` levels deep, over several lines where it must. Its first line is not indented below that depth. */
export function lineWriter(site: Site, { indentation, unit }: Style): LineWriter {
  const width = widthOf(site.table, site.settings);
  return (depth, head, items, tail) => {
    const inner = unit.repeat(depth);
    return `${inner}${laidOut({ head, items, tail, indentation: `${indentation}${inner}`, unit, width })}`;
  };
}

function outputOf(
  call: ProcessCall,
  part: 'stdout' | 'stderr',
  [bytes, text]: readonly [string, string],
  { counts, isInterpolated }: Wanted,
): Output {
  const uses = call[part].kind === 'pipe' ? counts[part] + (call.checks ? 1 : 0) : 0;
  const isBound = call.decoding !== null && uses > 0 && (uses > 1 || (isInterpolated && call.decoding !== ''));
  return {
    isRead: uses > 0,
    bytes,
    bound: isBound ? text : null,
    text: isBound ? text : decoded(bytes, call),
  };
}

/** `stdout, _`: what the result of `communicate()` is unpacked into; null where nothing of it is read. */
function targetsOf(output: Output, errors: Output, unread: string): string | null {
  if (!output.isRead && !errors.isRead) return null;
  return [output, errors].map(({ isRead, bytes }) => (isRead ? bytes : unread)).join(', ');
}

/** The function that starts the process, and its arguments. `command` is a name that holds the command. */
export function creation(call: ProcessCall, command: string | null, speller: Speller): [string, readonly string[]] {
  const isShell = call.command.kind === 'shell';
  const spell = (constant: string) => speller.spell('asyncio', `subprocess.${constant}`);
  const streams = (['stdin', 'stdout', 'stderr'] as const).flatMap((name) => {
    return streamArgument(name, call[name], spell) ?? [];
  });
  const options = [...call.options].map(([name, text]) => `${name}=${text}`);
  const head = speller.spell('asyncio', isShell ? 'create_subprocess_shell' : 'create_subprocess_exec');
  return [head, [...commandItems(call, command), ...streams, ...options]];
}

/** `command = ["git", "status"]`. */
export function boundCommand({ command }: ProcessCall, name: string, line: LineWriter): string {
  const isList = command.kind === 'literal' && command.text.startsWith('[');
  return isList ? line(0, `${name} = [`, command.items, ']') : `${name} = ${command.text}`;
}

function commandItems({ command }: ProcessCall, name: string | null): readonly string[] {
  switch (command.kind) {
    case 'literal':
      return name === null ? command.items : [`*${name}`];
    case 'sequence': {
      const text = name ?? command.text;
      return [isPlainName(text) || /^[\w.]+\(.*\)$/s.test(text) ? `*${text}` : `*(${text})`];
    }
    case 'program':
    case 'shell':
      return [name ?? command.text];
  }
}

function hasPipe({ stdin, stdout, stderr }: ProcessCall): boolean {
  return [stdin, stdout, stderr].some(({ kind }) => kind === 'pipe');
}

interface Waited {
  readonly process: string;
  readonly command: string;
  readonly targets: string | null;
}

function waiting(
  site: Site,
  call: ProcessCall,
  { process, command, targets }: Waited,
  speller: Speller,
  line: LineWriter,
): readonly string[] {
  const end = hasPipe(call) ? `${process}.communicate(${call.input ?? ''})` : `${process}.wait()`;
  const head = targets === null ? '' : `${targets} = `;
  if (call.timeout === null) return [`${head}await ${end}`];
  const expired = speller.spell('subprocess', 'TimeoutExpired');
  return [
    'try:',
    line(1, `${head}await ${speller.spell('asyncio', 'wait_for')}(`, [end, `timeout=${call.timeout}`], ')'),
    `except ${timeoutError(site, speller)}:`,
    line(1, `${process}.kill()`, [], ''),
    line(1, `await ${process}.wait()`, [], ''),
    line(1, `raise ${expired}(`, [command, call.timeout], ') from None'),
  ];
}

/** What `wait_for` raises: since Python 3.11 the built-in TimeoutError, and asyncio's is the same. */
export function timeoutError({ settings }: Site, speller: Speller): string {
  return settings.target.minor >= 11 ? 'TimeoutError' : speller.spell('asyncio', 'TimeoutError');
}

interface Checked {
  readonly process: string;
  readonly command: string;
  readonly output: Output;
  readonly errors: Output;
}

function checking(
  { checks }: ProcessCall,
  { process, command, output, errors }: Checked,
  speller: Speller,
  line: LineWriter,
): readonly string[] {
  if (!checks) return [];
  const values = [
    `${process}.returncode`,
    command,
    ...(output.isRead ? [output.text] : []),
    ...(errors.isRead ? [output.isRead ? errors.text : `stderr=${errors.text}`] : []),
  ];
  const error = speller.spell('subprocess', 'CalledProcessError');
  return [`if ${process}.returncode != 0:`, line(1, `raise ${error}(`, values, ')')];
}
