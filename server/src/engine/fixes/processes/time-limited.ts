/** A statement that awaits a process, under a time limit of anyio or trio that ends as subprocess ends it. */
import { endOf, is, startOf, textOf } from '../../syntax/table.ts';
import { functionAround, type Site } from '../site.ts';
import { type BlockPlace, indentationUnit, ownLines, rendered } from '../text/blocks.ts';
import { type Change, indentationAt, replacement } from '../text/edits.ts';
import { freshName } from '../text/fresh-names.ts';
import type { Speller } from '../text/speller.ts';
import { boundCommand, lineWriter } from './asyncio-lines.ts';
import type { ProcessCall, Refused } from './process-call.ts';
import type { Library } from './run-process-arguments.ts';
import { isPlainName } from './values.ts';

/** What `fail_after` raises. */
const ERRORS: Readonly<Record<Library, readonly [string, string]>> = {
  anyio: ['', 'TimeoutError'],
  trio: ['trio', 'TooSlowError'],
};

/** A limit that a statement can be put under. */
export interface Limit {
  /** The name of the command, which the error tells. */
  readonly command: string;
  /** How many columns deeper the statement will stand. */
  readonly columns: number;
  /** The changes that put the statement, after `changes` of it and of what is behind it, under the limit. */
  readonly put: (changes: readonly Change[], speller: Speller) => readonly Change[];
}

/** The limit of `call`, which stands in the statement at `place`. */
export function limitFor(
  site: Site,
  library: Library,
  call: ProcessCall,
  { block, statement }: BlockPlace,
): Limit | Refused {
  const { table, file, path } = site;
  const isSimple = is(table, statement, 'expression_statement') || is(table, statement, 'return_statement');
  if (!isSimple || !ownLines(file, statement, statement) || /"""|'''/.test(textOf(table, statement)))
    return { refused: 'its time limit would hold for more than the call' };
  if (!call.isTimeoutNumber) return { refused: 'whether `timeout` is a number is not known' };
  const isNamed = !isPlainName(call.command.text);
  const command = isNamed ? freshName(table, functionAround(site), ['command', 'cmd', 'args']) : call.command.text;
  const unit = indentationUnit(file, path, block);
  const put = (changes: readonly Change[], speller: Speller) => {
    const [start, end] = [startOf(table, statement), endOf(table, statement)];
    const indentation = indentationAt(file.lineStarts, start, table.text);
    const comment = /^[ \t]*#[^\r\n]*/.exec(table.text.slice(end))?.[0] ?? '';
    const inside = changes.filter((change) => change.start >= start && change.end <= end);
    const body = rendered(table, start, end + comment.length, inside).replaceAll('\n', `\n${unit}${unit}`);
    const [module, error] = ERRORS[library];
    const lines = [
      ...(isNamed ? [boundCommand(call, command, lineWriter(site, { indentation, unit }))] : []),
      'try:',
      `${unit}with ${speller.spell(library, 'fail_after')}(${call.timeout}):`,
      `${unit}${unit}${body}`,
      `except ${module === '' ? error : speller.spell(module, error)}:`,
      `${unit}raise ${speller.spell('subprocess', 'TimeoutExpired')}(${command}, ${call.timeout}) from None`,
    ];
    const around = replacement(start, end + comment.length, lines.join(`\n${indentation}`));
    return [around, ...changes.filter((change) => !inside.includes(change))];
  };
  return { command, columns: 2 * unit.replaceAll('\t', '    ').length, put };
}
