/** How long the lines of a project may be, as its formatter's settings say: ruff.toml, and `[tool.ruff]` and `[tool.black]` of pyproject.toml. */
import { foldersUpFrom, within } from './paths.ts';
import { tomlValueAt, valueAt } from './toml.ts';

/** What ruff and black take where a project names no length. */
const DEFAULT_LENGTH = 88;

/** In characters; null where neither the project at `root` nor a folder around it has settings of a formatter. */
export function findLineLength(root: string): number | null {
  for (const folder of foldersUpFrom(root)) {
    const found = lengthIn(folder);
    if (found !== null) return found;
  }
  return null;
}

function lengthIn(folder: string): number | null {
  for (const name of ['.ruff.toml', 'ruff.toml']) {
    const value = tomlValueAt(within(folder, name));
    if (value !== undefined) return lengthOf(value);
  }
  const tools = valueAt(tomlValueAt(within(folder, 'pyproject.toml')), ['tool']);
  for (const tool of ['ruff', 'black']) {
    const value = valueAt(tools, [tool]);
    if (value !== undefined) return lengthOf(value);
  }
  return null;
}

function lengthOf(value: unknown): number {
  const length = valueAt(value, ['line-length']) ?? valueAt(value, ['line_length']);
  return typeof length === 'number' && Number.isInteger(length) && length > 0 ? length : DEFAULT_LENGTH;
}
