/**
 * Whether anybody could notice that a piece of a function runs in a thread: it is safe if it works on the disk with what it makes
 * itself and with local names, by functions of libraries, and stores nothing where others look.
 */
import type { Safety } from '../../findings/finding.ts';
import type { Step } from '../../program/steps.ts';
import type { Type } from '../../program/types.ts';
import type { Expression, ExpressionId, Span } from '../../summary/model.ts';
import { expressionAt, expressionsOf } from '../../summary/packed-expressions.ts';
import { scopesOf } from '../../summary/packed-scopes.ts';
import { Kind } from '../../syntax/kinds.ts';
import { childIn, endOf, kindOf, startOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { bindingsSeen } from '../text/names.ts';
import { happeningIn, isMadeIn, isWithin, nameOf } from './code-in-thread.ts';
import { isSelfContained } from './thread-safety.ts';

export function safetyOfCode(site: Site, span: Span): Safety {
  return doesOwnWork(site, span) && readsOwnNames(site, span) && !storesElsewhere(site, span) ? 'safe' : 'unsafe';
}

/** Whether all that it calls, enters and iterates is of libraries, or made by itself. */
function doesOwnWork(site: Site, span: Span): boolean {
  return happeningIn(site, span).every(({ event, steps }) => {
    if (event.kind === 'import') return true;
    if (event.kind === 'attribute' || event.kind === 'implicit') return steps.length === 0;
    if (event.kind === 'call') return isOwnCall(site, event.call, steps, span);
    return isMadeIn(site, event.value, span) || isOwnCall(site, event.value, steps, span);
  });
}

function isOwnCall(site: Site, id: ExpressionId, steps: readonly Step[], span: Span): boolean {
  const call = expressionAt(site.module.summary.expressions, id);
  if (call?.kind !== 'call' || walksArguments(site, call.callee)) return false;
  if (isMadeIn(site, call.callee, span) || isOnResult(site, call.callee)) return true;
  if (steps.length > 0) return steps.every(isSelfContained);
  const { types, isComplete } = site.program.inference.answer(site.module, call.callee);
  return isComplete && types.length > 0 && types.every(isPlainFunction);
}

/** Methods that go through what they are given, which others may change meanwhile. */
function walksArguments({ module }: Site, callee: ExpressionId): boolean {
  const expression = expressionAt(module.summary.expressions, callee);
  return expression?.kind === 'attribute' && /^(?:writelines|writerows?|extend|dump)$/.test(expression.name);
}

/** `open(p).read`: a method of what a call makes that has been looked at itself. */
function isOnResult({ module }: Site, callee: ExpressionId): boolean {
  const expression = expressionAt(module.summary.expressions, callee);
  if (expression?.kind !== 'attribute') return false;
  return expressionAt(module.summary.expressions, expression.object)?.kind === 'call';
}

/** Functions that work on their arguments alone. */
const PLAIN =
  /^(?:builtins\.(?!(?:print|setattr|delattr|exec|eval|open)$|(?:list|dict|set|bytearray)\.)|json\.loads?$|os\.path\.|math\.|re\.|base64\.|hashlib\.|pathlib\.|(?:builtins|io|pathlib)\.open$|tempfile\.|zipfile\.|tarfile\.|gzip\.)/;

function isPlainFunction(type: Type): boolean {
  return PLAIN.test(nameOf(type)) || (type.kind === 'external' && type.name === 'builtins.open');
}

/** Whether the names and attributes that it reads cannot change while the thread runs. */
function readsOwnNames(site: Site, span: Span): boolean {
  for (const expression of expressionsOf(site.module.summary.expressions)) {
    if (!isWithin(expression, span)) continue;
    if (expression.kind === 'name' && !isSteady(site, expression)) return false;
    if (expression.kind === 'attribute' && !isOfOwn(site, expression, span)) return false;
    if (expression.kind === 'subscript' && !isMadeIn(site, expression.object, span)) return false;
  }
  return true;
}

/** A local of the function that no other changes, an import, a definition, what a module sets once, or a builtin. */
function isSteady({ module: { summary } }: Site, { name, scope }: Extract<Expression, { kind: 'name' }>): boolean {
  const bindings = bindingsSeen(summary, scope, name);
  const scopes = scopesOf(summary.scopes);
  if (scopes.some(({ nonlocals, globals }) => nonlocals.includes(name) || globals.includes(name))) return false;
  return bindings.every((binding) => binding.scope !== 0 || bindings.length === 1);
}

/** `f.read` of a file opened in there, `os.path`, `text.strip`: not `self.data`, nor anything else of an object from outside. */
function isOfOwn(site: Site, attribute: Extract<Expression, { kind: 'attribute' }>, span: Span): boolean {
  const object = expressionAt(site.module.summary.expressions, attribute.object);
  if (object?.kind === 'call' || isMadeIn(site, attribute.object, span)) return true;
  const { inference } = site.program;
  const { types, isComplete } = inference.answer(site.module, attribute.object);
  return isComplete && types.length > 0 && types.every(isPlain);
}

function isPlain(type: Type): boolean {
  if (type.kind === 'external' || type.kind === 'module') return true;
  return type.kind === 'object' && /^(?:builtins\.(?:str|bytes|int|float|tuple)|pathlib\.\w+)$/.test(type.class);
}

/** `self.x = …`, `rows[i] += …`. */
function storesElsewhere({ table }: Site, span: Span): boolean {
  for (let node = 0; node < table.length; node++) {
    const kind = kindOf(table, node);
    const isTarget = kind === Kind.assignment || kind === Kind.augmented_assignment || kind === Kind.for_statement;
    if (!isTarget || startOf(table, node) < span.start || endOf(table, node) > span.end) continue;
    const target = kindOf(table, childIn(table, node, 'left'));
    if (target !== Kind.identifier && target !== Kind.pattern_list && target !== Kind.tuple_pattern) return true;
  }
  return false;
}
