/**
 * Calls the coroutine that the program has beside a function of its own: `load(x)` becomes `await aload(x)`, `store.read(k)` becomes
 * `await store.read_async(k)`. The two are told by their names, and take the same arguments.
 */

import { type Definition, definitionOf, ownerOf, topOf } from '../../program/definitions.ts';
import { methodFor } from '../../program/dispatch.ts';
import type { Program } from '../../program/program.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { callOf } from '../../summary/packed-expressions.ts';
import { childIn, endOf, is, type Node, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, offer } from '../offers.ts';
import { answerAt, type Site } from '../site.ts';
import { awaitedCall } from '../text/awaited-call.ts';
import { bindingsSeen, scopeAround } from '../text/names.ts';
import { type Spelled, spelledInstead } from './spelled-instead.ts';
import { whyNotAwaited } from './why-not-awaited.ts';

export const ownTwin: Fixer = (site) => {
  const { event, table, node, steps, definition, program } = site;
  const [step, ...others] = steps;
  if (event.kind !== 'call' || step?.kind !== 'function' || others.length > 0) return null;
  const callee = childIn(table, node, 'function');
  const name = textOf(table, is(table, callee, 'attribute') ? childIn(table, callee, 'attribute') : callee);
  if (name !== step.definition.scope.name) return null;
  const twin = twinOf(site, step.definition);
  if (twin === null || twin === definition || whyNotAwaited(site) !== null) return null;
  // What waits in the twin itself is no better for it, and what it does in the end may be this call.
  if (program.effects.effectsOf(twin).all.length > 0 || mayReach(program, twin, definition)) return null;
  const named = spelled(site, callee, step.definition, twin);
  const changes = named === null ? null : awaitedCall(site, node, named.callee);
  if (named === null || changes === null) return null;
  return offer(site, `Use \`${twin.scope.name}\``, 'unsafe', [...changes, ...named.changes]);
};

/** The coroutine beside `function_`, by the names that programs give the two. */
function twinOf({ program }: Site, function_: Definition): Definition | null {
  const { scope, module } = function_;
  if (scope.kind !== 'function' || scope.isAsync || scope.isGenerator || scope.decorators.length > 0) return null;
  const owner = ownerOf(function_);
  if (owner === null && scope.parent !== 0) return null;
  for (const name of namesOfTwin(scope.name)) {
    const twin = owner === null ? atTop(module, name) : methodFor(program.inference, function_.receiver ?? owner, name);
    if (twin !== null && isTwin(function_, twin)) return twin;
  }
  return null;
}

/** `aload`, `load_async`, `async_load` of `load`; `load` itself of `load_sync`. */
function namesOfTwin(name: string): readonly string[] {
  const [, underscores = '', bare = ''] = /^(_*)(.*)$/.exec(name) ?? [];
  const plain = bare.replace(/^sync_|_sync$/, '');
  const names = ['a', 'async_'].map((prefix) => `${underscores}${prefix}${plain}`);
  return [...names, `${underscores}${plain}_async`, ...(plain === bare ? [] : [`${underscores}${plain}`])];
}

function atTop(module: Definition['module'], name: string): Definition | null {
  const [id, ...others] = topOf(module).bindingsOf(name) ?? [];
  const value = id === undefined || others.length > 0 ? undefined : bindingAt(module.summary.bindings, id)?.value;
  return value?.kind === 'scope' ? definitionOf(module, value.scope) : null;
}

function isTwin({ scope }: Definition, { scope: twin }: Definition): boolean {
  if (!twin.isAsync || twin.isGenerator || twin.decorators.length > 0) return false;
  const parameters = [scope, twin].map((each) =>
    each.parameters.map((one) => `${one.kind} ${one.name} ${one.default >= 0}`).join(),
  );
  return parameters[0] === parameters[1];
}

/** Functions looked at before the look is given up: what reaches further may reach anything. */
const MOST_FUNCTIONS = 200;

/** Whether running `twin` may run `target`, which would wait for itself then. */
function mayReach({ inference }: Program, twin: Definition, target: Definition): boolean {
  const seen = new Set([twin]);
  for (const { module, scope, id } of seen) {
    if (seen.size > MOST_FUNCTIONS || (module === target.module && id === target.id)) return true;
    for (const event of scope.events) {
      const call = callOf(module.summary.expressions, event);
      if (call === undefined) continue;
      for (const type of inference.answer(module, call.callee).types) {
        if (type.kind === 'function') seen.add(type.definition);
      }
    }
  }
  return false;
}

/** The twin as the call can name it: an attribute of the same thing, or a function of the same module; null where that is not plain. */
function spelled(site: Site, callee: Node, function_: Definition, twin: Definition): Spelled | null {
  const { table, module } = site;
  const { name } = twin.scope;
  const span = { start: startOf(table, callee), end: endOf(table, callee) };
  const isMethod = ownerOf(function_) !== null;
  if (is(table, callee, 'attribute')) {
    return isMethod || isModule(site, callee, twin) ? spelledInstead(site, callee, name, '') : null;
  }
  if (isMethod) return null;
  const scope = scopeAround(module.summary, span);
  if (twin.module === module) {
    const [binding, ...others] = bindingsSeen(module.summary, scope, name);
    const isIt = others.length === 0 && binding?.value.kind === 'scope' && binding.value.scope === twin.id;
    return isIt ? { callee: name, changes: [] } : null;
  }
  const [binding, ...others] = bindingsSeen(module.summary, scope, textOf(table, callee));
  if (binding?.value.kind !== 'from' || others.length > 0 || binding.value.module.level > 0) return null;
  const imported = binding.value.module.name;
  const isItsFile = twin.module.path
    .replace(/(?:\/__init__)?\.pyi?$/, '')
    .endsWith(`/${imported.replaceAll('.', '/')}`);
  return isItsFile ? spelledInstead(site, callee, name, imported) : null;
}

/** Whether what stands before the dot is the module itself that has the twin. */
function isModule(site: Site, callee: Node, twin: Definition): boolean {
  const { types } = answerAt(site, childIn(site.table, callee, 'object'));
  const [only, ...others] = types;
  const target = others.length === 0 && only?.kind === 'module' ? only.target : null;
  return target?.kind === 'file' && target.path === twin.module.path;
}
