/** `Path(p).read_text()` becomes `await anyio.Path(p).read_text()` in modules of anyio and trio, whose paths have coroutines. */
import { childIn, endOf, is, startOf, textOf } from '../../syntax/table.ts';
import { type AsyncLibrary, asyncLibraryOf, imports } from '../async-library.ts';
import { blockingPart } from '../calls/call-arguments.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { safetyInThread, whyNotInThread } from '../safety/thread-safety.ts';
import type { Site } from '../site.ts';
import { type Change, hasComment, insertion, replacement } from '../text/edits.ts';
import { needAt, reach } from '../text/imports.ts';
import { removeIfUnused } from '../text/unused-imports.ts';
import { needsParentheses } from '../text/wrapped-call.ts';
import { calleeNames } from './open-calls.ts';

/** The coroutines of anyio.Path and trio.Path whose result is no path: that would be an anyio.Path, no pathlib.Path. */
const METHOD =
  /^pathlib\.Path\.(?:chmod|exists|group|hardlink_to|is_(?:block_device|char_device|dir|fifo|file|mount|socket|symlink)|lchmod|lstat|mkdir|owner|read_bytes|read_text|rmdir|samefile|stat|symlink_to|touch|unlink|write_bytes|write_text)$/;

export const useAsyncPath: Fixer = (site) => {
  const { table, event, steps, node, path } = site;
  const library = libraryOf(site);
  const isMethod = steps.length > 0 && steps.every((step) => step.kind === 'fact' && METHOD.test(step.row.name));
  if (table.firstError !== null || event.kind !== 'call' || library === null || !isMethod) return null;
  const callee = childIn(table, node, 'function');
  if (!is(table, callee, 'attribute')) return null;
  const reason = whyNoAwait(site) ?? whyNotInThread(site);
  if (reason !== null) return withheld(reason);
  if (blockingPart(site) !== null || hasComment(table, startOf(table, node), endOf(table, callee))) return null;
  const spelled = reach(needAt(site.file, site.module.summary, path), library, 'Path');
  if (spelled === null) return withheld(`The name \`${library}\` means something else here.`);
  const [open, close] = needsParentheses(table, path) ? ['(', ')'] : ['', ''];
  return offer(site, `Use ${library}.Path`, safetyInThread(site), [
    ...asyncObject(site, `${open}await `, spelled.spelling),
    ...(close === '' ? [] : [insertion(endOf(table, node), close)]),
    ...spelled.changes,
  ]);
};

function libraryOf({ module, program }: Site): AsyncLibrary | null {
  const runner = asyncLibraryOf(module, program);
  if (runner === 'asyncio') return imports(module, 'anyio') ? 'anyio' : null;
  return runner;
}

/** `Path(p)` is made one of the library; what holds a path already is wrapped in one. */
function asyncObject(site: Site, opening: string, spelling: string): Change[] {
  const { table, node, file, module } = site;
  const object = childIn(table, childIn(table, node, 'function'), 'object');
  const [start, end] = [startOf(table, object), endOf(table, object)];
  const made = is(table, object, 'call') ? childIn(table, object, 'function') : -1;
  const isMade = made >= 0 && calleeNames(site, made).every((name) => name === 'pathlib.Path');
  if (isMade && calleeNames(site, made).length > 0) {
    const span = { start, end: endOf(table, made) };
    const root = /^\w+/.exec(textOf(table, made))?.[0] ?? '';
    return [replacement(start, span.end, `${opening}${spelling}`), ...removeIfUnused(file, module.summary, root, span)];
  }
  const isWrapped = is(table, object, 'parenthesized_expression');
  const text = textOf(table, object);
  return [replacement(start, end, `${opening}${spelling}${isWrapped ? text : `(${text})`}`)];
}
