/** Whether some `except` around a request of requests, or around its response's uses, would miss the errors of aiohttp. */
import { expressionIn } from '../../summary/packed-expressions.ts';
import { Kind } from '../../syntax/kinds.ts';
import {
  childIn,
  childOfKind,
  childrenOf,
  endOf,
  is,
  kindOf,
  NO_NODE,
  type Node,
  nextOf,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import type { Site } from '../site.ts';

/** What catches the same errors whichever library raises them, or none that a request raises. */
const INDIFFERENT =
  /^(?:builtins\.)?(?:BaseException|Exception|ValueError|KeyError|TypeError|IndexError|AttributeError|RuntimeError|AssertionError|LookupError|UnicodeDecodeError|KeyboardInterrupt|SystemExit|NotImplementedError)$|^json\.(?:decoder\.)?JSONDecodeError$|^asyncio\.CancelledError$/;

/** The exceptions of a handler that would no longer catch what it catches now, as written; null if there is none. */
export function handlerInTheWay(site: Site, first: Node, last: Node): string | null {
  const { table, path } = site;
  const around = path.filter((node, depth) => {
    return is(table, node, 'try_statement') && childIn(table, node, 'body') === path[depth + 1];
  });
  const inside: Node[] = [];
  for (let node = first; node < nextOf(table, last); node++) if (is(table, node, 'try_statement')) inside.push(node);
  for (const statement of [...around, ...inside]) {
    for (const clause of childrenOf(table, statement)) {
      const caught = is(table, clause, 'except_clause') ? caughtBy(site, clause) : null;
      if (caught !== null) return caught;
    }
  }
  return null;
}

function caughtBy(site: Site, clause: Node): string | null {
  const { table } = site;
  const block = childOfKind(table, clause, 'block');
  for (const child of childrenOf(table, clause)) {
    if (child === block || child === childIn(table, clause, 'alias')) continue;
    const value = is(table, child, 'as_pattern') ? (childrenOf(table, child)[0] ?? NO_NODE) : child;
    const names = is(table, value, 'tuple') || is(table, value, 'expression_list') ? childrenOf(table, value) : [value];
    const wrong = names.find((name) => !isIndifferent(site, name));
    if (wrong !== undefined) return textOf(table, wrong);
  }
  return null;
}

function isIndifferent({ program, module, table }: Site, node: Node): boolean {
  const id = expressionIn(module.summary.expressions, startOf(table, node), endOf(table, node));
  if (id < 0) return kindOf(table, node) === Kind.other;
  const { types, isComplete } = program.inference.answer(module, id);
  if (!isComplete || types.length === 0) return false;
  return types.every((type) => type.kind === 'class' || (type.kind === 'external' && INDIFFERENT.test(type.name)));
}
