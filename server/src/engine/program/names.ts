/** What a name may be: through the bindings that reach it, the scopes around it, star imports and builtins. */

import {
  type Binding,
  type BindingId,
  type Expression,
  type ExpressionId,
  type ModuleReference,
  NONE,
  type Scope,
  UNKNOWN,
} from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { annotated } from './annotations.ts';
import { lineage } from './attributes.ts';
import { decorated } from './decorators.ts';
import { type Definition, definitionOf, type Module, ownerOf, topOf } from './definitions.ts';
import { fieldsOf } from './elements.ts';
import type { Inference } from './inference.ts';
import type { ModuleTarget } from './modules.ts';
import { setOnModule } from './outside-writes.ts';
import { type Answer, certain, flatMap, type Type, UNKNOWN_ANSWER, union } from './types.ts';

type Name = Extract<Expression, { kind: 'name' }>;

export function nameAnswer(inference: Inference, module: Module, name: Name): Answer {
  if (name.reaching !== null) return boundTo(inference, module, name.reaching);
  for (let id = name.scope; id !== NONE; ) {
    const { scope }: Definition = definitionOf(module, id);
    if (scope.kind === 'module') break;
    const bindings = isVisible(scope, id, name) ? scope.bindingsOf(name.name) : undefined;
    if (bindings !== undefined) return boundTo(inference, module, bindings);
    id = scope.globals.includes(name.name) ? 0 : scope.parent;
  }
  return globalAnswer(inference, module, name.name);
}

/** What `name` means at the top of `module`. */
function globalAnswer(inference: Inference, module: Module, name: string): Answer {
  const bindings = topOf(module).bindingsOf(name);
  if (bindings !== undefined)
    return union([boundTo(inference, module, bindings), ...besides(inference, module, name, bindings)]);
  return throughStars(inference, module, name) ?? certain({ kind: 'external', name: `builtins.${name}` });
}

/** What the module's own `name` may be besides what `bindings` give it. */
function besides(
  inference: Inference,
  module: Module,
  name: string,
  bindings: readonly BindingId[],
): readonly Answer[] {
  return [...starredBeside(inference, module, name), ...setOnModule(inference, module, name, bindings)];
}

/** The names of a class body are seen in that body only, not in the functions inside it. */
function isVisible(scope: Scope, id: number, name: Name): boolean {
  return (scope.kind !== 'class' || id === name.scope) && !scope.globals.includes(name.name);
}

/** `from m import *` somewhere in the module may define `name`; null if none does. */
function throughStars(inference: Inference, module: Module, name: string): Answer | null {
  return inference.once(`${module.path} * ${name}`, () => searchStars(inference, module, name), null);
}

function searchStars(inference: Inference, module: Module, name: string): Answer | null {
  for (const reference of topOf(module).starImports.toReversed()) {
    const target = inference.surroundings.index.resolve(reference, module.path);
    if (target.kind === 'external') {
      const qualified = inference.catalogue.canonical(`${target.name}.${name}`);
      return inference.catalogue.knows(qualified) ? certain({ kind: 'external', name: qualified }) : UNKNOWN_ANSWER;
    }
    const found = target.kind === 'file' ? exportOf(inference, target, name) : UNKNOWN_ANSWER;
    if (found !== null) return found;
  }
  return null;
}

/** What `from m import *` brings under a name that the module also binds itself: either may be the later one. */
function starredBeside(inference: Inference, module: Module, name: string): Answer[] {
  return topOf(module).starImports.flatMap((reference) => {
    const target = inference.surroundings.index.resolve(reference, module.path);
    const source = target.kind === 'file' ? inference.surroundings.moduleAt(target.path) : undefined;
    const found =
      target.kind === 'file' && source && topOf(source).bindingsOf(name) ? exportOf(inference, target, name) : null;
    return found === null ? [] : [found];
  });
}

/** What `from target import *` makes of `name`; null where it exports no such name. */
function exportOf(inference: Inference, target: ModuleTarget & { kind: 'file' }, name: string): Answer | null {
  const source = inference.surroundings.moduleAt(target.path);
  if (source === undefined) return UNKNOWN_ANSWER;
  const { exports } = source.summary;
  const isExported = exports === null ? !name.startsWith('_') : exports.includes(name);
  if (!isExported) return null;
  if (topOf(source).bindingsOf(name) === undefined) return throughStars(inference, source, name);
  return memberOfModule(inference, target, name);
}

export function boundTo(inference: Inference, module: Module, bindings: readonly BindingId[]): Answer {
  const answers: Answer[] = [];
  for (const id of bindings) {
    const binding = bindingAt(module.summary.bindings, id);
    if (binding === undefined || binding.value.kind === 'delete') continue;
    answers.push(inference.boundBy(module, id, () => bindingAnswer(inference, module, binding)));
  }
  return union(answers);
}

