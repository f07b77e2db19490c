/** What to call the function into which a fix moves code: `read_config`, `write_report`. */
import { Kind } from '../../syntax/kinds.ts';
import { childIn, childrenOf, is, kindOf, type Node, nextOf, type SyntaxTable, textOf } from '../../syntax/table.ts';
import { freshName } from '../text/fresh-names.ts';

/** Names that say nothing. */
const EMPTY =
  /^(?:_*|.{1,2}|file|files|fp|fh|fd|path|paths|file_?path|file_?name|name|result|results|ret|res|self|cls|tmp|temp|out|output|input|line|lines|item|value|str|os|sys|open|join)$/i;

/**
 * A name for the code of `nodes` that nothing in the file has: a verb for what it does to the disk, and what it is about: its
 * result, else the file.
 */
export function functionName(
  table: SyntaxTable,
  { from, to }: { readonly from: Node; readonly to: Node },
  results: readonly string[],
): string {
  const verb = verbOf(table, from, to);
  const nouns = [...(verb === 'read' || verb === 'load' ? results : []), ...pathNouns(table, from, to), ...results]
    .map(nounOf)
    .filter((noun) => !EMPTY.test(noun));
  return freshName(table, 0, [
    ...nouns.slice(0, 2).map((noun) => withVerb(verb, noun)),
    fallbackOf(verb, callsIn(table, from, to)),
  ]);
}

/** What it is called where nothing tells what it is about. */
function fallbackOf(verb: string, calls: string): string {
  if (verb === 'extract' || (verb !== 'scan' && /open/.test(calls))) return `${verb}_file`;
  return /\.execute\w*\(/.test(calls) ? 'query_database' : 'do_blocking_work';
}

function withVerb(verb: string, noun: string): string {
  return noun.startsWith(`${verb}_`) ? noun : `${verb}_${noun}`;
}

/** `self._config_path` is about the config. */
function nounOf(name: string): string {
  const snake = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return snake.replace(/^_+|_+$/g, '').replace(/_(?:file_?)?(?:path|name|file|filename|fp)$/, '');
}

function verbOf(table: SyntaxTable, from: Node, to: Node): string {
  const text = callsIn(table, from, to);
  if (/(?:^|\.)(?:extract(?:all)?|unpack_archive)\(/m.test(text)) return 'extract';
  if (
    /\.(?:write\w*|dump\w*|to_csv|writestr|savetxt)\(|\.?open\(\S*.*(?<!\w)["'](?:[wax]b?\+?t?|[wax]t)["']/m.test(text)
  )
    return 'write';
  if (/\b(?:load|safe_load)\(/m.test(text)) return 'load';
  if (/\.(?:read\w*|open)\(|\bopen\(/m.test(text)) return 'read';
  if (/\.(?:unlink|rmtree|rmdir)\(/m.test(text)) return 'delete';
  if (/\.copy(?:2|file|tree)\(/m.test(text)) return 'copy';
  return /glob\(|(?:iterdir|listdir|scandir|walk)\(/m.test(text) ? 'scan' : 'load';
}

function callsIn(table: SyntaxTable, from: Node, to: Node): string {
  const nodes = Array.from({ length: to - from }, (_, index) => from + index);
  const calls = nodes.filter((node) => is(table, node, 'call'));
  return calls.map((node) => callText(table, node)).join('\n');
}

/** `json.dump(`, `open(path, "w")`: the name of what is called, and of `open` the arguments, too. */
function callText(table: SyntaxTable, call: Node): string {
  const name = /[\w.]*\w$/.exec(textOf(table, childIn(table, call, 'function')))?.[0] ?? '';
  return /open$/.test(name)
    ? `${name}${textOf(table, childIn(table, call, 'arguments')).replace(/\s+/g, ' ')}`
    : `.${name}(`;
}

/** The last word of the path that is opened: of a name, an attribute, or a file's name in quotes. */
function pathNouns(table: SyntaxTable, from: Node, to: Node): string[] {
  for (let node = from; node < to; node++) {
    const name = is(table, node, 'call') ? textOf(table, childIn(table, node, 'function')) : '';
    if (!/(?:^|\.)(?:open|ZipFile|TarFile|glob|rglob|listdir|scandir|iterdir)$/.test(name)) continue;
    const [first] = childrenOf(table, childIn(table, node, 'arguments'));
    const callee = childIn(table, node, 'function');
    const isOfPath = is(table, callee, 'attribute') && !isImported(table, name.split('.', 1)[0] ?? '');
    const subject = isOfPath ? childIn(table, callee, 'object') : first;
    if (subject !== undefined) return wordsOf(table, subject);
  }
  return [];
}

/** `os` of `os.listdir`: some import names it. */
function isImported(table: SyntaxTable, root: string): boolean {
  return /^\w+$/.test(root) && new RegExp(`^\\s*(?:import|from)\\b.*\\b${root}\\b`, 'm').test(table.text);
}

function wordsOf(table: SyntaxTable, subject: Node): string[] {
  const words: string[] = [];
  for (let node = subject; node < nextOf(table, subject); node++) {
    const kind = kindOf(table, node);
    if (kind === Kind.identifier && !isCalled(table, node)) words.push(textOf(table, node));
    if (kind === Kind.string_content) words.push(...(/(\w+)\.\w{1,5}$/.exec(textOf(table, node))?.slice(1) ?? []));
  }
  return words.reverse();
}

/** The `lower` of `name.lower()`, the `str` of `str(path)`. */
function isCalled(table: SyntaxTable, node: Node): boolean {
  return table.text[table.ends[node] ?? 0] === '(';
}
