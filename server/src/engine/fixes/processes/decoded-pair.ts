/** What `communicate()` of a process in text mode gives, made text again: asyncio gives bytes. */
import { childIn, childrenOf, endOf, is, type Node, startOf, textOf } from '../../syntax/table.ts';
import { functionAround, type Site } from '../site.ts';
import { ownLines } from '../text/blocks.ts';
import { type Change, indentationAt, insertion, replacement } from '../text/edits.ts';
import { freshName } from '../text/fresh-names.ts';
import { decoded, type ProcessCall, type Refused } from './process-call.ts';

/** The changes around the `communicate()` at the end of `path`, which stands in a statement of its own or in `out, err = …`. */
export function decodedPair(
  site: Site,
  call: ProcessCall,
  path: readonly Node[],
): { readonly changes: readonly Change[] } | Refused {
  const { table, file } = site;
  const [statement = 0, parent = 0, node = 0] = path.slice(-3);
  if (is(table, parent, 'expression_statement')) return { changes: [] };
  if (path.some((each) => is(table, each, 'except_clause')))
    return { refused: 'asyncio has lost the output when the time is up' };
  if (call.decoding === null) return { changes: [] };
  const captured = [call.stdout, call.stderr].map(({ kind }) => kind === 'pipe');
  if (is(table, parent, 'subscript')) {
    const index = ['0', '1'].indexOf(textOf(table, childIn(table, parent, 'subscript')));
    if (captured[index] !== true) return { refused: 'the result of `communicate()` is used as a whole' };
    return { changes: [insertion(endOf(table, parent), decoded('', call))] };
  }
  const left = is(table, parent, 'assignment') ? childIn(table, parent, 'left') : -1;
  const targets = is(table, left, 'pattern_list') ? childrenOf(table, left) : [];
  const isPair = targets.length === 2 && targets.every((each) => is(table, each, 'identifier'));
  const isAlone = childIn(table, parent, 'right') === node && is(table, statement, 'expression_statement');
  if (!isPair || !isAlone || !ownLines(file, statement, statement))
    return { refused: 'the result of `communicate()` is used as a whole' };
  const lineEnd =
    endOf(table, statement) + (/^[^\r\n]*/.exec(table.text.slice(endOf(table, statement)))?.[0].length ?? 0);
  const indentation = indentationAt(file.lineStarts, startOf(table, statement), table.text);
  const changes = targets.flatMap((target, index) => {
    const name = textOf(table, target);
    if (captured[index] !== true || name === '_') return [];
    const raw = freshName(
      table,
      functionAround(site),
      index === 0 ? ['stdout', 'raw_output'] : ['stderr', 'raw_errors'],
    );
    return [
      replacement(startOf(table, target), endOf(table, target), raw),
      insertion(lineEnd, `\n${indentation}${name} = ${decoded(raw, call)}`),
    ];
  });
  return { changes };
}
