/** Writes the function into which code moves, and the call that runs it in a thread. */
import type { Span } from '../../summary/model.ts';
import {
  childIn,
  endOf,
  is,
  NO_NODE,
  type Node,
  pathTo,
  type SyntaxTable,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import type { Way } from '../calls/to-thread.ts';
import type { Site } from '../site.ts';
import { indentationUnit, indentLines, rendered } from '../text/blocks.ts';
import {
  type Change,
  type EditedFile,
  indentationAt,
  insertion,
  lineStartBefore,
  nextLineStart,
  replacement,
} from '../text/edits.ts';
import { laidOut, widthOf } from '../text/layout.ts';
import { needsParentheses, wrappedItems } from '../text/wrapped-call.ts';
import { type MovedCode, nodesOf } from './moved-code.ts';
import { lastStatement, type SharedNames } from './moved-names.ts';

interface NewFunction {
  readonly name: string;
  readonly way: Way;
}

interface FunctionOfStatements extends NewFunction {
  readonly names: SharedNames;
  /** Its value is returned by the function around. */
  readonly returns: boolean;
}

/** `def name(): …` in place of the statements, and the call behind it. */
export function writeStatements(site: Site, code: MovedCode, made: FunctionOfStatements): Change[] {
  const { table, file } = site;
  const { name, names, returns } = made;
  const start = startOf(table, code.first);
  const end = endOfLines(file, code);
  const indentation = indentationAt(file.lineStarts, start, table.text);
  const unit = unitAt(site, code);
  const result = onlyResult(table, code, names);
  const asReturn = result === null ? [] : [replacement(result.start, result.end, 'return ')];
  const lines = indentLines(file, start, end, unit).filter(({ start: at }) => {
    return !asReturn.some((change) => change.start < at && at < change.end);
  });
  const body = rendered(table, start, end, [...lines, ...asReturn]);
  const list = names.results.join(', ');
  const isReturned = names.results.length > 0 && result === null;
  const last = isReturned ? `\n${indentation}${unit}return ${list}` : '';
  const target = result === null ? `${list} = ` : table.text.slice(result.start, result.end);
  const head = returns ? 'return ' : names.results.length > 0 ? target : '';
  const parameters = names.parameters.join(', ');
  const call = callOf(site, made, names.parameters, { head, tail: '', indentation });
  return [
    ...blankLineBefore(file, code.first),
    replacement(
      start,
      end,
      `def ${name}(${parameters}):\n${indentation}${unit}${body}${last}\n\n${indentation}${call}`,
    ),
  ];
}

/** `def name(): return expression` before the statement, and the call in the expression's place. */
export function writeExpression(site: Site, code: MovedCode, expression: Node, made: NewFunction): Change[] {
  const { table, file } = site;
  const [start, end] = [startOf(table, code.first), endOf(table, expression)];
  const indentation = indentationAt(file.lineStarts, start, table.text);
  const unit = unitAt(site, code);
  const text = rendered(
    table,
    startOf(table, expression),
    end,
    indentLines(file, startOf(table, expression), end, unit),
  );
  const value = /[\r\n]/.test(text) && !is(table, expression, 'list_comprehension') ? `(${text})` : text;
  const isOperand = needsParentheses(table, pathTo(table, expression));
  const from = startOf(table, expression);
  const space = /\w$/.test(table.text.slice(Math.max(0, from - 1), from)) ? ' ' : '';
  const call = callOf(site, made, [], {
    head: `${space}${isOperand ? '(' : ''}`,
    tail: isOperand ? ')' : '',
    indentation,
  });
  return [
    ...blankLineBefore(file, code.first),
    insertion(start, `def ${made.name}():\n${indentation}${unit}return ${value}\n\n${indentation}`),
    replacement(from, end, call),
  ];
}

function unitAt({ table, file }: Site, { block }: MovedCode): string {
  return indentationUnit(file, pathTo(table, block), block);
}

function callOf(
  { table, settings }: Site,
  { name, way }: NewFunction,
  parameters: readonly string[],
  around: { readonly head: string; readonly tail: string; readonly indentation: string },
): string {
  const { head, tail, indentation } = around;
  return laidOut({
    head: `${head}await ${way.head}`,
    items: wrappedItems(way, [name, ...parameters]),
    tail: `)${tail}`,
    indentation,
    unit: indentation.includes('\t') ? '\t' : '    ',
    width: widthOf(table, settings),
  });
}

/** Where the last line of `code` ends, with the comments below that are indented like its inner lines. */
function endOfLines({ table, lineStarts }: EditedFile, code: MovedCode): number {
  const { text } = table;
  const lineEnd = (at: number) => at + (/^[^\r\n]*/.exec(text.slice(at))?.[0] ?? '').trimEnd().length;
  const outer = indentationAt(lineStarts, startOf(table, code.first), text);
  // The parser takes the `\r` behind a last comment for a part of it.
  let end = lineEnd(startOf(table, code.last) + textOf(table, code.last).trimEnd().length);
  for (let line = nextLineStart(lineStarts, end, text); line < text.length; ) {
    const content = text.slice(line, lineEnd(line));
    const indentation = /^[ \t]*/.exec(content)?.[0] ?? '';
    const isInner = indentation.startsWith(outer) && indentation.length > outer.length;
    if (content.startsWith('#', indentation.length) && isInner) end = line + content.length;
    else if (content !== '') break;
    const next = nextLineStart(lineStarts, line, text);
    if (next <= line) break;
    line = next;
  }
  return end;
}

/** A function inside of another is set apart from what stands before it, unless that opens the block or is about it. */
function blankLineBefore({ table, lineStarts }: EditedFile, first: Node): Change[] {
  const { text } = table;
  const start = lineStartBefore(lineStarts, startOf(table, first));
  const above = text.slice(lineStartBefore(lineStarts, Math.max(0, start - 1)), start).trim();
  const isApart = above === '' || above.startsWith('#') || /:(?:\s*#.*)?$/.test(above);
  return isApart ? [] : [insertion(start, '\n')];
}

/**
 * The `data = ` of `data = f.read()`, or `data: str = `, where that is the last thing that happens and the only result: the function
 * can return the value at once.
 */
function onlyResult(table: SyntaxTable, code: MovedCode, { parameters, results }: SharedNames): Span | null {
  const [name, ...others] = results;
  if (name === undefined || others.length > 0 || parameters.includes(name)) return null;
  const last = lastStatement(table, code.last);
  const assignment = is(table, last, 'expression_statement') ? last + 1 : NO_NODE;
  const [left, right] = [childIn(table, assignment, 'left'), childIn(table, assignment, 'right')];
  const isValue = right !== NO_NODE && !is(table, right, 'assignment') && !is(table, right, 'yield');
  if (!is(table, assignment, 'assignment') || !isValue || textOf(table, left) !== name) return null;
  const { from } = nodesOf(table, code);
  for (let node = from; node < last; node++) {
    if (is(table, node, 'identifier') && textOf(table, node) === name) return null;
  }
  const span = { start: startOf(table, left), end: startOf(table, right) };
  return /[\r\n#]/.test(table.text.slice(span.start, span.end)) ? null : span;
}
