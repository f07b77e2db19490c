/**
 * Which bindings of a name can reach a place in one scope: reaching definitions over Python's structured control flow.
 *
 * An Environment is a layer over the one it was branched from, so that a branch costs what it binds and not what it sees.
 * Where the flow is not followed exactly (exceptions, loops, early exits) the answer errs to more bindings, never to fewer:
 * more bindings make an answer less certain, and what is not certain is not reported.
 */
import type { BindingId } from './model.ts';

const NO_BINDINGS: readonly BindingId[] = [];

export class Environment {
  readonly #outer: Environment | null;
  readonly #own = new Map<string, readonly BindingId[]>();
  /** Control has left: behind `return`, `raise`, `break`, `continue`. */
  isDead = false;

  constructor(outer: Environment | null = null) {
    this.#outer = outer;
  }

  /** The bindings of `name` that reach here. */
  reaching(name: string): readonly BindingId[] {
    let layer: Environment | null = this;
    while (layer !== null) {
      const found = layer.#own.get(name);
      if (found !== undefined) return found;
      layer = layer.#outer;
    }
    return NO_BINDINGS;
  }

  /** From here on `name` is what `binding` made it. */
  bind(name: string, binding: BindingId): void {
    this.#own.set(name, [binding]);
  }

  /** `name` may also be what `bindings` made it. */
  mayBind(name: string, bindings: readonly BindingId[]): void {
    this.#own.set(name, union(this.reaching(name), bindings));
  }

  branch(): Environment {
    const branch = new Environment(this);
    branch.isDead = this.isDead;
    return branch;
  }

  /** Control comes here from any of `branches`, all made by `branch()` of this environment. */
  join(branches: readonly Environment[]): void {
    const alive = branches.filter((branch) => !branch.isDead);
    this.isDead = alive.length === 0;
    const sources = this.isDead ? branches : alive;
    const names = new Set(sources.flatMap((branch) => [...branch.#own.keys()]));
    const joined = [...names].map((name) => {
      const reaching = sources.reduce<readonly BindingId[]>(
        (all, branch) => union(all, branch.reaching(name)),
        NO_BINDINGS,
      );
      return [name, reaching] as const;
    });
    for (const [name, reaching] of joined) this.#own.set(name, reaching);
  }
}

function union(left: readonly BindingId[], right: readonly BindingId[]): readonly BindingId[] {
  if (left.length === 0) return right;
  const added = right.filter((id) => !left.includes(id));
  return added.length === 0 ? left : [...left, ...added];
}
