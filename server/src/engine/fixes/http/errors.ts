/**
 * Handlers of a library's errors, rewritten for those of another. A handler is right if each failure that it caught is caught by
 * the same clause afterwards; a rewriting of which that does not hold is refused.
 */
import { expressionOf } from '../../program/chains.ts';
import type { Step } from '../../program/steps.ts';
import { expressionAt } from '../../summary/packed-expressions.ts';
import { childIn, childOfKind, childrenOf, endOf, is, type Node, pathTo, startOf, textOf } from '../../syntax/table.ts';
import { answerAt, type Site } from '../site.ts';
import { type Change, hasComment, replacement } from '../text/edits.ts';
import type { Conversion, Failure, Refused, Spell } from './conversion.ts';
import { errorUses } from './error-uses.ts';

/** A place where something can fail. */
export interface Risk {
  readonly node: Node;
  readonly failures: readonly Failure[];
}

export interface Handlers {
  readonly site: Site;
  readonly conversion: Conversion;
  readonly risks: readonly Risk[];
  /** The calls that are rewritten. */
  readonly calls: readonly Node[];
  readonly spell: Spell;
}

/** The changes of the handlers around `risks`; or why one would not catch what it catches now. */
export function rewriteHandlers(handlers: Handlers): readonly Change[] | Refused {
  const { site, conversion, risks } = handlers;
  if (conversion.source.hasSameErrors) return [];
  const { table } = site;
  const tries = new Map<Node, Set<Failure>>();
  for (const { node, failures } of risks) {
    const path = pathTo(table, node);
    const first = path.findLastIndex((each) => is(table, each, 'function_definition'));
    for (const [depth, each] of path.entries()) {
      if (depth < first) continue;
      const inner = path[depth + 1] ?? 0;
      const suppressed =
        is(table, each, 'with_statement') && childIn(table, each, 'body') === inner ? suppressedBy(site, each) : null;
      if (suppressed !== null)
        return { refused: `\`${suppressed}\` would not suppress the errors of ${conversion.target.name}` };
      if (!is(table, each, 'try_statement') || childIn(table, each, 'body') !== inner) continue;
      const known = tries.get(each) ?? new Set<Failure>();
      for (const failure of failures) known.add(failure);
      tries.set(each, known);
    }
  }
  const changes: Change[] = [];
  for (const [statement, failures] of tries) {
    const found = rewriteTry(handlers, statement, failures);
    if ('refused' in found) return found;
    changes.push(...found);
  }
  return changes;
}

/** What a `with contextlib.suppress(…)` names, where that is not every error. */
function suppressedBy({ table }: Site, statement: Node): string | null {
  const text = textOf(table, childOfKind(table, statement, 'with_clause'));
  const found = /\b(?:suppress|raises|assertRaises)\(([^()]*)\)/.exec(text)?.[1];
  return found === undefined || /\b(?:Base)?Exception\b/.test(found) ? null : found;
}

interface Clause {
  readonly node: Node;
  /** The value behind `except`, NO_NODE where there is none. */
  readonly value: Node;
  readonly names: readonly { readonly node: Node; readonly name: string }[];
}

function rewriteTry(handlers: Handlers, statement: Node, failures: ReadonlySet<Failure>): readonly Change[] | Refused {
  const { site, conversion } = handlers;
  const { table } = site;
  const clauses: Clause[] = [];
  for (const node of childrenOf(table, statement).filter((child) => is(table, child, 'except_clause'))) {
    const clause = clauseOf(site, node);
    if ('refused' in clause) return clause;
    clauses.push(clause);
  }
  const isMixed = mentionsOthers(handlers, statement);
  const after = clauses.map((clause) => namesAfter(conversion, clause, failures, isMixed));
  for (const failure of failures) {
    const before = clauses.findIndex((clause) =>
      catches(
        clause,
        clause.names.map(({ name }) => name),
        conversion.source.failures[failure],
      ),
    );
    const then = clauses.findIndex((clause, index) =>
      catches(clause, after[index] ?? [], conversion.target.failures[failure]),
    );
    if (before === then) continue;
    const clause = clauses[before < 0 ? then : before];
    const text = clause === undefined ? '' : textOf(table, clause.value);
    return { refused: `\`except ${text}\` would not catch the same errors of ${conversion.target.name}` };
  }
  const changes: Change[] = [];
  for (const [index, clause] of clauses.entries()) {
    const rewritten = rewriteClause(handlers, clause, after[index] ?? [], isMixed);
    if ('refused' in rewritten) return rewritten;
    changes.push(...rewritten);
  }
  return changes;
}

const EVERYTHING = new Set(['Exception', 'BaseException']);

function catches(clause: Clause, names: readonly string[], caughtBy: readonly string[]): boolean {
  return clause.names.length === 0 || names.some((name) => EVERYTHING.has(name) || caughtBy.includes(name));
}

