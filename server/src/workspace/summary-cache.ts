/**
 * SummaryCache: the summaries of a project's files, kept between runs in one file under `.offloop_cache/`.
 *
 * An entry is used if the file's times and size are as they were, or else if its content has the same SHA-256. It depends on that
 * file and SUMMARY_VERSION alone; that a file can't hold a root, on the signs of roots, too. A cache that is damaged or of another version is ignored, and losing it costs only time: so
 * nothing here fails, and what can't be written is not.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import packageJson from '../../../package.json' with { type: 'json' };
import { type ModuleSummary, SUMMARY_VERSION } from '../engine/summary/model.ts';
import { CACHE_FOLDER, type FileStamp, isSettled, writeCacheFile } from './cache-folder.ts';
import { within } from './paths.ts';
import { fileProblem, type Problem } from './problem.ts';

/** What is known of an unchanged file: its summary, or that it can't hold a root (and so was never parsed). */
export type CachedFile = { readonly kind: 'rootless' } | { readonly kind: 'summary'; readonly summary: ModuleSummary };

/** Times, size, content hash (null: rootless), and where the summary stands in the body with its checksum. */
type Entry = readonly [
  modified: number,
  changed: number,
  size: number,
  hash: string | null,
  at: number,
  length: number,
  sum: number,
];

interface CacheContent {
  readonly entries: Map<string, Entry>;
  /** Deflated structured clones. */
  readonly bodies: Map<string, Buffer>;
}

const FORMAT = `offloop ${packageJson.version} summaries ${SUMMARY_VERSION} format 4`;

export class SummaryCache {
  readonly #root: string;
  readonly #format: string;
  #content: CacheContent | null = null;
  #note: Problem | null = null;
  #isChanged = false;

  /** The cache of the project at `root`, in which files without `signs` hold no root. It is read when it is first asked. */
  constructor(root: string, signs: readonly string[]) {
    this.#root = root;
    this.#format = `${FORMAT} signs ${crc32(signs.join())}`;
  }

  /** That there was a cache and it was of no use; null before it was asked. */
  get note(): Problem | null {
    return this.#note;
  }

  /** The project at `root` has been given a cache. */
  static exists(root: string): boolean {
    return existsSync(pathIn(root));
  }

  /** What is known of `path`, if `stamp` says that nobody wrote to it. */
  lookUp(path: string, stamp: FileStamp): CachedFile | null {
    const entry = this.#read().entries.get(this.#keyOf(path));
    if (entry === undefined) return null;
    const [modified, changed, size, hash] = entry;
    if (modified !== stamp.modified || changed !== stamp.changed || size !== stamp.size) return null;
    return hash === null ? { kind: 'rootless' } : this.#summaryOf(path);
  }

  /** The summary of `path`, if its content is what it was, whatever its times. */
  lookUpContent(path: string, stamp: FileStamp, bytes: Buffer): CachedFile | null {
    const entry = this.#read().entries.get(this.#keyOf(path));
    if (entry === undefined || entry[2] !== bytes.length || entry[3] !== hashOf(bytes)) return null;
    const found = this.#summaryOf(path);
    if (found !== null) this.#set(path, stamp, entry.slice(3) as [string, number, number, number]);
    return found;
  }

  /** Keeps what was found out about `path`, whose content is `bytes`: null for a file that can't hold a root. */
  put(path: string, stamp: FileStamp, bytes: Buffer, summary: ModuleSummary | null): void {
    if (summary === null) {
      this.#read().bodies.delete(this.#keyOf(path));
      this.#set(path, stamp, [null, 0, 0, 0]);
      return;
    }
    const body = deflateRawSync(serialize(summary), { level: 1 });
    this.#read().bodies.set(this.#keyOf(path), body);
    this.#set(path, stamp, [hashOf(bytes), 0, body.length, crc32(body)]);
  }

  /** Writes the entries of `paths`, if any are new; the others are forgotten. */
  save(paths: readonly string[]): void {
    if (!this.#isChanged) return;
    const keys = paths.map((path) => this.#keyOf(path));
    if (writeCacheFile(this.#root, NAME, encode(this.#format, keys, this.#read().entries, this.#read().bodies)))
      this.#isChanged = false;
  }

  #set(path: string, stamp: FileStamp, rest: readonly [string | null, number, number, number]): void {
    const modified = isSettled(stamp) ? stamp.modified : -1;
    this.#read().entries.set(this.#keyOf(path), [modified, stamp.changed, stamp.size, ...rest]);
    this.#isChanged = true;
  }

  #summaryOf(path: string): CachedFile | null {
    const entry = this.#read().entries.get(this.#keyOf(path));
    const body = this.#read().bodies.get(this.#keyOf(path));
    if (entry === undefined || body === undefined || crc32(body) !== entry[6]) return null;
    return { kind: 'summary', summary: deserialize(inflateRawSync(body)) };
  }

  #read(): CacheContent {
    if (this.#content !== null) return this.#content;
    const path = pathIn(this.#root);
    const read = readContent(path, this.#format);
    if (read === 'damaged') this.#note = fileProblem('warning', path, 'is damaged; it is ignored and written anew');
    this.#content = typeof read === 'string' ? { entries: new Map(), bodies: new Map() } : read;
    return this.#content;
  }

  /** Relative to the root, so that a project can be moved. */
  #keyOf(path: string): string {
    return path.startsWith(within(this.#root, '')) ? path.slice(this.#root.length + 1) : path;
  }
}

const NAME = 'summaries';

function pathIn(root: string): string {
  return within(root, `${CACHE_FOLDER}/${NAME}`);
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64');
}

/** Line 1: the format. Line 2: the lengths of index and body, and the index's checksum. Then the index (JSON) and the body. */
function encode(
  format: string,
  keys: readonly string[],
  entries: ReadonlyMap<string, Entry>,
  bodies: ReadonlyMap<string, Buffer>,
): Buffer {
  const index: [string, Entry][] = [];
  const parts: Buffer[] = [];
  let at = 0;
  for (const key of keys) {
    const entry = entries.get(key);
    if (entry === undefined) continue;
    const body = bodies.get(key);
    index.push([key, [entry[0], entry[1], entry[2], entry[3], at, entry[5], entry[6]]]);
    if (body === undefined) continue;
    parts.push(body);
    at += body.length;
  }
  const indexBytes = Buffer.from(JSON.stringify(index), 'utf8');
  const head = `${format}\n${indexBytes.length} ${at} ${crc32(indexBytes)}\n`;
  return Buffer.concat([Buffer.from(head, 'utf8'), indexBytes, ...parts]);
}

function readContent(path: string, expected: string): CacheContent | 'damaged' | 'foreign' {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return 'foreign';
  }
  const [format, lengths] = bytes.toString('latin1', 0, 200).split('\n', 2);
  if (format === undefined || lengths === undefined) return 'damaged';
  if (format !== expected) return format.startsWith('offloop ') ? 'foreign' : 'damaged';
  const [indexLength = -1, bodyLength = -1, sum] = lengths.split(' ').map(Number);
  const start = format.length + lengths.length + 2;
  const indexBytes = bytes.subarray(start, start + indexLength);
  if (bytes.length !== start + indexLength + bodyLength || crc32(indexBytes) !== sum) return 'damaged';
  const entries = new Map<string, Entry>(JSON.parse(indexBytes.toString('utf8')));
  const bodies = new Map<string, Buffer>();
  for (const [key, [, , , hash, at, length]] of entries) {
    const from = start + indexLength + at;
    if (hash !== null) bodies.set(key, bytes.subarray(from, from + length));
  }
  return { entries, bodies };
}
