/** What stands around a call that is to be awaited, and would notice that other tasks run meanwhile: locks, open blocks, updates, loops. */

import type { Safety } from '../../findings/finding.ts';
import { libraryNameOf } from '../../program/types.ts';
import type { ModuleSummary, Span } from '../../summary/model.ts';
import { Kind } from '../../syntax/kinds.ts';
import { childIn, childOfKind, childrenOf, is, kindOf, type Node, textOf } from '../../syntax/table.ts';
import { answerAt, expressionOfNode, type Site } from '../site.ts';
import { bindingsSeen, scopeAround } from '../text/names.ts';

const LOCKS = /^(?:threading|multiprocessing|filelock|portalocker)\.\w*(?:Lock|Condition|Semaphore)$/;
/** What is called a lock, or a method of one: `self._lock`, `cache_lock.write()`. */
const LOCK_NAMES = /(?:^|[._])r?w?(?:lock|mutex|semaphore)(?:\.\w+)?(?:\([^()]*\))?$/i;

/** The lock of threads that the function at `site` holds there, as it is written; null where it holds none. */
export function heldLock(site: Site): string | null {
  const item = openBlocks(site).find((value) => isLock(site, value));
  return item === undefined ? null : textOf(site.table, item);
}

function isLock(site: Site, value: Node): boolean {
  const classes = typesOf(site, value);
  return classes.length > 0 ? classes.some((name) => LOCKS.test(name)) : LOCK_NAMES.test(textOf(site.table, value));
}

/** Context managers that do not care which thread runs meanwhile, nor that others do. */
const INDIFFERENT =
  /^(?:contextlib\.(?:suppress|closing|ExitStack|nullcontext)|tempfile\.\w+|builtins\.open|io\.\w+|pathlib\.Path\.open|concurrent\.futures\.\w+|zipfile\.ZipFile|tarfile\.\w+)/;

/** Whether a `with` block that is open at `site` may hold for one thread only, or count on nothing happening meanwhile. */
export function isInOpenBlock(site: Site): boolean {
  return openBlocks(site).some((value) => {
    const names = [...typesOf(site, value), ...calleesOf(site, value)];
    return names.length === 0 || !names.some((name) => INDIFFERENT.test(name));
  });
}

/**
 * Why an await that another thread works for must not stand in a `with` block that is open at `site`, the second half of a sentence:
 * what the block holds belongs to this thread (`with transaction.atomic():`). null where none does.
 */
export function heldForThread(site: Site): string | null {
  const { catalogue } = site.program.inference;
  for (const value of openBlocks(site)) {
    for (const name of typesOf(site, value)) {
      const rows = ['__enter__', '__exit__'].map((method) => catalogue.verdictOnMember(name, [method]));
      if (rows.some((row) => typeof row === 'object' && row.threadBound !== undefined))
        return `what \`with ${textOf(site.table, value)}\` holds belongs to this thread, and the work is done in another`;
    }
  }
  return null;
}

/** What the synchronous `with` statements around the site enter, from the outside in. */
function openBlocks({ table, path }: Site): Node[] {
  const first = path.findLastIndex((node) => is(table, node, 'function_definition'));
  return path.slice(Math.max(0, first)).flatMap((node, depth, nodes) => {
    const isOpen = is(table, node, 'with_statement') && childIn(table, node, 'body') === nodes[depth + 1];
    if (!isOpen || is(table, node + 1, 'async')) return [];
    return childrenOf(table, childOfKind(table, node, 'with_clause')).map((item) => {
      const value = childIn(table, item, 'value');
      return is(table, value, 'as_pattern') ? (childrenOf(table, value)[0] ?? value) : value;
    });
  });
}

function typesOf(site: Site, node: Node): string[] {
  return answerAt(site, node).types.flatMap((type) => (type.kind === 'object' ? [type.class] : []));
}

function calleesOf(site: Site, node: Node): string[] {
  const call = expressionOfNode(site, node);
  if (call?.kind !== 'call') return [];
  return site.program.inference.answer(site.module, call.callee).types.flatMap((type) => libraryNameOf(type) ?? []);
}

/**
 * Whether it makes no difference that other tasks run during an await at `site`. Known gap: what one statement tests and another
 * relies on (`if key not in cache: cache[key] = …`) is not looked at.
 */
export function safetyOfAwait(site: Site): Safety {
  return isInReadAndWrite(site) || isInSharedIteration(site) ? 'unsafe' : 'safe';
}

/** Whether the await would come between a read and a write of what others can change: `self.total += fetch()`. */
function isInReadAndWrite({ table, path }: Site): boolean {
  return path.some((node) => {
    if (!is(table, node, 'augmented_assignment')) return false;
    const target = kindOf(table, childIn(table, node, 'left'));
    return target === Kind.attribute || target === Kind.subscript;
  });
}

/** Whether the await would come between two steps through what others can change: `for x in self.items: fetch(x)`. */
function isInSharedIteration({ table, path, module, span }: Site): boolean {
  const first = Math.max(
    0,
    path.findLastIndex((node) => is(table, node, 'function_definition')),
  );
  const clauses = path.slice(first).flatMap((node, depth, nodes) => {
    const inner = nodes[depth + 1];
    if (is(table, node, 'for_statement')) return childIn(table, node, 'body') === inner ? [node] : [];
    const isBody = COMPREHENSIONS.has(kindOf(table, node)) && childIn(table, node, 'body') === inner;
    return isBody ? childrenOf(table, node).filter((child) => is(table, child, 'for_in_clause')) : [];
  });
  return clauses.some((clause) => {
    if (is(table, clause + 1, 'async')) return false;
    const iterated = /^(?:enumerate\(|reversed\()?([\w.]+?)(?:\.(?:items|values|keys)\(\))?\)?$/.exec(
      textOf(table, childIn(table, clause, 'right')),
    )?.[1];
    return iterated !== undefined && (iterated.includes('.') || isGlobal(module.summary, span, iterated));
  });
}

const COMPREHENSIONS = new Set<number>([
  Kind.list_comprehension,
  Kind.set_comprehension,
  Kind.dictionary_comprehension,
]);

function isGlobal(summary: ModuleSummary, span: Span, name: string): boolean {
  const [binding] = bindingsSeen(summary, scopeAround(summary, span), name);
  return binding?.scope === 0 && binding.value.kind === 'assign';
}
