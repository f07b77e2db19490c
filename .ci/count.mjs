// count.mjs FOLDER BROKEN: sums vitest's JSON reports in FOLDER and prints `N passed, N failed`.
// BROKEN steps (types, packing, a test file that does not load) count as failures where no failed test tells of them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, broken] = process.argv.slice(2);
const reports = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
const sum = (key) => reports.reduce((total, report) => total + report[key], 0);
console.log(`${sum('numPassedTests')} passed, ${Math.max(sum('numFailedTests'), Number(broken))} failed`);
