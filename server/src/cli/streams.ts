/** What the command is run with: tests hand in their own, main.ts the process's. */
import type { Readable, Writable } from 'node:stream';

export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Where relative paths start; absolute. */
  readonly cwd: string;
}

/** 0 clean, 1 findings, 2 could not do its job. */
export type ExitCode = 0 | 1 | 2;
