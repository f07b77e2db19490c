/** From the numbers of one grammar build to our kinds and fields. */
import type { Language } from 'web-tree-sitter';
import { Field, Kind } from './kinds.ts';

export interface Numbering {
  /** Our kind by the grammar's public symbol; what is not listed in kinds.ts is `other`. */
  readonly kinds: Uint8Array;
  /** Our field by the grammar's field. */
  readonly fields: Uint8Array;
}

export function numberingOf(language: Language): Numbering {
  const kinds = new Uint8Array(language.nodeTypeCount);
  for (let id = 0; id < language.nodeTypeCount; id++) {
    const name = language.nodeTypeForId(id);
    const isWanted = name !== null && (language.nodeTypeIsNamed(id) || name === 'async');
    kinds[id] = isWanted ? (Kind[name as keyof typeof Kind] ?? Kind.other) : Kind.other;
  }
  const fields = new Uint8Array(language.fieldCount + 1);
  for (let id = 1; id <= language.fieldCount; id++) {
    fields[id] = Field[language.fieldNameForId(id) as keyof typeof Field] ?? Field.none;
  }
  return { kinds, fields };
}

/** Kept of a tree: named nodes, `async`, and the tokens that a field names (operators). Punctuation is left out. */
export function isKept(isNamed: boolean, kind: number, field: number): boolean {
  return isNamed || kind === Kind.async || field !== Field.none;
}
