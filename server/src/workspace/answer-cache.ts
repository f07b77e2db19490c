/**
 * The last answer of a check, kept in `.offloop_cache/` beside the summaries: while neither a file of the project, nor a setting,
 * nor Offloop itself has changed, a check need not even read summaries. Like those it is never trusted and costs only time to lose.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CACHE_FOLDER, type FileStamp, isSettled, writeCacheFile } from './cache-folder.ts';
import { within } from './paths.ts';
import type { ProjectSetup } from './project-setup.ts';
import { stampOf } from './python-source.ts';

/**
 * Stands for everything that the answer for `paths` depends on: `build` (see `buildIdentity`), the settings, and what was written
 * when to which file. Null where that can't be told: a file was written to just now, or is not there.
 */
export function answerKey(build: string, setup: ProjectSetup, paths: readonly string[]): string | null {
  const stamps: [string, FileStamp][] = [];
  for (const path of new Set([...setup.files, ...paths])) {
    const stamp = stampOf(path);
    if ('severity' in stamp || !isSettled(stamp)) return null;
    stamps.push([path, stamp]);
  }
  const { rules, levels, ...settings } = setup.settings;
  const told = [build, settings, [...rules], [...levels], paths, stamps];
  return createHash('sha256').update(JSON.stringify(told)).digest('base64');
}

/** The answer kept under `key` for the project at `root`, as it was given to `writeAnswer`. */
export function readAnswer<T>(root: string, key: string): T | null {
  try {
    const { key: kept, answer }: { key: string; answer: T } = JSON.parse(readFileSync(within(root, FILE), 'utf8'));
    return kept === key ? answer : null;
  } catch {
    return null;
  }
}

/** Keeps `answer`, plain data, in place of the one before. */
export function writeAnswer(root: string, key: string, answer: unknown): void {
  writeCacheFile(root, 'answer', Buffer.from(JSON.stringify({ key, answer }), 'utf8'));
}

const FILE = `${CACHE_FOLDER}/answer`;
