/**
 * What is set on objects by code outside of their class: `bot.db = sqlite3.connect(…)`, `shared.client = …` on a module,
 * `app.state.session = …` on an object of a library, `app["db"] = …`.
 *
 * The name is asked first, and only for writes of that name what they write to. A write to an object that nobody knows may be to
 * any: it leaves unknown what no class says.
 */
import { type BindingId, type ExpressionId, UNKNOWN } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { annotated } from './annotations.ts';
import { attributeOf, lineage, methodOf } from './attributes.ts';
import type { Definition, Module } from './definitions.ts';
import type { Inference } from './inference.ts';
import { isVague } from './names.ts';
import { type Answer, isNone, type Type, union } from './types.ts';
import { BY_CONSTANT, type WriteSite } from './write-index.ts';

type LibraryObject = Extract<Type, { kind: 'object' }>;

/**
 * What the class `definition` or its objects have under `name`, of which the class itself says `inside` (null: nothing). What it
 * declares, and what it defines as a method, is not asked for outside.
 */
export function withOutside(
  inference: Inference,
  definition: Definition,
  name: string,
  inside: Answer | null,
): Answer | null {
  const sites = sitesOf(inference, name, definition.module);
  if (sites.length === 0) return inside;
  const { classes, external } = lineage(inference, definition);
  const isOwn = (type: Type): boolean => {
    if (type.kind === 'object') return external.some((base) => isKeeperAbove(inference, type.class, base));
    return (type.kind === 'instance' || type.kind === 'class') && classes.includes(type.definition);
  };
  const isBelow = (type: Type): boolean =>
    (type.kind === 'instance' || type.kind === 'class') &&
    lineage(inference, type.definition).classes.includes(definition);
  const { answers, hasStranger } = writtenTo(inference, sites, (type) => isOwn(type) || isBelow(type));
  if (answers.length === 0 || methodOf(inference, definition, name) !== null) return inside;
  if (classes.some((owner) => isDeclaredIn(inference, owner, name))) return inside;
  // What a base that is not known may have under that name, the program replaces.
  const said = inside?.types.length === 0 && !classes.some((owner) => mentions(owner, name)) ? null : inside;
  const isSaid = said !== null && !(said.isComplete && said.types.every(isNone));
  // What is set on objects of one subclass only, those of another may have of their own.
  const isKnown = isSaid || (!hasStranger && writtenTo(inference, sites, isOwn).answers.length > 0);
  if (!isKnown) return inside;
  return union(said === null ? answers : [said, ...answers]);
}

/** What other modules set `module`'s own `name` to, which is bound there by `bindings`; what it imports, defines or declares is its own. */
export function setOnModule(
  inference: Inference,
  module: Module,
  name: string,
  bindings: readonly BindingId[],
): readonly Answer[] {
  const sites = sitesOf(inference, name, module);
  if (sites.length === 0 || !bindings.every((id) => isOpen(inference, module, id))) return [];
  // A module is not handed around: nobody sets this on what is not known to be it.
  const isMeant = (type: Type): boolean =>
    type.kind === 'module' && type.target.kind === 'file' && type.target.path === module.path;
  return writtenTo(inference, sites, isMeant).answers;
}

/**
 * What the program keeps under `name` on objects of a library's class that is made for that, or of subclasses: it has one such
 * object, as far as anybody can tell. null: that is not known.
 */
export function keptOn(inference: Inference, { class: keeper }: LibraryObject, name: string): Answer | null {
  const { catalogue, surroundings } = inference;
  if (!catalogue.keeps(keeper, 'attributes') || catalogue.callbacksOfMember(keeper, name).length > 0) return null;
  const subclasses = surroundings.subclassesOfExternal(keeper);
  const having = subclasses.filter((subclass) => mentions(subclass, name));
  const sites = sitesOf(inference, name, null);
  if (having.length === 0 && sites.length === 0) return null;
  const { answers, hasStranger } = writtenTo(inference, sites, (type) => {
    if (type.kind === 'instance') return subclasses.includes(type.definition);
    return type.kind === 'object' && isRelated(inference, type.class, keeper);
  });
  const own = having.map((definition) => attributeOf(inference, { kind: 'instance', definition, made: null }, name));
  const all = [...own, ...answers];
  return hasStranger || all.length === 0 ? null : union(all);
}

/** What the program keeps on a value of a library that is made for that: `g.db`. */
export function keptOnValue(inference: Inference, value: string, name: string): Answer | null {
  if (!inference.catalogue.keeps(value, 'attributes')) return null;
  const isMeant = (type: Type): boolean => type.kind === 'external' && type.name === value;
  const { answers, hasStranger } = writtenTo(inference, sitesOf(inference, name, null), isMeant);
  return hasStranger || answers.length === 0 ? null : union(answers);
}

