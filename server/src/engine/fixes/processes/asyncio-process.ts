/**
 * `subprocess.run(…)` and its like become a process of asyncio, where the result is not used, or its parts are read by name. Unsafe:
 * a cancelled task leaves the process behind, output is decoded as UTF-8, and on Windows the loop must be the default one.
 */
import { endOf, pathTo, type SyntaxTable, startOf } from '../../syntax/table.ts';
import { asyncLibraryOf } from '../async-library.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { comesFirst } from '../safety/evaluation-order.ts';
import { heldLock } from '../safety/surroundings.ts';
import type { Site } from '../site.ts';
import { type BlockPlace, ownLines, statementOn } from '../text/blocks.ts';
import { type Change, insertion, replacement } from '../text/edits.ts';
import { spellerFor } from '../text/speller.ts';
import { needsParentheses } from '../text/wrapped-call.ts';
import { type Style, styleAt, type Wanted, type WrittenProcess, writeProcess } from './asyncio-lines.ts';
import { handlerReadsOutput } from './exception-handlers.ts';
import { asOne } from './one-change.ts';
import { isStuckWhenKilled, type ProcessCall, readCall, STUCK } from './process-call.ts';
import { interpolationAround, type ResultPart } from './result-uses.ts';
import { type Shape, shapeOf } from './shapes.ts';
import { type StartedProcess, startedAt } from './started.ts';
import { unusedImport } from './unused-import.ts';

export const asyncioProcess: Fixer = (site) => {
  const started = startedAt(site);
  if (started === null || site.table.firstError !== null) return null;
  if (asyncLibraryOf(site.module, site.program) !== 'asyncio') return null;
  const refuse = (reason: string) => withheld(`It cannot be rewritten for asyncio: ${reason}.`);
  const noAwait = whyNoAwait(site);
  if (noAwait !== null) return withheld(noAwait);
  if (heldLock(site) !== null) return refuse('a lock is held here');
  const place = statementOn(site.table, site.path);
  if (place === null) return null;
  const call = readCall(site, started.by, started.call);
  if ('refused' in call) return refuse(call.refused);
  const shape = shapeOf(site, started, place.statement);
  if ('refused' in shape) return refuse(shape.refused);
  const reason = whyNot(site, call, shape) ?? whyNotBefore(site, started, shape, place);
  if (reason !== null) return refuse(reason);
  const speller = spellerFor(site);
  const style = styleAt(site, place);
  const written = writeProcess(site, call, wantedOf(site, shape), speller, style);
  const write = shape.isWhole ? inPlace : before;
  const change = asOne(site.table, write(site, place, shape, written, style));
  const lost = speller.lost();
  if (lost !== null) return refuse(`the name \`${lost}\` means something else here`);
  const title = `Use asyncio.create_subprocess_${call.command.kind === 'shell' ? 'shell' : 'exec'}`;
  const imports = speller.imports();
  return offer(site, title, 'unsafe', [change, ...imports, ...unusedImport(site, started.call, change, imports)]);
};

/** Why statements cannot stand before the one that holds the call. */
function whyNotBefore(
  { table, file }: Site,
  { value }: StartedProcess,
  { isWhole }: Shape,
  { statement }: BlockPlace,
): string | null {
  if (!ownLines(file, statement, statement)) return 'it shares its line with other statements';
  const path = pathTo(table, value);
  if (isWhole || comesFirst(table, path.slice(path.indexOf(statement)))) return null;
  return 'something else is evaluated before it, or decides whether it is evaluated';
}

function whyNot(site: Site, call: ProcessCall, shape: Shape): string | null {
  const { table } = site;
  for (const part of ['stdout', 'stderr'] as const) {
    const isRead = shape.uses.some(({ parts }) => parts.includes(part));
    if (isRead && call[part].kind !== 'pipe') return `\`.${part}\` is read and not captured`;
  }
  if (shape.uses.some(({ node }) => /=\s*(?:![rsa])?(?::[^{}]*)?\}$/.test(interpolationAround(table, node) ?? '')))
    return 'an f-string shows the text of the expression';
  if (call.timeout === null) return null;
  if (handlerReadsOutput(site)) return 'an `except` reads what it had put out when its time was up';
  return isStuckWhenKilled(site, call) ? STUCK : null;
}

function wantedOf({ table }: Site, { isWhole, uses }: Shape): Wanted {
  const count = (part: ResultPart) => uses.filter(({ parts }) => parts.includes(part)).length;
  return {
    counts: { stdout: count('stdout'), stderr: count('stderr'), returncode: count('returncode') },
    isAwaitable: !isWhole,
    isInterpolated: uses.some(({ node }) => interpolationAround(table, node) !== null),
  };
}

/** The statement's place taken by those that run the process, and the places that read its result. */
function inPlace(
  { table }: Site,
  { statement }: BlockPlace,
  { uses }: Shape,
  { start, rest, parts }: WrittenProcess,
  { indentation }: Style,
): readonly Change[] {
  const end = endOf(table, statement);
  // A comment behind the statement is about starting the process.
  const comment = /^[ \t]*#[^\r\n]*/.exec(table.text.slice(end))?.[0] ?? '';
  const text = [`${start}${comment}`, ...rest].join(`\n${indentation}`);
  return [
    replacement(startOf(table, statement), end + comment.length, text),
    ...uses.map((use) => read(table, use, parts)),
  ];
}

/** The statements that run the process, and behind them the statement, which reads its result. */
function before(
  { table }: Site,
  { statement }: BlockPlace,
  { uses }: Shape,
  { start, rest, parts }: WrittenProcess,
  { indentation }: Style,
): readonly Change[] {
  const lines = [start, ...rest].map((line) => `${line}\n${indentation}`).join('');
  return [insertion(startOf(table, statement), lines), ...uses.map((use) => read(table, use, parts))];
}

function read(table: SyntaxTable, { node, write }: Shape['uses'][number], parts: WrittenProcess['parts']): Change {
  const text = write(parts);
  const isOperand = text.startsWith('await ') && needsParentheses(table, pathTo(table, node));
  return replacement(startOf(table, node), endOf(table, node), isOperand ? `(${text})` : text);
}
