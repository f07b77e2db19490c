/** From the names in import statements to the program's files: packages, relative imports, src layouts, namespace packages. */
import type { ModuleReference } from '../summary/model.ts';

/**
 * Where an import leads: a file of the program; a folder of it without `__init__.py` (a namespace package); `missing`, which is
 * in a package of the program that has no such module; or `external`, outside the program.
 */
export type ModuleTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'namespace'; readonly folder: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'external'; readonly name: string };

const MISSING: ModuleTarget = { kind: 'missing' };

export class ModuleIndex {
  /** By path, without the ending of a file: `__init__.py` stands for its folder. */
  readonly #targets = new Map<string, ModuleTarget>();
  readonly #foldersOfModules = new Set<string>();
  readonly #roots: readonly string[];
  /** What absolute imports found so far, by the folder of the script that they stand in; '' for the modules of packages. */
  readonly #found = new Map<string, Map<string, ModuleTarget>>();
  readonly #tests = new Map<string, boolean>();

  /** `paths`: every Python file an import may lead to; `roots`: the folders that absolute imports start from, best first. */
  constructor(paths: readonly string[], roots: readonly string[]) {
    this.#roots = roots;
    const folders = new Set<string>();
    for (const path of paths) {
      this.#foldersOfModules.add(parentOf(path));
      for (let folder = parentOf(path); folder !== '' && !folders.has(folder); folder = parentOf(folder)) {
        folders.add(folder);
      }
    }
    // Of several at one place, a package comes before a file, and a file before a folder without `__init__.py`.
    for (const folder of folders) this.#targets.set(folder, { kind: 'namespace', folder });
    const files = paths.filter((path) => path.endsWith('.py'));
    for (const path of files) this.#targets.set(path.slice(0, -'.py'.length), { kind: 'file', path });
    for (const path of files.filter(isPackageFile)) this.#targets.set(parentOf(path), { kind: 'file', path });
  }

  /** Where `reference`, written in the file `from`, leads. */
  resolve(reference: ModuleReference, from: string): ModuleTarget {
    if (reference.level > 0) return this.#relative(reference, from);
    const folder = parentOf(from);
    // A script's own folder comes first, as in `sys.path`; a module of a package sees the roots only.
    const script = this.#isPackage(folder) ? '' : folder;
    const found = this.#found.get(script) ?? new Map<string, ModuleTarget>();
    this.#found.set(script, found);
    const known = found.get(reference.name);
    if (known !== undefined) return known;
    const target = this.#search(reference.name, script === '' ? this.#roots : [script, ...this.#roots]);
    found.set(reference.name, target);
    return target;
  }

  #search(name: string, roots: readonly string[]): ModuleTarget {
    const [top = ''] = name.split('.', 1);
    for (const root of roots) {
      if (this.#at(join(root, top)) === null) continue;
      const target = this.#at(join(root, name.replaceAll('.', '/')));
      if (target?.kind === 'file') return target;
      // A folder that merely bears a library's name (`docs/redis/`) is not that library: some module must stand in it.
      if (target?.kind === 'namespace' && this.#foldersOfModules.has(target.folder)) return target;
      if (this.#at(join(root, top))?.kind === 'file') return target ?? MISSING;
    }
    return { kind: 'external', name };
  }

  /** The submodule `name` of the package at `target`. */
  submodule(target: ModuleTarget, name: string): ModuleTarget | null {
    if (target.kind === 'namespace') return this.#at(join(target.folder, name));
    if (target.kind === 'file' && isPackageFile(target.path)) return this.#at(join(parentOf(target.path), name));
    return null;
  }

  /** The folder that `name` is in `longer`, an import of a module below it: a package need have no module of its own. */
  namespaceIn(longer: ModuleReference, name: string, from: string): ModuleTarget | null {
    const target = longer.name.startsWith(`${name}.`) ? this.resolve(longer, from) : MISSING;
    if (target.kind !== 'file') return null;
    const base = target.path.replace(/(?:\/__init__)?\.py$/, '');
    return { kind: 'namespace', folder: base.slice(0, base.length - longer.name.length + name.length) };
  }

  /** Whether the file at `path` is a test, by the names that pytest and unittest look for. */
  isTest(path: string): boolean {
    const known = this.#tests.get(path);
    if (known !== undefined) return known;
    const root = this.#roots.filter((each) => path.startsWith(`${each}/`)).sort((a, b) => a.length - b.length)[0] ?? '';
    const isTest = TEST.test(path.slice(root.length));
    this.#tests.set(path, isTest);
    return isTest;
  }

  #relative(reference: ModuleReference, from: string): ModuleTarget {
    let folder = parentOf(from);
    for (let level = 1; level < reference.level; level++) folder = parentOf(folder);
    if (reference.name === '') return this.#at(folder) ?? MISSING;
    return this.#at(join(folder, reference.name.replaceAll('.', '/'))) ?? MISSING;
  }

  #isPackage(folder: string): boolean {
    const target = this.#at(folder);
    return target?.kind === 'file' && isPackageFile(target.path);
  }

  /** What stands at `base`, a path without its ending. */
  #at(base: string): ModuleTarget | null {
    return this.#targets.get(base) ?? null;
  }
}

const TEST = /\/(?:tests?|testing)\/|\/(?:test_[^/]*|[^/]*_tests?|conftest)\.py$/;

function isPackageFile(path: string): boolean {
  return path.endsWith('/__init__.py');
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '' : path.slice(0, slash);
}

function join(folder: string, name: string): string {
  return `${folder}/${name}`;
}
