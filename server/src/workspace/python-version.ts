/** Python versions as people write them. */
import { satisfies, validRange } from '@renovatebot/pep440';
import type { PythonVersion } from '../engine/settings.ts';

/** `3.12` or `py312`; null for anything else. */
export function parsePythonVersion(text: string): PythonVersion | null {
  const minor = /^(?:3\.|py3)(\d{1,2})$/.exec(text.trim())?.[1];
  return minor === undefined ? null : { minor: Number(minor) };
}

/** The first Python 3 in a text that names an interpreter, as .python-version files do: `3.12.1`, `cpython-3.13t`. */
export function findPythonVersion(text: string): PythonVersion | null {
  const minor = /(?:^|[^\d.])3\.(\d{1,2})(?!\d)/.exec(text)?.[1];
  return minor === undefined ? null : { minor: Number(minor) };
}

/** The oldest Python 3 that a PEP 440 specifier (`>=3.10,<4`) lets in; null where it sets no lower bound or is malformed. */
export function lowestVersionOf(specifier: string): PythonVersion | null {
  if (!validRange(specifier) || satisfies('0.1', specifier)) return null;
  for (let minor = 0; minor < 100; minor++) {
    // The last micro version stands for the minor one: `>=3.9.2` lets 3.9 in.
    if (satisfies(`3.${minor}.0`, specifier) || satisfies(`3.${minor}.99`, specifier)) return { minor };
  }
  return null;
}
