/** Where a standard stream of a process goes, as an argument says it. */
import { is, type Node, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { isFile, namesAt } from './values.ts';

/** `text` is the argument as it is to stay; null where another library's name for it may be written. */
export interface Stream {
  readonly kind: 'inherited' | 'pipe' | 'null' | 'stdout' | 'file' | 'unknown';
  readonly text: string | null;
}

/** The constants, by what they mean. */
const CONSTANTS = { pipe: 'PIPE', null: 'DEVNULL', stdout: 'STDOUT' } as const;

export function streamAt(site: Site, node: Node | undefined): Stream {
  const { table } = site;
  if (node === undefined || is(table, node, 'none')) return { kind: 'inherited', text: null };
  const names = namesAt(site, node);
  const written = textOf(table, node);
  for (const kind of ['pipe', 'null', 'stdout'] as const) {
    if (
      names.length > 0 &&
      names.every((name) => /^(?:asyncio\.)?subprocess\.(\w+)$/.exec(name)?.[1] === CONSTANTS[kind])
    )
      return { kind, text: /^\w+$/.test(written) ? written : null };
  }
  return isFile(site, node) ? { kind: 'file', text: written } : { kind: 'unknown', text: null };
}

/** `stdout=asyncio.subprocess.PIPE`; null where the process takes over the stream of this one. */
export function streamArgument(
  name: string,
  { kind, text }: Stream,
  spell: (constant: string) => string,
): string | null {
  if (kind === 'inherited' || kind === 'unknown') return null;
  if (kind === 'file') return `${name}=${text}`;
  return `${name}=${text ?? spell(CONSTANTS[kind])}`;
}
