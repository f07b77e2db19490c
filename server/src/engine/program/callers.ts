/**
 * Callers: what the program passes for a parameter that says nothing of its type.
 *
 * Only calls that are seen to reach the function count, and all of them must be known to pass something known: a finding in the
 * function is then right for each of them. Tests do not count, for what they pass are stand-ins.
 */
import type { ExpressionId } from '../summary/model.ts';
import { UNKNOWN } from '../summary/model.ts';
import { expressionAt, namedCallsOf } from '../summary/packed-expressions.ts';
import { scopesOf } from '../summary/packed-scopes.ts';
import { argumentAt, hasSpread } from './arguments.ts';
import { methodOf } from './attributes.ts';
import type { Call } from './calls.ts';
import { type Definition, functionAround, type Module, ownerOf } from './definitions.ts';
import type { Inference } from './inference.ts';
import {
  type Answer,
  isSameParameter,
  type Making,
  type ParameterType,
  type Type,
  UNKNOWN_ANSWER,
  union,
} from './types.ts';

/** More calls of functions of one name than this are not looked through. */
const MAX_CALLS = 48;

/** Parameters passed on more often than this are unknown. */
const MAX_HOPS = 5;

/** By name, the calls of what bears it: the number of a module and of an expression, one behind the other. A program has many. */
interface CallIndex {
  readonly modules: readonly Module[];
  readonly outsideTests: ReadonlyMap<string, readonly number[]>;
  readonly inTests: ReadonlyMap<string, readonly number[]>;
}

interface CallSite {
  readonly module: Module;
  readonly id: ExpressionId;
}

export class Callers {
  readonly #inference: Inference;
  readonly #modules: ReadonlyMap<string, Module>;
  #calls: CallIndex | null = null;
  readonly #passed = new Map<Definition, (Answer | undefined)[]>();
  readonly #constructions = new Map<Definition, readonly Making[]>();
  readonly #underWay: ParameterType[] = [];

  constructor(inference: Inference, modules: ReadonlyMap<string, Module>) {
    this.#inference = inference;
    this.#modules = modules;
  }

  /** What the callers of its function pass for `parameter`, through any parameters of theirs. */
  passedFor(parameter: ParameterType): Answer {
    const { definition, index, element } = parameter;
    if (element !== null) return UNKNOWN_ANSWER;
    const known = this.#passed.get(definition)?.[index];
    if (known !== undefined) return known;
    const isCycle = this.#underWay.some((other) => isSameParameter(other, parameter));
    if (isCycle || this.#underWay.length >= MAX_HOPS) return UNKNOWN_ANSWER;
    this.#underWay.push(parameter);
    const answer = this.#find(parameter);
    this.#underWay.pop();
    // Further down an answer may be unknown only because of what is under way above.
    if (answer.isComplete || this.#underWay.length === 0) this.#remember(parameter, answer);
    return answer;
  }

  #remember({ definition, index }: ParameterType, answer: Answer): void {
    const answers = this.#passed.get(definition) ?? [];
    answers[index] = answer;
    this.#passed.set(definition, answers);
  }

  #find(parameter: ParameterType): Answer {
    const passed: Answer[] = [];
    const sites = this.#sitesOf(parameter.definition, MAX_CALLS);
    if (sites === null || sites.length === 0) return UNKNOWN_ANSWER;
    for (const { module, id } of sites) {
      const call = expressionAt(module.summary.expressions, id);
      if (call?.kind !== 'call') continue;
      const answer = this.#passedAt(module, call, parameter);
      if (answer === null) continue;
      if (!answer.isComplete) return UNKNOWN_ANSWER;
      passed.push(answer);
    }
    return union(passed);
  }

  /** The calls that make an object of the class `definition`, as far as they are seen; those in tests do not count. */
  constructionsOf(definition: Definition): readonly Making[] {
    const known = this.#constructions.get(definition);
    if (known !== undefined) return known;
    const sites = this.#sitesOf(definition, Number.POSITIVE_INFINITY) ?? [];
    const found = sites.flatMap(({ module, id }) => {
      const call = expressionAt(module.summary.expressions, id);
      if (call?.kind !== 'call') return [];
      const makesIt = this.#inference
        .answer(module, call.callee)
        .types.some((type) => type.kind === 'class' && type.definition === definition);
      return makesIt ? [{ module, call }] : [];
    });
    this.#constructions.set(definition, found);
    return found;
  }

