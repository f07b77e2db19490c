/** Whether an `await` may be put where an expression stands, and what speaks against it. From syntax and place alone. */

import type { Definition } from '../../program/definitions.ts';
import { Kind } from '../../syntax/kinds.ts';
import { childIn, childOfKind, is, kindOf, type Node, type SyntaxTable, startOf, textOf } from '../../syntax/table.ts';
import { asyncLibraryOf } from '../async-library.ts';
import type { Site } from '../site.ts';

/** Why no `await` can stand at `site`, a sentence; null where it can. */
export function whyNoAwait(site: Site): string | null {
  const nested = whyNotReached(site);
  if (nested !== null) return nested;
  if (site.event.place.isInCleanup) {
    return 'An await in a `finally`, or while a cancellation is being handled, can itself be cancelled: do this work before, or shield it.';
  }
  return null;
}

/**
 * Why what closes something cannot be awaited at `site`; null where it can. In a `finally` it may be: a cancellation has been
 * delivered by then, as when an `async with` is left. trio and anyio would cancel that await, too.
 */
export function whyNoClosing(site: Site): string | null {
  const { table, path } = site;
  const inner = path.slice(path.findLastIndex((node) => is(table, node, 'function_definition')));
  const isInHandler = inner.some((node) => is(table, node, 'except_clause'));
  const isInFinally = inner.some((node) => is(table, node, 'finally_clause'));
  const isClosing = isInFinally && !isInHandler && asyncLibraryOf(site.module, site.program) === 'asyncio';
  return isClosing ? whyNotReached(site) : whyNoAwait(site);
}

/** From the expression outwards to the function whose `await` it would be. */
function whyNotReached({ table, path, settings, madeAsync, module }: Site): string | null {
  let comprehensions = 0;
  for (let depth = path.length - 1; depth > 0; depth--) {
    const [node, inner] = [path[depth - 1] ?? 0, path[depth] ?? 0];
    switch (kindOf(table, node)) {
      case Kind.lambda:
        return 'A lambda cannot await: give the work to the event loop from an async function.';
      case Kind.generator_expression:
        if (!isFirstIterable(table, node, inner))
          return 'A generator expression with an await in it would become asynchronous: use a list, or a loop.';
        break;
      case Kind.list_comprehension:
      case Kind.set_comprehension:
      case Kind.dictionary_comprehension:
        if (!isFirstIterable(table, node, inner)) comprehensions++;
        // Only since 3.11 may an asynchronous comprehension stand in one that is not.
        if (comprehensions > 1 && settings.target.minor < 11)
          return 'Before Python 3.11 a nested comprehension cannot await: use a loop.';
        break;
      case Kind.interpolation:
        if (showsItsText(table, node))
          return 'An f-string shows the text of the expression (`{…=}`), which would change: compute the value before.';
        break;
      case Kind.class_definition:
        if (childIn(table, node, 'body') === inner)
          return 'A class body cannot await: compute the value before the class.';
        break;
      case Kind.decorator:
      case Kind.type:
        return 'It stands in a decorator or an annotation, which cannot await: compute the value before.';
      case Kind.function_definition:
        if (childIn(table, node, 'body') !== inner) break;
        if (is(table, node + 1, 'async')) return null;
        return madeAsync?.module === module && isDefinitionOf(table, node, madeAsync) ? null : whyNotSync(table, node);
    }
  }
  return 'Code at the top level of a module cannot await: move it into an async function.';
}

function isDefinitionOf(table: SyntaxTable, node: Node, { scope }: Definition): boolean {
  return startOf(table, childIn(table, node, 'name')) === scope.nameSpan.start;
}

/** `f"{f(x)=}"`. */
export function showsItsText(table: SyntaxTable, interpolation: Node): boolean {
  return /=\s*(?:![rsa])?(?::[^{}]*)?\}$/.test(textOf(table, interpolation));
}

function whyNotSync(table: SyntaxTable, node: Node): string {
  const name = textOf(table, childIn(table, node, 'name'));
  return `\`${name}\` is not an async function, so it cannot await: hand the work over with \`loop.run_in_executor\`, or make it a coroutine.`;
}

/** What the first `for` of a comprehension iterates is worked out outside of it. */
function isFirstIterable(table: SyntaxTable, comprehension: Node, inner: Node): boolean {
  return childOfKind(table, comprehension, 'for_in_clause') === inner;
}
