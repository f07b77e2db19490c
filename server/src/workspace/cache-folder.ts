/** `.offloop_cache/`: where a project's caches lie, how they are written, and what tells whether a file has changed since. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { within } from './paths.ts';

export const CACHE_FOLDER = '.offloop_cache';

/** What tells that a file was written to. Milliseconds and bytes. */
export interface FileStamp {
  readonly modified: number;
  readonly changed: number;
  readonly size: number;
}

/** A file written this shortly ago may be written again without getting a new time stamp. Milliseconds. */
const TIME_STAMP_GRAIN = 100;

/** From now on, whoever writes to the file gives it another stamp. */
export function isSettled({ modified, changed }: FileStamp): boolean {
  return Date.now() - Math.max(modified, changed) > TIME_STAMP_GRAIN;
}

/** Some run has given the project at `root` a cache. */
export function hasCacheFolder(root: string): boolean {
  return existsSync(within(root, CACHE_FOLDER));
}

/** Writes a cache's file as a whole or not at all. False if it can't be: a read-only project, a full disk. */
export function writeCacheFile(root: string, name: string, content: Uint8Array): boolean {
  const folder = within(root, CACHE_FOLDER);
  const temporary = within(folder, `${name}.${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(within(folder, '.gitignore'), '*\n');
    writeFileSync(temporary, content);
    renameSync(temporary, within(folder, name));
    return true;
  } catch {
    removeIfThere(temporary);
    return false;
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path);
  } catch {
    // It was never written, or can't be removed either.
  }
}
