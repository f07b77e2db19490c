/** Comments that silence findings: `# offloop: ignore[rule, rule] reason` and the `# noqa: CODE` of other linters. */
import { Kind } from '../syntax/kinds.ts';
import { type LineStarts, lineStartsOf, positionAt } from '../syntax/lines.ts';
import { endOf, type SyntaxTable, startOf } from '../syntax/table.ts';
import type { Suppression } from './model.ts';
import { detached } from './strings.ts';

const OFFLOOP = /#\s*offloop:\s*ignore(?:\[([^\]]*)\])?/i;
const NOQA = /#\s*noqa(?::\s*([A-Z]+[0-9]+(?:[,\s]+[A-Z]+[0-9]+)*))?/i;

/** Every suppression of the file, in order. */
export function suppressionsOf(table: SyntaxTable): Suppression[] {
  const found: Suppression[] = [];
  let lineStarts: LineStarts | null = null;
  for (let node = 0; node < table.length; node++) {
    if (table.kinds[node] !== Kind.comment) continue;
    const start = startOf(table, node);
    const end = endOf(table, node);
    const suppression = read(table.text.slice(start, end));
    if (suppression === null) continue;
    lineStarts ??= lineStartsOf(table.text);
    found.push({ start, end, line: positionAt(lineStarts, start).line, ...suppression });
  }
  return found;
}

function read(comment: string): Pick<Suppression, 'kind' | 'codes'> | null {
  const own = OFFLOOP.exec(comment);
  if (own !== null) return { kind: 'offloop', codes: split(own[1]) };
  const noqa = NOQA.exec(comment);
  return noqa === null ? null : { kind: 'noqa', codes: split(noqa[1]) };
}

function split(codes: string | undefined): string[] {
  return codes === undefined
    ? []
    : codes
        .split(/[\s,]+/)
        .filter((code) => code !== '')
        .map(detached);
}
