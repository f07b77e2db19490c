/** What a worker of an InterpreterPoolExecutor can import and call, by qualified name. */
import type { ImportRow, Library, NotInInterpretersRow } from './rows.ts';

export class InterpreterKnowledge {
  readonly #imports = new Map<string, ImportRow>();
  readonly #calls = new Map<string, NotInInterpretersRow>();

  constructor(libraries: readonly Library[]) {
    for (const { imports = [], notInInterpreters = [] } of libraries) {
      for (const row of imports) this.#imports.set(row.name, row);
      for (const row of notInInterpreters) this.#calls.set(row.name, row);
    }
  }

  /** What is known of importing the module `name`, or the nearest one above it. */
  importOf(name: string): ImportRow | undefined {
    for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
      const row = this.#imports.get(name.slice(0, end));
      if (row !== undefined) return row;
    }
    return undefined;
  }

  /** Why `name` cannot be called there. */
  refusalOf(name: string): NotInInterpretersRow | undefined {
    return this.#calls.get(name);
  }
}
