/**
 * The shapes in which a process and the use of its result can be told apart:
 *
 *     subprocess.run(command)                         nobody looks at the result
 *     result = subprocess.run(command)                a local name, of which only parts are read
 *     return subprocess.run(command).stdout           a part that is read at once
 *     lines = subprocess.check_output(c).split()      a function that gives a part itself
 */
import { childIn, childrenOf, is, type Node, pathTo } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { readingsOf } from '../text/readings.ts';
import type { Refused } from './process-call.ts';
import { interpolationAround, type ResultPart, resultUse, resultUses } from './result-uses.ts';
import type { ProcessFunction, StartedProcess } from './started.ts';
import { isZeroTest } from './zero-tests.ts';

type Parts = Readonly<Record<ResultPart, string>>;

/** A place that reads the result. */
interface Use {
  /** What is replaced. */
  readonly node: Node;
  readonly parts: readonly ResultPart[];
  /** The expression for it, a primary one or an await. */
  readonly write: (parts: Parts) => string;
}

export interface Shape {
  /** The statement does nothing else, and goes. */
  readonly isWhole: boolean;
  readonly uses: readonly Use[];
}

export function shapeOf(site: Site, started: StartedProcess, statement: Node): Shape | Refused {
  const { table } = site;
  const path = pathTo(table, started.value);
  const parent = path.at(-2) ?? 0;
  if (parent === statement && is(table, parent, 'expression_statement')) return { isWhole: true, uses: [] };
  const target = targetOf(site, path, statement);
  if (started.by === 'subprocess.run') {
    if (target !== null) return namedShape(site, target, parent);
    const use = resultUse(table, started.value);
    return 'refused' in use ? use : { isWhole: false, uses: [partAt(use.node, use.part)] };
  }
  const reason = whyNotRead(site, started, target);
  if (reason !== null) return { refused: reason };
  return { isWhole: false, uses: [resultOf(site, started.by, started.value, parent)] };
}

/** The name that gets the result in `name = …`; null where the statement is something else. */
function targetOf({ table }: Site, path: readonly Node[], statement: Node): Node | null {
  const [value, parent = 0] = [path.at(-1), path.at(-2)];
  const isPlain = is(table, parent, 'assignment') && childIn(table, parent, 'right') === value;
  const left = isPlain && path.at(-3) === statement ? childIn(table, parent, 'left') : -1;
  return is(table, left, 'identifier') ? left : null;
}

function namedShape(site: Site, target: Node, assignment: Node): Shape | Refused {
  if (childIn(site.table, assignment, 'type') >= 0) return { refused: 'the result is annotated' };
  const uses = resultUses(site, target);
  if ('refused' in uses) return uses;
  return { isWhole: true, uses: uses.map(({ node, part }) => partAt(node, part)) };
}

function partAt(node: Node, part: ResultPart): Use {
  return { node, parts: [part], write: (parts) => parts[part] };
}

/** Why the value that another function than `run` gives cannot be had. */
function whyNotRead(site: Site, { by, value }: StartedProcess, target: Node | null): string | null {
  const { table, settings } = site;
  if (by === 'subprocess.check_call') return 'its result, which is always 0, is used';
  if (/getoutput|getstatusoutput/.test(by) && settings.target.minor < 9)
    return '`str.removesuffix`, which it needs, came with Python 3.9';
  // A `\\` cannot stand there before Python 3.12.
  if (/getoutput|getstatusoutput/.test(by) && interpolationAround(table, value) !== null)
    return 'it stands in an f-string';
  if (by !== 'os.system') return null;
  const readings = target === null ? { nodes: [value] } : readingsOf(site, target);
  if ('refused' in readings) return readings.refused;
  const isTold = readings.nodes.every((node) => isZeroTest(table, node));
  return isTold ? null : '`os.system` gives a wait status, and asyncio an exit code';
}

/** What stands for `value`, the call of `by`. */
function resultOf({ table }: Site, by: ProcessFunction, value: Node, parent: Node): Use {
  switch (by) {
    case 'subprocess.getoutput':
      return { node: value, parts: ['stdout'], write: ({ stdout }) => `${stdout}.removesuffix("\\n")` };
    case 'subprocess.getstatusoutput': {
      const isUnpacked =
        is(table, parent, 'assignment') && childrenOf(table, childIn(table, parent, 'left')).length > 0;
      const write = ({ returncode, stdout }: Parts) => {
        const pair = `${returncode}, ${stdout}.removesuffix("\\n")`;
        return isUnpacked ? pair : `(${pair})`;
      };
      return { node: value, parts: ['returncode', 'stdout'], write };
    }
    case 'subprocess.check_output':
    case 'os.popen':
      return partAt(value, 'stdout');
    default:
      return partAt(value, 'returncode');
  }
}