function bindingAnswer(inference: Inference, module: Module, binding: Binding): Answer {
  const { value } = binding;
  switch (value.kind) {
    case 'import':
      return importedModule(inference, module, value.module);
    case 'from':
      return imported(inference, module, value.module, value.member);
    case 'scope':
      return decorated(inference, definitionOf(module, value.scope));
    case 'parameter':
      return parameterAnswer(inference, module, binding.scope, value.index);
    case 'assign': {
      if (value.annotation !== UNKNOWN && value.path.length === 0) {
        // `DEBUG: bool = False` says more than that it is a bool.
        const constant = binding.scope === 0 ? expressionAt(module.summary.expressions, value.value) : undefined;
        if (constant?.kind === 'literal' && constant.type === 'bool') return inference.answer(module, value.value);
        const answer = annotated(inference, module, value.annotation);
        if (answer.isComplete && !(value.value !== UNKNOWN && answer.types.some(isVague)))
          return withItsMaking(inference, module, answer, [value.value]);
      }
      return unpacked(inference, inference.answer(module, value.value), value.path);
    }
    case 'iterate': {
      const iterated = inference.answer(module, value.value);
      const elements = value.isAsync ? asyncElementsOf(iterated) : inference.elementsOf(iterated);
      return unpacked(inference, elements, value.path);
    }
    case 'enter':
      return unpacked(inference, inference.enteredBy(inference.answer(module, value.value), value.isAsync), value.path);
    default:
      return UNKNOWN_ANSWER;
  }
}

/** What `async for` takes from an asynchronous generator of the program. */
function asyncElementsOf(iterated: Answer): Answer {
  return flatMap(iterated, (type) => (type.kind === 'generator' ? type.elements : UNKNOWN_ANSWER));
}

/** The part of `answer` that `path` picks, one level of unpacking an index. */
function unpacked(inference: Inference, answer: Answer, path: readonly number[]): Answer {
  return path.reduce((whole, index) => {
    const [type] = whole.types;
    const isOne = whole.isComplete && whole.types.length === 1;
    const items = type?.kind === 'tuple' ? type.items : type?.kind === 'instance' ? fieldsOf(inference, type) : null;
    return isOne && items !== null ? (items[index] ?? UNKNOWN_ANSWER) : inference.elementsOf(whole);
  }, answer);
}

function parameterAnswer(inference: Inference, module: Module, scopeId: number, index: number): Answer {
  const definition = definitionOf(module, scopeId);
  const parameter = definition.scope.parameters[index];
  const owner = ownerOf(definition);
  const isReceiver =
    index === 0 &&
    owner !== null &&
    !hasDecorator(module, definition.scope, 'staticmethod') &&
    !decoratesIn(owner, definition.scope);
  if (isReceiver && parameter?.annotation === UNKNOWN) return receiverOf(definition.scope, owner);
  const itself = certain({ kind: 'parameter', definition, index, element: null });
  const isPlain = parameter?.kind === 'positional' || parameter?.kind === 'keyword-only';
  const provided =
    isPlain && isCall(module, parameter.default) ? inference.answer(module, parameter.default) : UNKNOWN_ANSWER;
  if (provided.isComplete && parameter?.annotation === UNKNOWN) return provided;
  if (!isPlain || parameter.annotation === UNKNOWN) return itself;
  const answer = annotated(inference, module, parameter.annotation);
  if (!answer.isComplete) return boundOf(inference, module, parameter.annotation) ?? itself;
  // What callers hand in says more than that it is a callable or some stream.
  return answer.types.some((type) => isVague(type) || isCallback(inference, type)) ? itself : answer;
}

/** An instance of what the type variable that the annotation at `id` names is bound by; null where it names none. */
function boundOf(inference: Inference, module: Module, id: ExpressionId): Answer | null {
  const { types, isComplete } = inference.answer(module, id);
  const [type] = types;
  if (!isComplete || types.length !== 1 || type?.kind !== 'variable') return null;
  const answer = annotated(inference, type.module, type.bound);
  return answer.isComplete ? answer : null;
}

/** A Protocol with `__call__` is another way to write `Callable`. */
function isCallback(inference: Inference, type: Type): boolean {
  return (
    type.kind === 'instance' &&
    type.definition.scope.names.includes('__call__') &&
    lineage(inference, type.definition).external.some((base) => /^typing(?:_extensions)?\.Protocol$/.test(base))
  );
}

/** Whether the class body of `owner` uses its function `method` as a decorator: that is given functions, and no object. */
function decoratesIn({ module, scope }: Definition, { name, parameters }: Scope): boolean {
  // Nobody calls a function `self`, and looking through the class for each method would take long.
  if (/^(?:self|cls)$/.test(parameters[0]?.name ?? '')) return false;
  return scope.names.some((each) =>
    (scope.bindingsOf(each) ?? []).some((id) => {
      const value = bindingAt(module.summary.bindings, id)?.value;
      return value?.kind === 'scope' && hasDecorator(module, definitionOf(module, value.scope).scope, name);
    }),
  );
}

/** A call as a default is a framework's marker: `session=Depends(get_session)`. */
function isCall(module: Module, id: ExpressionId): boolean {
  return id !== UNKNOWN && expressionAt(module.summary.expressions, id)?.kind === 'call';
}

