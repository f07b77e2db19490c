/** Which call of subprocess or os a finding is about, and what stands for its result in the text. */
import { childIn, childrenOf, is, type Node, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { namesAt } from './values.ts';

/** The functions that run a process to its end. */
const FUNCTIONS = [
  'subprocess.run',
  'subprocess.call',
  'subprocess.check_call',
  'subprocess.check_output',
  'subprocess.getoutput',
  'subprocess.getstatusoutput',
  'os.system',
  'os.popen',
] as const;

export type ProcessFunction = (typeof FUNCTIONS)[number];

export interface StartedProcess {
  readonly by: ProcessFunction;
  /** The call that starts the process. */
  readonly call: Node;
  /** The expression that gives its result: the call, or `os.popen(…).read()`. */
  readonly value: Node;
}

/** null: the finding is about something else. */
export function startedAt(site: Site): StartedProcess | null {
  const { event, steps, node } = site;
  const [step, ...others] = steps;
  if (event.kind !== 'call' || step?.kind !== 'fact' || step.isLikely || others.length > 0) return null;
  if (step.row.name === 'os._wrap_close.read') return readPipe(site, node);
  const by = FUNCTIONS.find((name) => name === step.row.name);
  const isPlain = namesAt(site, childIn(site.table, node, 'function')).join() === by;
  if (by === undefined || !isPlain) return null;
  return by === 'os.popen' ? readPipe(site, site.path.at(-3) ?? 0) : { by, call: node, value: node };
}

/** `os.popen(…).read()`. */
function readPipe(site: Site, value: Node): StartedProcess | null {
  const { table } = site;
  const callee = childIn(table, value, 'function');
  const call = childIn(table, callee, 'object');
  const isRead =
    is(table, value, 'call') &&
    is(table, callee, 'attribute') &&
    textOf(table, childIn(table, callee, 'attribute')) === 'read' &&
    childrenOf(table, childIn(table, value, 'arguments')).length === 0;
  if (!isRead || !is(table, call, 'call')) return null;
  const isPipe = namesAt(site, childIn(table, call, 'function')).join() === 'os.popen';
  return isPipe ? { by: 'os.popen', call, value } : null;
}
