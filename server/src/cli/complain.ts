/** One line on stderr for each thing that went wrong: place, what, remedy. */

import type { Problem } from '../workspace/problem.ts';
import type { Failure } from '../workspace/project.ts';
import type { Paint } from './paint.ts';
import { printable, shownPath } from './shown.ts';

/** `error: pyproject.toml:12:1: unknown key `selct`; did you mean `select`?` */
export function lineOfProblem({ severity, path, place, message, remedy }: Problem, cwd: string, paint: Paint): string {
  const where =
    path === null ? '' : `${shownPath(path, cwd)}${place === null ? '' : `:${place.line}:${place.column}`}: `;
  const level = severity === 'error' ? paint(['red', 'bold'], 'error') : paint(['yellow', 'bold'], 'warning');
  return `${level}: ${printable(where + message)}${remedy === null ? '' : `; ${printable(remedy)}`}\n`;
}

/** Without the stack: that is for OFFLOOP_DEBUG. */
export function lineOfFailure({ path, rule, message }: Failure, cwd: string, paint: Paint): string {
  const where = path === null ? '' : ` in ${shownPath(path, cwd)}`;
  const who = rule === null ? '' : ` in rule ${rule}`;
  const said = process.env.OFFLOOP_DEBUG ? message : (message.split('\n', 1)[0] ?? '');
  return `${paint(['red', 'bold'], 'internal error')}${where}${who}: ${said}; please report this\n`;
}
