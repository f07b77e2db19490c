/**
 * `subprocess.run(…)` and its like become `anyio.run_process` or `trio.run_process` in the modules of these libraries (run: anyio
 * 4.16, trio 0.35). What they give is a `subprocess.CompletedProcess` of bytes. Unsafe: a cancelled task kills the process, output is
 * decoded as UTF-8, and older versions of anyio give the process an empty standard input.
 */
import { endOf, is, type Node, pathTo, startOf } from '../../syntax/table.ts';
import { asyncLibraryOf } from '../async-library.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { heldLock } from '../safety/surroundings.ts';
import type { Site } from '../site.ts';
import { statementOn } from '../text/blocks.ts';
import { type Change, indentationAt, insertion, lineStartBefore, replacement } from '../text/edits.ts';
import { laidOut, widthOf } from '../text/layout.ts';
import { spellerFor } from '../text/speller.ts';
import { needsParentheses } from '../text/wrapped-call.ts';
import { handlerReadsOutput } from './exception-handlers.ts';
import { asOne } from './one-change.ts';
import { decoded, type ProcessCall, type Refused, readCall } from './process-call.ts';
import { interpolationAround } from './result-uses.ts';
import { argumentsFor } from './run-process-arguments.ts';
import { type Shape, shapeOf } from './shapes.ts';
import { type StartedProcess, startedAt } from './started.ts';
import { limitFor } from './time-limited.ts';
import { unusedImport } from './unused-import.ts';

export const runProcess: Fixer = (site) => {
  const started = startedAt(site);
  if (started === null || site.table.firstError !== null) return null;
  const library = asyncLibraryOf(site.module, site.program);
  if (library === 'asyncio' || library === null) return null;
  const refuse = (reason: string) => withheld(`It cannot be rewritten for ${library}: ${reason}.`);
  const noAwait = whyNoAwait(site);
  if (noAwait !== null) return withheld(noAwait);
  if (heldLock(site) !== null) return refuse('a lock is held here');
  const place = statementOn(site.table, site.path);
  if (place === null) return null;
  const call = readCall(site, started.by, started.call);
  if ('refused' in call) return refuse(call.refused);
  const uses = usesOf(site, call, started, place.statement);
  if ('refused' in uses) return refuse(uses.refused);
  const speller = spellerFor(site);
  const limit = call.timeout === null ? null : limitFor(site, library, call, place);
  if (limit !== null && 'refused' in limit) return refuse(limit.refused);
  const args = argumentsFor(library, limit === null ? call : withCommand(call, limit.command), (name) => {
    return speller.spell('subprocess', name);
  });
  if ('refused' in args) return refuse(args.refused);
  const opening = `await ${speller.spell(library, 'run_process')}(`;
  const written = { opening, items: args.items, columns: limit?.columns ?? 0 };
  const awaited = changesFor(site, call, started, uses, written);
  const changes = limit === null ? awaited : limit.put(awaited, speller);
  const lost = speller.lost();
  if (lost !== null) return refuse(`the name \`${lost}\` means something else here`);
  const change = asOne(site.table, changes);
  const imports = speller.imports();
  return offer(site, `Use ${library}.run_process`, 'unsafe', [
    change,
    ...imports,
    ...unusedImport(site, started.call, change, imports),
  ]);
};

/** `call` with its command under a name. */
function withCommand(call: ProcessCall, name: string): ProcessCall {
  const { kind } = call.command;
  return { ...call, command: { kind: kind === 'literal' ? 'sequence' : kind, text: name } };
}

/** What is read of the result and has to change for it. */
function usesOf(site: Site, call: ProcessCall, started: StartedProcess, statement: Node): Shape['uses'] | Refused {
  const isTextInErrors = call.decoding !== null && call.checks;
  if ((isTextInErrors || call.timeout !== null) && handlerReadsOutput(site))
    return { refused: 'an `except` reads the output, which would be bytes there' };
  // The result is of the same class.
  if (started.by === 'subprocess.run' && call.decoding === null) return [];
  const shape = shapeOf(site, started, statement);
  if ('refused' in shape) return shape;
  const isTwice = shape.uses.some(({ parts }) => parts.length > 1);
  // Quotes could not stand in an f-string of the same quotes before Python 3.12.
  const isQuoted =
    call.decoding?.length !== 0 && shape.uses.some(({ node }) => interpolationAround(site.table, node) !== null);
  if (call.decoding !== null && isQuoted) return { refused: 'its output is read in an f-string' };
  return isTwice ? { refused: 'its result is used in two ways at once' } : shape.uses;
}

interface Written {
  /** What stands before the arguments. */
  readonly opening: string;
  readonly items: readonly string[];
  /** How many columns deeper it will stand. */
  readonly columns: number;
}

function changesFor(
  site: Site,
  call: ProcessCall,
  { by, value }: StartedProcess,
  uses: Shape['uses'],
  written: Written,
): readonly Change[] {
  if (by !== 'subprocess.run') {
    const [use] = uses;
    const read = use?.write({
      stdout: decoded('.stdout', call),
      stderr: decoded('.stderr', call),
      returncode: '.returncode',
    });
    return [awaitedCall(site, value, written, read ?? '')];
  }
  const decodings = uses.flatMap(({ node, parts }) => {
    return parts.join() === 'returncode' ? [] : [insertion(endOf(site.table, node), decoded('', call))];
  });
  return [awaitedCall(site, value, written, ''), ...decodings];
}

/** The call awaited in place of `value`, and `behind` it what reads its result. */
function awaitedCall(
  { table, file, settings }: Site,
  value: Node,
  { opening, items, columns }: Written,
  behind: string,
): Change {
  const path = pathTo(table, value);
  const isOperand = behind !== '' || needsParentheses(table, path);
  const [start, end] = [startOf(table, value), endOf(table, value)];
  const before = table.text.slice(lineStartBefore(file.lineStarts, start), start);
  const rest = /^[^\r\n]*?(?=\s*(?:#|[\r\n]|$))/.exec(table.text.slice(end))?.[0] ?? '';
  const indentation = indentationAt(file.lineStarts, start, table.text);
  const isInString = path.some((node) => is(table, node, 'string'));
  const laid = laidOut({
    head: `${before.slice(indentation.length)}${isOperand ? '(' : ''}${opening}`,
    items,
    tail: `)${isOperand ? ')' : ''}${behind}${rest}`,
    indentation,
    unit: indentation.includes('\t') ? '\t' : '    ',
    // Text in quotes could not be broken before Python 3.12.
    width: isInString ? Number.POSITIVE_INFINITY : widthOf(table, settings) - columns,
  });
  return replacement(start, end, laid.slice(before.length - indentation.length, laid.length - rest.length));
}
