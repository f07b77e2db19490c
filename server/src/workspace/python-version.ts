/** Python versions as people write them. */
import { satisfies, validRange } from '@renovatebot/pep440';
import { NEWEST_TARGET, OLDEST_TARGET, type PythonVersion } from '../engine/settings.ts';

/** A Python as people name it. */
export interface PythonBuild {
  readonly version: PythonVersion;
  /** It is the build without the GIL: `3.14t`. */
  readonly isFreeThreaded: boolean;
}

/** `3.12`, `py312`, `3.14t`; null for anything else. */
export function parsePythonBuild(text: string): PythonBuild | null {
  const [, minor, suffix] = /^(?:3\.|py3)(\d{1,2})(t?)$/.exec(text.trim()) ?? [];
  return minor === undefined ? null : { version: { minor: Number(minor) }, isFreeThreaded: suffix === 't' };
}

/** Offloop knows this Python. */
export function isKnownVersion({ minor }: PythonVersion): boolean {
  return OLDEST_TARGET.minor <= minor && minor <= NEWEST_TARGET.minor;
}

/** What to write where a version that Offloop does not know is asked for. */
export const KNOWN_VERSIONS = `3.${OLDEST_TARGET.minor} to 3.${NEWEST_TARGET.minor}`;

/** The version nearest to `version` of those that Offloop knows. */
export function nearestKnown({ minor }: PythonVersion): PythonVersion {
  return { minor: Math.min(Math.max(minor, OLDEST_TARGET.minor), NEWEST_TARGET.minor) };
}

/**
 * The first Python 3 in a text that names an interpreter, as .python-version files do: `3.12.1`, `cpython-3.13t`. Builds without the
 * GIL are pyenv's `3.14.0t` and `3.14t-dev`, and uv's `3.14+freethreaded`.
 */
export function findPythonBuild(text: string): PythonBuild | null {
  const [, minor, suffix] =
    /(?:^|[^\d.])3\.(\d{1,2})(?!\d)(?:\.\d+)?(?:(?:a|b|rc)\d+)?(t(?![a-z])|\+freethreaded)?/.exec(text) ?? [];
  return minor === undefined ? null : { version: { minor: Number(minor) }, isFreeThreaded: suffix !== undefined };
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

/**
 * The same for Poetry's way of writing (its docs, "Version constraints"): `^3.11`, `~3.11`, `3.11`, and `||` for one of several. What
 * they leave out above does not matter here.
 */
export function lowestVersionOfPoetry(constraint: string): PythonVersion | null {
  const lowest = constraint.split(/\s*\|\|?\s*/).map((one) => {
    const clauses = one.split(/\s*,\s*|\s+(?=[<>=!~^])/).map((clause) =>
      clause
        .trim()
        .replace(/^(?:\^|~(?!=))\s*/, '>=')
        .replace(/^(?=\d)/, '=='),
    );
    return lowestVersionOf(clauses.join(','));
  });
  const minors = lowest.flatMap((version) => version?.minor ?? []);
  return minors.length < lowest.length ? null : { minor: Math.min(...minors) };
}
