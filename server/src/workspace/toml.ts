/** A TOML file as plain values that know where they stand, so that whoever finds one wrong can say where. */
import { readFileSync } from 'node:fs';
import { type AST, getStaticTOMLValue, ParseError, parseTOML } from 'toml-eslint-parser';
import { fileProblem, type Problem } from './problem.ts';

type Keys = readonly (string | number)[];

export interface TomlFile {
  readonly path: string;
  /** Tables are objects, lists are arrays. */
  readonly value: unknown;
  /** The place of the value at `keys`, or of the innermost part of it that is written down. From 1, UTF-16 columns. */
  readonly placeOf: (keys: Keys) => Problem['place'];
  /** The place of the last key of `keys` itself. */
  readonly placeOfKey: (keys: Keys) => Problem['place'];
}

/** The text of `path`, or null if there is no such file or it can't be read. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}

/** Reads `text`, the content of `path`. */
export function parseTomlFile(path: string, text: string): TomlFile | Problem {
  try {
    const program = parseTOML(text, { tomlVersion: '1.0' });
    return {
      path,
      value: getStaticTOMLValue(program),
      placeOf: (keys) => startOf(nearest(program, keys)?.value ?? null),
      placeOfKey: (keys) => startOf(nearest(program, keys)?.key ?? null),
    };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const place = { line: error.lineNumber, column: error.column + 1 };
    return { ...fileProblem('error', path, `is not TOML: ${lowerFirst(error.message)}`), place };
  }
}

/** The content of the file at `path`; undefined where there is none. A malformed file is for its own tools to report. */
export function tomlValueAt(path: string): unknown {
  const text = readIfThere(path);
  if (text === null) return undefined;
  const last = lastValues.get(path);
  if (last?.text === text) return last.value;
  const file = parseTomlFile(path, text);
  const value = isProblem(file) ? undefined : file.value;
  lastValues.delete(path);
  lastValues.set(path, { text, value });
  for (const oldest of [...lastValues.keys()].slice(0, -MOST_VALUES)) lastValues.delete(oldest);
  return value;
}

/** By path, what the files read last held: the settings of a project that stand in one file are asked for one after another. */
const lastValues = new Map<string, { readonly text: string; readonly value: unknown }>();
const MOST_VALUES = 8;

/** What a value holds at `keys`: undefined where there is nothing. */
export function valueAt(value: unknown, keys: Keys): unknown {
  let inner = value;
  for (const key of keys) inner = typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined;
  return inner;
}

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isProblem(value: TomlFile | Problem): value is Problem {
  return 'severity' in value;
}

interface Written {
  readonly keys: Keys;
  readonly key: AST.TOMLNode;
  readonly value: AST.TOMLNode;
}

/** What is written at `keys`, or around it: the entry that shares the most keys with it, and no others. */
function nearest(program: AST.TOMLProgram, keys: Keys): Written | null {
  let best: Written | null = null;
  for (const written of entriesOf(program)) {
    const isOnTheWay = written.keys.every((key, index) => key === keys[index]);
    if (isOnTheWay && written.keys.length > (best?.keys.length ?? 0)) best = written;
  }
  return best;
}

function* entriesOf(program: AST.TOMLProgram): Generator<Written> {
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') {
      yield* entriesIn(node, []);
    } else {
      yield* entriesAlong(node.key, node.resolvedKey, node);
      for (const entry of node.body) yield* entriesIn(entry, node.resolvedKey);
    }
  }
}

function* entriesIn(entry: AST.TOMLKeyValue, outer: Keys): Generator<Written> {
  const keys = [...outer, ...entry.key.keys.map(nameOf)];
  yield* entriesAlong(entry.key, keys, entry.value);
  yield* entriesOfValue(entry.value, keys);
}

/** `a.b.c = 1` writes the keys `a`, `a.b` and `a.b.c`. */
function* entriesAlong(key: AST.TOMLKey, keys: Keys, value: AST.TOMLNode): Generator<Written> {
  const outerLength = keys.length - key.keys.length;
  for (const [index, part] of key.keys.entries()) {
    if (outerLength + index < 0) continue;
    yield {
      keys: keys.slice(0, outerLength + index + 1),
      key: part,
      value: index === key.keys.length - 1 ? value : part,
    };
  }
}

function* entriesOfValue(value: AST.TOMLContentNode, keys: Keys): Generator<Written> {
  if (value.type === 'TOMLArray') {
    for (const [index, element] of value.elements.entries()) {
      const inner = [...keys, index];
      yield { keys: inner, key: element, value: element };
      yield* entriesOfValue(element, inner);
    }
  } else if (value.type === 'TOMLInlineTable') {
    for (const entry of value.body) yield* entriesIn(entry, keys);
  }
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function startOf(node: AST.TOMLNode | null): Problem['place'] {
  return node === null ? null : { line: node.loc.start.line, column: node.loc.start.column + 1 };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}
