/** Reads and writes one Python file on disk; what goes wrong comes back as a problem in the user's words. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import type { FileStamp } from './cache-folder.ts';
import { fileProblem, type Problem } from './problem.ts';
import { decodeText, encodeText, type SourceText } from './source-text.ts';

/** The times and size of the file at `path`. */
export function stampOf(path: string): FileStamp | Problem {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return fileProblem('warning', path, 'is not a file; it is left out');
    return { modified: stats.mtimeMs, changed: stats.ctimeMs, size: stats.size };
  } catch (error) {
    return fileProblem('warning', path, `can't be read: ${reasonOf(error)}`);
  }
}

/** The content of `path`. */
export function readBytes(path: string): Buffer | Problem {
  try {
    return readFileSync(path);
  } catch (error) {
    return fileProblem('warning', path, `can't be read: ${reasonOf(error)}`);
  }
}

/** The text in `bytes`, the content of `path`. */
export function decodeSource(path: string, bytes: Uint8Array): SourceText | Problem {
  const decoded = decodeText(bytes);
  return 'text' in decoded
    ? decoded
    : fileProblem('warning', path, `${decoded.message}; it is left out`, decoded.remedy);
}

/** Writes `text` to `path` as `source`, its former content, is encoded. Null if that went well. */
export function writeSource(path: string, text: string, source: SourceText): Problem | null {
  const bytes = encodeText(text, source);
  if ('message' in bytes) return fileProblem('error', path, bytes.message, bytes.remedy);
  try {
    writeFileSync(path, bytes);
    return null;
  } catch (error) {
    return fileProblem('error', path, `can't be written: ${reasonOf(error)}`);
  }
}

/** What the operating system said, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it does not exist',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ELOOP: 'its symbolic links lead in a circle',
    ENAMETOOLONG: 'its name is too long',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
  };
  return words[code] ?? code;
}
