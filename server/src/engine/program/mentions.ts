/** Mentions: which modules have a name in their text, a cheap test before inference. */
import { scopesOf } from '../summary/packed-scopes.ts';
import type { Module } from './definitions.ts';

export class Mentions {
  readonly #modules: readonly Module[];
  #byName: ReadonlyMap<string, readonly Module[]> | null = null;

  constructor(modules: readonly Module[]) {
    this.#modules = modules;
  }

  /** The modules that have `name`, which some function or class of the program bears; none for other names. */
  of(name: string): readonly Module[] {
    this.#byName ??= this.#index();
    return this.#byName.get(name) ?? [];
  }

  #index(): ReadonlyMap<string, readonly Module[]> {
    const mentions = new Map<string, Module[]>();
    for (const { summary } of this.#modules) {
      for (const { kind, name } of scopesOf(summary.scopes)) {
        if (kind === 'function' || kind === 'class') mentions.set(name, []);
      }
    }
    for (const module of this.#modules) {
      for (const text of module.summary.expressions.strings) mentions.get(text)?.push(module);
    }
    return mentions;
  }
}
