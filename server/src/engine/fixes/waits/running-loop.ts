/** The event loop that runs a coroutine, as the coroutine gets at it. */
import type { ExpressionId } from '../../summary/model.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { expressionAt } from '../../summary/packed-expressions.ts';
import { endOf, is, type Node, startOf } from '../../syntax/table.ts';
import { expressionIdOf, type Site } from '../site.ts';

/** `asyncio.get_event_loop()` in a coroutine is the loop that runs it. */
const RUNNING = new Set(['asyncio.get_running_loop', 'asyncio.get_event_loop']);

/** Whether `node` plainly is the loop that runs the coroutine at `site`: a call that asks for it, or a local name of what such calls gave. */
export function isRunningLoop(site: Site, node: Node): boolean {
  return site.definition.scope.isAsync && isAskedFor(site, expressionIdOf(site, node));
}

function isAskedFor({ program, module }: Site, id: ExpressionId): boolean {
  const { bindings, expressions } = module.summary;
  const asks = (value: ExpressionId): boolean => {
    const call = expressionAt(expressions, value);
    if (call?.kind !== 'call') return false;
    const { types } = program.inference.answer(module, call.callee);
    return types.length > 0 && types.every((type) => type.kind === 'external' && RUNNING.has(type.name));
  };
  const expression = expressionAt(expressions, id);
  if (expression?.kind !== 'name') return asks(id);
  const { reaching } = expression;
  if (reaching === null || reaching.length === 0) return false;
  return reaching.every((each) => {
    const value = bindingAt(bindings, each)?.value;
    return value?.kind === 'assign' && value.path.length === 0 && asks(value.value);
  });
}

/** The local name that a statement before `site`, in a block around it, gave the running loop; null if there is none. */
export function runningLoopName(site: Site): string | null {
  const { table, path, definition, module } = site;
  for (const name of definition.scope.names) {
    const ids = definition.scope.bindingsOf(name) ?? [];
    const [binding] = ids.map((each) => bindingAt(module.summary.bindings, each));
    if (ids.length !== 1 || binding?.value.kind !== 'assign' || binding.end > site.span.start) continue;
    if (binding.value.path.length > 0 || !isAskedFor(site, binding.value.value)) continue;
    const block = path.findLast((node) => is(table, node, 'block') && startOf(table, node) <= binding.start);
    const isAround = block !== undefined && directlyIn(site, block, binding.start);
    if (isAround) return name;
  }
  return null;
}

/** Whether what starts at `offset` is a statement of `block` itself, and not of a block in it. */
function directlyIn({ table }: Site, block: Node, offset: number): boolean {
  for (let node = block + 1; node < table.length && startOf(table, node) <= offset; node++) {
    const isNested = is(table, node, 'block') && startOf(table, node) <= offset && offset < endOf(table, node);
    if (isNested) return false;
  }
  return true;
}