/** What the program keeps under the constant key at `index` in objects of a library's class that is made for that: `app["db"]`. */
export function keptUnder(
  inference: Inference,
  module: Module,
  { class: keeper }: LibraryObject,
  index: ExpressionId,
): Answer | null {
  if (!inference.catalogue.keeps(keeper, 'items')) return null;
  const [key, ...others] = inference.answer(module, index).types;
  if (key === undefined || others.length > 0) return null;
  const literal = key.kind === 'literal' && typeof key.value === 'string' ? key.value : null;
  const sites = [
    ...(literal === null ? [] : countedFor(inference, inference.surroundings.itemWritesOf(literal), null)),
    ...countedFor(inference, inference.surroundings.itemWritesOf(BY_CONSTANT), null).filter((site) =>
      isKey(inference, key, site),
    ),
  ];
  const isMeant = (type: Type): boolean => type.kind === 'object' && isRelated(inference, type.class, keeper);
  const { answers, hasStranger } = writtenTo(inference, sites, isMeant);
  return hasStranger || answers.length === 0 ? null : union(answers);
}

/** The same text, or the same object of a class whose objects are told apart. */
function isKey(inference: Inference, key: Type, { module, key: written }: WriteSite): boolean {
  const [type] = inference.answer(module, written).types;
  if (key.kind === 'literal') return type?.kind === 'literal' && type.value === key.value;
  return key.kind === 'object' && type === key && inference.catalogue.isToldApart(key.class);
}

/** The writes of the attribute `name`. */
function sitesOf(inference: Inference, name: string, owner: Module | null): readonly WriteSite[] {
  return countedFor(inference, inference.surroundings.writesOf(name), owner);
}

/** Those of `sites` that count: what tests set are stand-ins, and count for what stands in tests only. */
function countedFor(inference: Inference, sites: readonly WriteSite[], owner: Module | null): readonly WriteSite[] {
  if (sites.length === 0 || (owner !== null && inference.surroundings.index.isTest(owner.path))) return sites;
  return sites.some(({ isInTest }) => isInTest) ? sites.filter(({ isInTest }) => !isInTest) : sites;
}

/** More writes of one name than this are not looked through. */
const MAX_WRITES = 64;

/** What `sites` set on the objects that are meant, and whether one of them sets it on what nobody knows. */
function writtenTo(
  inference: Inference,
  sites: readonly WriteSite[],
  isMeant: (type: Type) => boolean,
): { readonly answers: readonly Answer[]; readonly hasStranger: boolean } {
  if (sites.length > MAX_WRITES) return { answers: [], hasStranger: true };
  const answers: Answer[] = [];
  let hasStranger = false;
  for (const { module, object, value, annotation } of sites) {
    const { types, isComplete } = inference.resolved(inference.answer(module, object));
    if (types.some(isMeant)) {
      answers.push(declaredAs(inference, module, annotation) ?? inference.answer(module, value));
    } else if (!isComplete) hasStranger = true;
  }
  return { answers, hasStranger };
}

/** Whether a library's class `above` is `base` or one of its bases, and made for attributes of the program's. */
function isKeeperAbove({ catalogue }: Inference, above: string, base: string): boolean {
  return catalogue.keeps(above, 'attributes') && catalogue.lineage(base).includes(above);
}

function isRelated({ catalogue }: Inference, left: string, right: string): boolean {
  return catalogue.lineage(left).includes(right) || catalogue.lineage(right).includes(left);
}

/** Whether the class has the name in its body or its methods set it. */
function mentions({ scope }: Definition, name: string): boolean {
  return scope.bindingsOf(name) !== undefined || scope.attributes.some((write) => write.name === name);
}

function isDeclaredIn(inference: Inference, { module, scope }: Definition, name: string): boolean {
  const bindings = scope.bindingsOf(name) ?? [];
  return (
    scope.attributes.some((write) => write.name === name && declaredAs(inference, module, write.annotation) !== null) ||
    bindings.some((id) => isDeclaration(inference, module, id))
  );
}

function isDeclaration(inference: Inference, module: Module, id: BindingId): boolean {
  const value = bindingAt(module.summary.bindings, id)?.value;
  return value?.kind === 'assign' && declaredAs(inference, module, value.annotation) !== null;
}

/** Whether a binding only gives a name its first value. */
function isOpen(inference: Inference, module: Module, id: BindingId): boolean {
  const kind = bindingAt(module.summary.bindings, id)?.value.kind;
  return kind === 'assign' && !isDeclaration(inference, module, id);
}

/** What an annotation promises, if it says enough. */
function declaredAs(inference: Inference, module: Module, annotation: ExpressionId): Answer | null {
  if (annotation === UNKNOWN) return null;
  const answer = annotated(inference, module, annotation);
  return answer.isComplete && !answer.types.some(isVague) ? answer : null;
}
