/** The formats by name. A new one is a file and a line here. */
import { concise } from './concise.ts';
import { full } from './full.ts';
import { json } from './json.ts';
import type { Reporter } from './report.ts';

export type Format = 'full' | 'concise' | 'json';

export const REPORTERS: Readonly<Record<Format, Reporter>> = { full, concise, json };