function clauseOf(site: Site, node: Node): Clause | Refused {
  const { table } = site;
  if (/^except\s*\*/.test(textOf(table, node))) return { refused: 'an `except*` is in the way' };
  const block = childOfKind(table, node, 'block');
  const [child] = childrenOf(table, node).filter((each) => each !== block);
  if (child === undefined) return { node, value: -1, names: [] };
  const value = is(table, child, 'as_pattern') ? (childrenOf(table, child)[0] ?? child) : child;
  const isList = is(table, value, 'tuple') || is(table, value, 'expression_list');
  const names: { node: Node; name: string }[] = [];
  for (const each of isList ? childrenOf(table, value) : [value]) {
    const found = errorsNamed(site, each);
    if (found === null) return { refused: `what \`except ${textOf(table, each)}\` catches is not known` };
    names.push(...found.map((name) => ({ node: each, name })));
  }
  return { node, value, names };
}

/** The qualified names of the classes that `node` may be; empty for classes of the program. */
export function errorsNamed(site: Site, node: Node): readonly string[] | null {
  const { types, isComplete } = answerAt(site, node);
  if (!isComplete || types.length === 0) return null;
  const names: string[] = [];
  for (const type of types) {
    if (type.kind === 'external') names.push(plainName(type.name));
    else if (type.kind === 'class') names.push(`<${type.definition.scope.name}>`);
    else return null;
  }
  return names;
}

const SAME_ERRORS: Readonly<Record<string, string>> = {
  IOError: 'OSError',
  EnvironmentError: 'OSError',
  'socket.error': 'OSError',
  'socket.timeout': 'TimeoutError',
  'asyncio.TimeoutError': 'TimeoutError',
  'asyncio.exceptions.TimeoutError': 'TimeoutError',
  'json.decoder.JSONDecodeError': 'json.JSONDecodeError',
};

/** One name for classes that have several. */
function plainName(name: string): string {
  const short = name.replace(/^builtins\./, '').replace(/^requests\.exceptions\./, 'requests.');
  return SAME_ERRORS[short] ?? short;
}

/** Classes that catch invalid JSON where they catch anything of requests (requests/exceptions.py). */
const CATCHING_JSON = 'requests.RequestException';

/** What the clause will catch, by qualified name. */
function namesAfter(
  { errors }: Conversion,
  { names }: Clause,
  failures: ReadonlySet<Failure>,
  isMixed: boolean,
): readonly string[] {
  const after = names.flatMap(({ name }) => {
    const mapped = Object.hasOwn(errors, name) ? (errors[name] ?? []) : null;
    if (mapped === null) return [name];
    const json =
      (name === CATCHING_JSON || (name === 'OSError' && Object.hasOwn(errors, CATCHING_JSON))) && failures.has('json');
    return [...(isMixed ? [name] : []), ...mapped, ...(json ? ['json.JSONDecodeError'] : [])];
  });
  return [...new Set(after)];
}

function rewriteClause(
  handlers: Handlers,
  clause: Clause,
  after: readonly string[],
  isMixed: boolean,
): readonly Change[] | Refused {
  const { site, conversion, spell } = handlers;
  const { table } = site;
  const { errors } = conversion;
  const changed = clause.names.filter(({ name }) => Object.hasOwn(errors, name));
  if (changed.length === 0) return [];
  const uses = errorUses(
    site,
    conversion,
    clause.node,
    clause.names.map(({ name }) => name),
  );
  if ('refused' in uses) return uses;
  if (isMixed && uses.length > 0) return { refused: 'a handler asks errors of two libraries the same' };
  // What the clause named before keeps its text, once.
  const written = after.map((name) => {
    const known = clause.names.find((each) => each.name === name);
    return known === undefined ? spelled(name, site, spell) : textOf(table, known.node);
  });
  const [only = '', ...more] = written;
  const text = more.length === 0 ? only : `(${written.join(', ')})`;
  const [start, end] = [startOf(table, clause.value), endOf(table, clause.value)];
  if (hasComment(table, start, end)) return { refused: 'a comment stands among the errors of a handler' };
  return text === textOf(table, clause.value) ? uses : [replacement(start, end, text), ...uses];
}

function spelled(name: string, { settings }: Site, spell: Spell): string {
  if (name === 'TimeoutError' && settings.target.minor < 11) return spell('asyncio', 'TimeoutError');
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : spell(name.slice(0, dot), name.slice(dot + 1));
}

/** Whether the body of the `try` does more that can raise errors of the source than what is rewritten. */
function mentionsOthers({ site, conversion, calls }: Handlers, statement: Node): boolean {
  const { program, definition, module, table } = site;
  const body = childIn(table, statement, 'body');
  const isOther = (name: string) =>
    conversion.source.functions.test(name) || (conversion.source.methods?.test(name) ?? false);
  const reaches = (step: Step): boolean => {
    if (step.kind === 'fact') return isOther(step.row.name);
    return program.effects
      .effectsOf(step.definition)
      .all.some(({ cause }) => cause.kind === 'fact' && isOther(cause.step.row.name));
  };
  return program.effects.steppedOf(definition).some(({ event, steps }) => {
    const at = expressionAt(module.summary.expressions, expressionOf(event));
    if (at === undefined || at.start < startOf(table, body) || at.end > endOf(table, body)) return false;
    const isRewritten = calls.some((call) => startOf(table, call) === at.start && endOf(table, call) === at.end);
    return !isRewritten && steps.some(reaches);
  });
}
