/**
 * Which bindings of a name can reach a place in one scope: reaching definitions over Python's structured control flow.
 *
 * An Environment is a layer over the one it was branched from, so that a branch costs what it binds and not what it sees.
 * Where the flow is not followed exactly (exceptions, loops, early exits) the answer errs to more bindings, never to fewer:
 * more bindings make an answer less certain, and what is not certain is not reported.
 */
import type { BindingId } from './model.ts';

const NO_BINDINGS: readonly BindingId[] = [];

/** A loop that is being followed. */
interface Loop {
  /** Control may leave it by a `break` of its own. */
  hasBreak: boolean;
}

export class Environment {
  readonly #outer: Environment | null;
  readonly #own = new Map<string, readonly BindingId[]>();
  /** What a test of its type made of a name (`isinstance`), and the bindings that it had before. */
  readonly #narrowed: Map<BindingId, readonly BindingId[]>;
  /** Control has left: behind `return`, `raise`, `break`, `continue`. */
  isDead: boolean;
  /** Only type checkers read this: its names count, but it does not run. */
  isForCheckers: boolean;
  /** The loop around this place, in the same scope. */
  loop: Loop | null;

  constructor(outer: Environment | null = null) {
    this.#outer = outer;
    this.#narrowed = outer === null ? new Map() : outer.#narrowed;
    this.isDead = outer?.isDead ?? false;
    this.isForCheckers = outer?.isForCheckers ?? false;
    this.loop = outer?.loop ?? null;
  }

  /** Whether control can get here. */
  get runs(): boolean {
    return !this.isDead && !this.isForCheckers;
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

  /** From here on `name` is known to be what `binding` says, and still is what it was bound to before. */
  narrow(name: string, binding: BindingId): void {
    this.#narrowed.set(binding, this.reaching(name));
    this.bind(name, binding);
  }

  /** Whether `binding` was made by `narrow`. */
  isNarrowing(binding: BindingId): boolean {
    return this.#narrowed.has(binding);
  }

  /** The bindings of `name` that reach here, whatever tests said of them. */
  boundTo(name: string): readonly BindingId[] {
    const origins = (id: BindingId): readonly BindingId[] => this.#narrowed.get(id)?.flatMap(origins) ?? [id];
    return [...new Set(this.reaching(name).flatMap(origins))];
  }

  branch(): Environment {
    return new Environment(this);
  }

  /** `break`. */
  breakOut(): void {
    if (this.loop !== null && !this.isDead) this.loop.hasBreak = true;
    this.isDead = true;
  }

  /** Control comes here from any of `branches`, all made by `branch()` of this environment. */
  join(branches: readonly Environment[]): void {
    const alive = branches.filter((branch) => !branch.isDead);
    this.isDead = alive.length === 0;
    this.isForCheckers ||= alive.length > 0 && alive.every((branch) => branch.isForCheckers);
    const sources = this.isDead ? branches : alive;
    const names = new Set(sources.flatMap((branch) => [...branch.#own.keys()]));
    const joined = [...names].map((name) => {
      const reaching = sources.reduce<readonly BindingId[]>(
        (all, branch) => union(all, branch.reaching(name)),
        NO_BINDINGS,
      );
      return [name, this.#widened(reaching)] as const;
    });
    for (const [name, reaching] of joined) this.#own.set(name, reaching);
  }

  /** Without what a test said on one way here, where on another the name came untested. */
  #widened(reaching: readonly BindingId[]): readonly BindingId[] {
    const isUntested = (id: BindingId): boolean =>
      this.#narrowed.get(id)?.every((origin) => reaching.includes(origin)) ?? false;
    return reaching.some(isUntested) ? reaching.filter((id) => !isUntested(id)) : reaching;
  }
}

function union(left: readonly BindingId[], right: readonly BindingId[]): readonly BindingId[] {
  if (left.length === 0) return right;
  const added = right.filter((id) => !left.includes(id));
  return added.length === 0 ? left : [...left, ...added];
}