/** Whether an annotation says less than the value: `Callable`, some stream, or no type at all (`x: Final = 1`). */
export function isVague(type: Type): boolean {
  return (
    type.kind === 'object' &&
    /^(?:(?:typing|collections\.abc)\.Callable|typing\.(?:Text|Binary)?IO|typing(?:_extensions)?\.(?:Final|ClassVar))$/.test(
      type.class,
    )
  );
}

/** What is declared as a lock, with the constructor call where that is its only value: which lock it is matters. */
export function withItsMaking(
  inference: Inference,
  module: Module,
  declared: Answer,
  values: readonly ExpressionId[],
): Answer {
  const [type, another] = declared.types;
  const [value = UNKNOWN, ...others] = values;
  if (type?.kind !== 'object' || another !== undefined || others.length > 0 || value === UNKNOWN) return declared;
  if (inference.catalogue.lockOf(type.class) === undefined) return declared;
  const assigned = inference.answer(module, value);
  const [made] = assigned.types;
  return assigned.isComplete && assigned.types.length === 1 && made?.kind === 'object' && made.class === type.class
    ? assigned
    : declared;
}

function receiverOf(method: Scope, owner: ReturnType<typeof definitionOf>): Answer {
  const isOfClass =
    method.name === '__new__' ||
    method.name === '__init_subclass__' ||
    hasDecorator(owner.module, method, 'classmethod');
  const type: Type = isOfClass
    ? { kind: 'class', definition: owner }
    : { kind: 'instance', definition: owner, made: null };
  return certain(type);
}

/** Whether `scope` bears the builtin decorator `name`. */
export function hasDecorator(module: Module, scope: Scope, name: string): boolean {
  return scope.decorators.some((id) => {
    const expression = expressionAt(module.summary.expressions, id);
    return expression?.kind === 'name' && expression.name === name;
  });
}

function importedModule(inference: Inference, module: Module, reference: ModuleReference): Answer {
  const { index } = inference.surroundings;
  const target = index.resolve(reference, module.path);
  const below = target.kind === 'external' && reference.level === 0 ? module.summary.loadedModules : [];
  const [namespace = target] = below.flatMap((longer) => index.namespaceIn(longer, reference.name, module.path) ?? []);
  return targetAnswer(inference, namespace);
}

function targetAnswer(inference: Inference, target: ModuleTarget): Answer {
  if (target.kind === 'missing') return UNKNOWN_ANSWER;
  if (target.kind === 'external')
    return certain({ kind: 'external', name: inference.catalogue.canonical(target.name) });
  return certain({ kind: 'module', target });
}

/** `from reference import member`, written in `module`. */
function imported(inference: Inference, module: Module, reference: ModuleReference, member: string): Answer {
  const target = inference.surroundings.index.resolve(reference, module.path);
  if (target.kind === 'missing') return UNKNOWN_ANSWER;
  if (target.kind === 'external') {
    return certain({ kind: 'external', name: inference.catalogue.canonical(`${target.name}.${member}`) });
  }
  return memberOfModule(inference, target, member);
}

/** What the attribute `name` of a module of the program may be: a name it binds, one it star-imports, or a submodule. */
export function memberOfModule(inference: Inference, target: ModuleTarget, name: string): Answer {
  const { index } = inference.surroundings;
  if (target.kind === 'file') {
    const module = inference.surroundings.moduleAt(target.path);
    if (module === undefined) return UNKNOWN_ANSWER;
    const bindings = topOf(module).bindingsOf(name);
    if (bindings !== undefined && !importsItself(inference, module, bindings, target))
      return union([boundTo(inference, module, bindings), ...setOnModule(inference, module, name, bindings)]);
    const submodule = index.submodule(target, name);
    if (submodule !== null) return targetAnswer(inference, submodule);
    return throughStars(inference, module, name) ?? union(setOnModule(inference, module, name, []));
  }
  const submodule = index.submodule(target, name);
  return submodule === null ? UNKNOWN_ANSWER : targetAnswer(inference, submodule);
}

/** `from . import utils` in a package's `__init__.py` binds `utils` to the submodule, by way of the package itself. */
function importsItself(
  inference: Inference,
  module: Module,
  bindings: readonly BindingId[],
  target: ModuleTarget & { kind: 'file' },
): boolean {
  return bindings.every((id) => {
    const value = bindingAt(module.summary.bindings, id)?.value;
    if (value?.kind !== 'from' || value.member !== bindingAt(module.summary.bindings, id)?.name) return false;
    const source = inference.surroundings.index.resolve(value.module, module.path);
    return source.kind === 'file' && source.path === target.path;
  });
}

/** What the class body of `owner` binds to `name`; null where it binds no such name. */
export function namesOfClass(inference: Inference, owner: Definition, name: string): Answer | null {
  const bindings = owner.scope.bindingsOf(name);
  return bindings === undefined ? null : boundTo(inference, owner.module, bindings);
}