  /** The functions that call `definition`, as far as they are seen; null where calls of its name may be calls of it, or not. */
  callersOf(definition: Definition): readonly Definition[] | null {
    const sites = this.#sitesOf(definition, MAX_CALLS);
    if (sites === null) return null;
    const callers: Definition[] = [];
    for (const { module, id } of sites) {
      const call = expressionAt(module.summary.expressions, id);
      if (call?.kind !== 'call') continue;
      const { types, isComplete } = this.#inference.answer(module, call.callee);
      if (types.some((type) => this.#isCalled(type, definition))) callers.push(functionAround(module, call.start));
      else if (!isComplete || types.length === 0) return null;
    }
    return callers;
  }

  /** The calls that by their name may reach `definition`; null where there are more than `most`. */
  #sitesOf(definition: Definition, most: number): readonly CallSite[] | null {
    this.#calls ??= this.#index();
    const { modules, outsideTests, inTests } = this.#calls;
    const owner = definition.scope.name === '__init__' ? ownerOf(definition) : null;
    const { index, subclassesOf } = this.#inference.surroundings;
    const called = [definition, ...(owner === null ? [] : [owner, ...subclassesOf(owner)])];
    const indexes = index.isTest(definition.module.path) ? [outsideTests, inTests] : [outsideTests];
    const lists = called.flatMap(({ scope }) => indexes.flatMap((byName) => [byName.get(scope.name) ?? []]));
    // Counted first: a name like `get` has thousands.
    if (lists.reduce((sum, { length }) => sum + length / 2, 0) > most) return null;
    return lists.flatMap((numbers) => sitesIn(modules, numbers));
  }

  /** What `call` passes for `parameter`; null where it calls something else, or passes what the function itself was given. */
  #passedAt(module: Module, call: Call, parameter: ParameterType): Answer | null {
    const { definition, index } = parameter;
    const callee = this.#inference.answer(module, call.callee).types.find((type) => this.#isCalled(type, definition));
    const declared = definition.scope.parameters[index];
    if (callee === undefined || declared === undefined) return null;
    if (hasSpread(call)) return UNKNOWN_ANSWER;
    const receivers = callee.kind === 'class' || (callee.kind === 'function' && callee.receiver !== null) ? 1 : 0;
    const position = declared.kind === 'positional' ? index - receivers : null;
    const argument = argumentAt(call, position, declared.name);
    if (argument !== null) return this.#withoutItself(this.#inference.answer(module, argument), parameter);
    return declared.default === UNKNOWN ? null : this.#inference.answer(definition.module, declared.default);
  }

  #isCalled(type: Type, definition: Definition): boolean {
    if (type.kind === 'function') return type.definition === definition;
    return type.kind === 'class' && methodOf(this.#inference, type.definition, '__init__') === definition;
  }

  #withoutItself(answer: Answer, parameter: ParameterType): Answer | null {
    const types = answer.types.filter((type) => !(type.kind === 'parameter' && isSameParameter(type, parameter)));
    if (types.length === 0 && answer.types.length > 0) return null;
    return this.#inference.resolved({ ...answer, types });
  }

  /** The program's calls, by the last name of what they call. */
  #index(): CallIndex {
    const modules = [...this.#modules.values()];
    const { index } = this.#inference.surroundings;
    const defined = new Set(modules.flatMap(({ summary }) => scopesOf(summary.scopes).map(({ name }) => name)));
    const outsideTests = new Map<string, number[]>();
    const inTests = new Map<string, number[]>();
    for (const [number, module] of modules.entries()) {
      const byName = index.isTest(module.path) ? inTests : outsideTests;
      for (const { name, id } of namedCallsOf(module.summary.expressions)) {
        if (!defined.has(name)) continue;
        const known = byName.get(name);
        if (known === undefined) byName.set(name, [number, id]);
        else known.push(number, id);
      }
    }
    return { modules, outsideTests, inTests };
  }
}

function sitesIn(modules: readonly Module[], numbers: readonly number[]): readonly CallSite[] {
  const sites: CallSite[] = [];
  for (let at = 0; at < numbers.length; at += 2) {
    const module = modules[numbers[at] ?? 0];
    if (module !== undefined) sites.push({ module, id: numbers[at + 1] ?? 0 });
  }
  return sites;
}
